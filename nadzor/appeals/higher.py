"""What raises a matter to a higher signature, or to a higher office: facts that points 27-30 and 88 look at.

Who controls it, who answered before outside and inside the house, whose act is contested, whose reception it comes
from. They are said at the intake, or marked later by who considers the appeal. Source: 29I.28-30, 29I.88; 29R.53.2.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from nadzor.appeals.models import Appeal
from nadzor.appeals.senders import SENDER_TITLES
from nadzor.casework.case import SIGNATURE, Case
from nadzor.casework.forms import Asked, Form, Text, say, title, wrong
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.facts import AnsweredBy, Authority, Kind
from nadzor.law.o29.kinds import Governed
from nadzor.law.posts import POSTS_OF, Body, official
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.titles import general_title

FACTS = ("control_by", "answered_by", "contested_by", "reception_of")
"""Columns of an appeal: empty where nobody has said so."""

INSTRUCTED, EXPLAIN, BREACH = "president_instruction", "explain_procedure", "staff_breach"
MATTERS: dict[str, Phrase] = {
    INSTRUCTED: Phrase(
        "Президенттің тапсырмасы бар", "есть поручение Президента", "there is an instruction of the President"
    ),
    EXPLAIN: Phrase(
        "прокуратурада қарау тәртібін түсіндіруді сұрайды",
        "просят разъяснить порядок рассмотрения в прокуратуре",
        "asks how appeals are considered in the prosecutor’s office",
    ),
    BREACH: Phrase(
        "прокуратура қызметкерлері қарау тәртібін бұзғанына шағым",
        "жалоба на нарушение порядка рассмотрения работниками прокуратуры",
        "complains that the staff broke the order of consideration",
    ),
}
"""What an appeal is about, as far as it decides who considers it (29I.27.3, 27.4, 28.1): flags of its row."""
title(MATTERS)

_BODIES: dict[Body, Phrase] = {
    Body.GPO: Phrase("Бас прокуратура", "Генеральная прокуратура", "Prosecutor General’s Office"),
    Body.COMMITTEE: Phrase("Комитет", "Комитет", "Committee"),
    Body.ASSET_RECOVERY: Phrase(
        "Активтерді қайтару комитеті", "Комитет по возврату активов", "Asset Recovery Committee"
    ),
    Body.ACADEMY: Phrase("Академия", "Академия", "Academy"),
    Body.INSTITUTION: Phrase("Мекеме", "Учреждение", "Institution"),
    Body.MILITARY: Phrase(
        "Бас әскери прокуратура", "Главная военная прокуратура", "Chief Military Prosecutor’s Office"
    ),
    Body.TRANSPORT: Phrase(
        "Бас көлік прокуратурасы", "Главная транспортная прокуратура", "Chief Transport Prosecutor’s Office"
    ),
    Body.OBLAST: Phrase("Облыс прокуратурасы", "Прокуратура области", "Oblast office"),
    Body.DISTRICT: Phrase("Аудан прокуратурасы", "Районная прокуратура", "District office"),
    Body.COMMITTEE_TERRITORIAL: Phrase(
        "Комитеттің аумақтық органы", "Территориальный орган Комитета", "Territorial body of the Committee"
    ),
}
OFFICIAL_TITLES: dict[str, Phrase] = {
    f"{body}:{post}": Phrase(*(f"{name.into(lang)}: {general_title(body, post).into(lang)}" for lang in LANGUAGES))
    for body, name in _BODIES.items()
    for post in POSTS_OF[body]
}
ANSWERED_TITLES: dict[str, Phrase] = {
    AnsweredBy.CENTRAL_BODY_HEAD: Phrase(
        "орталық мемлекеттік органның басшысы",
        "руководитель центрального государственного органа",
        "the head of a central state body",
    ),
    AnsweredBy.OBLAST_BODY_HEAD: Phrase(
        "облыстық маңызы бар әкімшілік органның басшысы",
        "руководитель административного органа областного значения",
        "the head of an administrative body of the oblast",
    ),
    AnsweredBy.DISTRICT_BODY_HEAD: Phrase(
        "аудандық маңызы бар әкімшілік органның басшысы",
        "руководитель административного органа районного значения",
        "the head of an administrative body of the district",
    ),
}
say(
    "no_official",
    Phrase(
        "Мұндай лауазым жоқ: тізімнен таңдаңыз.",
        "Такой должности нет: выберите из списка.",
        "There is no such post: choose from the list.",
    ),
)


def _an_official(text: str) -> str:
    if not text:
        return text
    try:
        return str(official(text))
    except ValueError:
        raise wrong("no_official") from None


Official = Annotated[Text, Field(max_length=60), AfterValidator(_an_official)]
CONTROL_BY = Asked(
    Phrase("Кім бақылауға алды", "Кто взял на контроль", "Who put it under control"),
    Phrase(
        "Бақылаудағы жолданымды төмен беруге болмайды, жауапқа жоғары тұрған лауазымды адам қол қояды "
        "(28–30, 88-тармақтар).",
        "Контрольное обращение вниз не передают, и ответ подписывает вышестоящий (п. 28–30, 88).",
        "A controlled appeal is not passed down, and a higher official signs (points 28–30, 88).",
    ),
    widget="choice",
    choices=tuple((str(each), title) for each, title in SENDER_TITLES.items()),
)
CONTROL_DOCUMENT = Asked(
    Phrase("Бақылау туралы хат", "Письмо о контроле", "Letter on the control"),
    Phrase("Нөмірі мен күні.", "Номер и дата.", "Its number and day."),
)
CONTROL_UNTIL = Asked(Phrase("Бақылау мерзімі", "Срок контроля", "Term of the control"), widget="day")
ANSWERED_BY = Asked(
    Phrase("Бұған дейін кім жауап берген", "Кто уже ответил заявителю", "Who has answered before"),
    Phrase(
        "Прокуратурадан тыс органның басшысы қол қойған жауап болса (28–30-тармақтар).",
        "Если есть ответ за подписью руководителя органа вне прокуратуры (п. 28–30).",
        "If the head of a body outside the prosecution has signed an answer (points 28–30).",
    ),
    widget="choice",
    choices=tuple((str(each), title) for each, title in ANSWERED_TITLES.items()),
)
CONTESTED_BY = Asked(
    Phrase("Қай прокурордың әрекетіне шағым", "Действия какого прокурора обжалуются", "Which prosecutor’s acts"),
    Phrase(
        "Бірнешеу болса, ең жоғарысы: шешімге одан жоғары тұрған лауазымды адам қол қояды (88-тармақ).",
        "Если их несколько – старший: решение подписывает тот, кто выше (п. 88).",
        "If there are several, the highest: whoever stands above signs the decision (point 88).",
    ),
    widget="choice",
    choices=tuple(OFFICIAL_TITLES.items()),
)
RECEPTION_OF = Asked(
    Phrase("Кімнің жеке қабылдауынан түсті", "С чьего личного приёма", "From whose personal reception"),
    Phrase(
        "Жолданым жеке қабылдауда берілсе (88-тармақ).",
        "Если обращение подано на личном приёме (п. 88).",
        "If the appeal was handed in at a personal reception (point 88).",
    ),
    widget="choice",
    choices=tuple(OFFICIAL_TITLES.items()),
)


MATTER = Asked(
    Phrase("Не туралы", "О чём оно", "What it is about"),
    Phrase(
        "Кім қарайтынын шешеді (27.3, 27.4, 28.1-тармақшалар).",
        "От этого зависит, кто рассматривает (подпункты 27.3, 27.4, 28.1).",
        "It decides who considers the appeal (27.3, 27.4, 28.1).",
    ),
    widget="choice",
    choices=tuple(MATTERS.items()),
)


class MarkFacts(Form):
    """What was not known at the intake: the facts that raise a matter (29I.28-30, 29I.88)."""

    control_by: Annotated[Authority | None, CONTROL_BY] = None
    answered_by: Annotated[AnsweredBy | None, ANSWERED_BY] = None
    contested_by: Annotated[Official, CONTESTED_BY] = ""
    reception_of: Annotated[Official, RECEPTION_OF] = ""
    matter: Annotated[Literal["president_instruction", "explain_procedure", "staff_breach", ""], MATTER] = ""


@dataclass(frozen=True)
class KeepFacts:
    """Keep the facts as they are said now; what was said before stands in the journal."""

    def apply(self, case: Case, data: MarkFacts, change: Change) -> None:
        """Write the four columns, and what it is about among the flags.

        Raises Invalid for a control that stands as a matter of its own (29I.53).
        """
        if case.open_children("control") and str(data.control_by or "") != case.facts.control_by:
            raise invalid(control_by=_STANDS)
        said = {name: str(getattr(data, name) or "") for name in FACTS}
        flags = [each for each in case.facts.flags if each not in MATTERS] + ([data.matter] if data.matter else [])
        change.update(Appeal, case.row.pk, flags=flags, **said)
        change.entry_data["before"] = {name: getattr(case.facts, name) for name in FACTS if getattr(case.facts, name)}


_STANDS = Phrase(
    "Жолданым бақылауда. Бақылауға алу мен бақылаудан шығару өз қадамдарымен жасалады.",
    "Обращение на контроле. На контроль берут и с контроля снимают своими шагами.",
    "The appeal is under control. Control is taken and released by its own steps.",
)


def decided_each(earlier: Iterable[int]) -> dict[int, str | None]:
    """Return who signed the decision on each earlier appeal, as points 27-30 and 88 name officials ("oblast:head").

    An appeal that was forwarded to another office was decided there. None where nobody has signed. As many queries as
    the longest way of one of them through offices, however many are asked for.
    """
    here = {each: each for each in earlier}  # which of the asked each row on the way belongs to
    signed = dict.fromkeys(here, "")
    while here:
        for pk, told in Appeal.objects.filter(pk__in=here).values_list("pk", "signed_by"):
            signed[here[pk]] = told or signed[here[pk]]
        onward = Appeal.objects.filter(forwarded_from__in=here).order_by("pk").values_list("forwarded_from", "pk")
        latest = dict(onward)  # the last one stands
        here = {pk: here[was] for was, pk in latest.items()}
    found = {pk: SIGNATURE.fullmatch(told) for pk, told in signed.items()}
    return {pk: f"{match['kind']}:{match['post']}" if match else None for pk, match in found.items()}


def decided_by(earlier: int) -> str | None:
    """Return who signed the decision on one earlier appeal: as `decided_each` does for many."""
    return decided_each([earlier])[earlier]


def earlier_of(facts: Appeal) -> int | None:
    """Return the appeal whose decision decides who signs now: a repeat and a duplicate are both bound to one."""
    return facts.repeat_of_id or facts.duplicate_of_id


def raising(case: Case, decided: Mapping[int, str | None] | None = None) -> dict[str, Any]:
    """Return the facts by which point 88 finds who may sign a decision on an appeal. Source: 29I.88.

    `decided`: what `decided_each` has found for many appeals at once; without it the earlier appeal is looked up.
    """
    facts: Appeal = case.facts
    earlier = earlier_of(facts)
    if earlier is not None and decided is None:
        decided = decided_each([earlier])
    return {
        "control_by": facts.control_by or None,
        "sender": facts.sender or None,
        "report_due": facts.report_due,
        "earlier_by": None if earlier is None or decided is None else decided[earlier],
        "contested_by": facts.contested_by or None,
        "reception_of": facts.reception_of or None,
        "interpellation": case.row.kind == "interpellation",
    }


def is_pretrial(case: Case) -> bool:
    """Whether an appeal complains of those who investigate before trial: its answer is signed by the UPK (29I.87)."""
    facts = case.facts
    return case.row.kind == Kind.COMPLAINT and getattr(facts, "governed_by", "") == Governed.CRIMINAL


def facts_told(facts: Any) -> list[tuple[Phrase, Phrase | None]]:
    """Return the facts with their titles, for the page of a case."""
    asked = (CONTROL_BY, ANSWERED_BY, CONTESTED_BY, RECEPTION_OF)
    return [
        (one.label, dict(one.choices).get(getattr(facts, name, ""))) for name, one in zip(FACTS, asked, strict=True)
    ]
