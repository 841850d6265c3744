"""Papers to third persons disclose nothing of the applicant, and ask nothing about a person beyond the appeal.

Source: 29I.61.5 (no disclosure without consent), 61.6 (no data on a person that have nothing to do with the appeal).
"""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.models import Party
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.law.o29.private import Datum, about_a_person, disclosed
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.folding import folded

Relates = Annotated[
    Text,
    Asked(
        Phrase(
            "Адам туралы мәліметтің жолданымға қатысы",
            "Как сведения о личности относятся к обращению",
            "How data on a person bear on the appeal",
        ),
        Phrase(
            "Жолданымға қатысы жоқ деректер анықталмайды (61-тармақ).",
            "Данные, которые к обращению не относятся, не устанавливают (п. 61).",
            "Data that have nothing to do with the appeal are not established (point 61).",
        ),
    ),
    Field(max_length=500),
]
"""How data on a person that are asked for bear on the appeal."""
_DATA: dict[str, Phrase] = {
    Datum.NUMBER: Phrase("ЖСН немесе БСН", "ИИН или БИН", "IIN or BIN"),
    Datum.PHONE: Phrase("телефоны", "телефон", "telephone"),
    Datum.EMAIL: Phrase("электрондық поштасы", "электронная почта", "e-mail"),
    Datum.ADDRESS: Phrase("мекенжайы", "адрес", "address"),
}


def _told(form: Form) -> str:
    """What a form says to whoever gets it."""
    return folded(" ".join(str(getattr(form, name, "") or "") for name in _SAID))


_SAID = ("asked", "addressee", "circumstances", "remarks", "questions")


def gives_away(text: str, parties: Iterable[Party]) -> Phrase | None:
    """Return what to do about data of the applicant in a text; none where there are none. Source: 29I.61.5."""
    rows = list(parties)
    found = disclosed(
        folded(text),
        numbers=[each.iin for each in rows],
        phones=[each.phone for each in rows],
        addresses=[folded(said) for each in rows for said in (each.postal_address, each.email) if said],
    )
    if not found:
        return None
    told = (", ".join(_DATA[each].into(lang) for each in found) for lang in LANGUAGES)
    return Phrase(*(said.format(what=what) for said, what in zip(_DISCLOSES, told, strict=True)))


def _not_disclosed(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if form is None or getattr(form, "consent", False):
        return YES
    parties = [each for each in (case.parent or case).parties if isinstance(each, Party)]
    found = gives_away(_told(form), parties)
    return YES if found is None else no(found, "29I.61.5")


_DISCLOSES = Phrase(
    "Мәтінде өтініш берушінің деректері бар: {what}. Оларды алып тастаңыз немесе келісімі барын белгілеңіз.",
    "В тексте есть данные заявителя: {what}. Уберите их или отметьте, что заявитель согласен.",
    "The text holds data of the applicant: {what}. Take them out, or tick that the applicant consents.",
)
NOTHING_DISCLOSED = Guard("nothing_disclosed", _not_disclosed)


def _nothing_beside(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    said: str = "" if form is None else getattr(form, "relates", "")
    if form is None or said:
        return YES
    found = about_a_person(_told(form))
    return no(Phrase(*(text.format(what=found) for text in _BESIDE)), "29I.61.6") if found else YES


_BESIDE = Phrase(
    "Сұрау адам туралы мәліметке қатысты («{what}»). Оның жолданымға қандай қатысы барын жазыңыз немесе алып тастаңыз.",
    "Запрос касается сведений о личности («{what}»). Напишите, как они относятся к обращению, или уберите их.",
    "The request asks about a person (“{what}”). Say how that bears on the appeal, or take it out.",
)
NOTHING_BESIDE = Guard("nothing_beside", _nothing_beside)
__all__ = ["NOTHING_BESIDE", "NOTHING_DISCLOSED", "Relates", "gives_away"]
