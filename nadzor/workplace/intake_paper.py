"""What the registrar sees on a paper beside its text: fields of the checklist, and what it is beside earlier ones.

Source: 29I.2.6, 2.10, 2.12 (primary, repeated, duplicate), 38-40 (what it must have), 10-11 (under another law).
"""

from typing import Any

from nadzor.appeals.cure import REQUIREMENTS
from nadzor.appeals.earlier import REASON_TITLES, STANDING_TITLES
from nadzor.appeals.sorting import GOVERNED_LABEL, GOVERNED_TITLES, REPEAT_REASON
from nadzor.law.o29.repeats import Signature, Standing
from nadzor.law.o29.requirements import SEEN_BY_PEOPLE
from nadzor.law.words import Phrase
from nadzor.workplace.intake_field import IntakeField

SIGNATURE_TITLES: dict[str, Phrase] = {
    Signature.OWN_HAND: Phrase("өз қолымен", "собственноручная", "by hand"),
    Signature.EDS: Phrase("электрондық цифрлық қолтаңба", "электронная цифровая", "electronic digital"),
    Signature.NONE: Phrase("қолтаңба жоқ", "подписи нет", "there is none"),
}
_AUTHORITY = {
    "yes": Phrase("қоса берілген", "приложен", "enclosed"),
    "no": Phrase("жоқ", "не приложен", "not enclosed"),
}
PAPER = (
    IntakeField(
        "addressee",
        Phrase("Кімге жазылған", "Кому адресовано", "Addressed to"),
        hint=Phrase("Қағазда қалай жазылса, солай.", "Как написано на бумаге.", "As the paper says."),
        limit=300,
    ),
    IntakeField(
        "signature",
        Phrase("Қолтаңба", "Подпись", "Signature"),
        "choice",
        choices=tuple((str(each), title) for each, title in SIGNATURE_TITLES.items()),
    ),
    IntakeField(
        "authority_document",
        Phrase("Өкілдің өкілеттігін растайтын құжат", "Документ о полномочиях представителя", "Authority document"),
        "choice",
        Phrase("Өкіл болса.", "Если есть представитель.", "If there is a representative."),
        tuple(_AUTHORITY.items()),
    ),
    IntakeField(
        "also_missing",
        Phrase("Қағазда жоқ", "Чего нет в бумаге", "What the paper lacks"),
        "many",
        Phrase(
            "Аты-жөні, мекенжай және қолтаңба жоғарыда жазылғаннан өзі белгіленеді.",
            "Имя, адрес и подпись отметятся сами по тому, что записано выше.",
            "Name, address and signature are marked by themselves, from what is typed.",
        ),
        tuple((str(each), REQUIREMENTS[each]) for each in SEEN_BY_PEOPLE),
    ),
)
EARLIER = (
    IntakeField(
        "standing",
        Phrase("Бұл жолданым", "Это обращение", "This appeal is"),
        "choice",
        Phrase(
            "Белгіленбесе, сол адамның мәтіні бірдей хаты телнұсқа болады, қалғаны бастапқы.",
            "Если не выбрано: тот же текст того же лица – дубликат, остальное – первичное.",
            "If not chosen: the same text from the same person is a duplicate, all else is primary.",
        ),
        tuple((str(each), title) for each, title in STANDING_TITLES.items()),
    ),
    IntakeField(
        "earlier",
        Phrase("Бұрынғы жолданымның нөмірі", "Номер прежнего обращения", "Number of the earlier appeal"),
        limit=40,
    ),
    IntakeField("repeat_reason", REPEAT_REASON, "choice", choices=tuple(REASON_TITLES.items())),
    IntakeField("governed_by", GOVERNED_LABEL, "choice", choices=tuple(GOVERNED_TITLES.items())),
)
MANY = frozenset({"also_missing", "readers"})
AT = {"repeat_of": "earlier", "duplicate_of": "earlier"}
_WHAT_IS_IT = Phrase(
    "Бұрынғы нөмір жазылған: қайталама ма, телнұсқа ма, таңдаңыз.",
    "Указан номер прежнего: выберите, повторное это или дубликат.",
    "An earlier number is given: choose whether this is a repeat or a duplicate.",
)
_NO_NUMBER = Phrase(
    "Бұрынғы жолданымның нөмірін жазыңыз.", "Укажите номер прежнего обращения.", "Give the number of the earlier one."
)
_NO_REPEAT = Phrase(
    "Негіз қайталама жолданымға ғана таңдалады.",
    "Основание выбирают только для повторного.",
    "A reason is chosen for a repeated one alone.",
)
_NOBODY = Phrase(
    "Өкіл жазылмаған: оны атаңыз немесе бұл өрісті босатыңыз.",
    "Представитель не указан: назовите его или очистите это поле.",
    "No representative is named: name one, or empty this field.",
)


def read_paper(said: dict[str, str], missing: list[str]) -> tuple[dict[str, Any], dict[str, Phrase]]:
    """Return what was typed here as data of the step, and what does not go together: it is asked about, not dropped."""
    data: dict[str, Any] = {name: said[name] for name in ("addressee", "signature", "governed_by") if said.get(name)}
    wrong: dict[str, Phrase] = {}
    if missing:
        data["also_missing"] = missing
    if said.get("authority_document"):
        data["authority_document"] = said["authority_document"] == "yes"
        if not any(value for name, value in said.items() if name.startswith("rep_") and name != "rep_type"):
            wrong["authority_document"] = _NOBODY
    standing, earlier, reason = (said.get(name, "") for name in ("standing", "earlier", "repeat_reason"))
    if standing == Standing.REPEATED and earlier:
        data["repeat_of"] = earlier
        if reason:
            data["repeat_reason"] = reason
    elif standing == Standing.DUPLICATE and earlier:
        data["duplicate_of"] = earlier
    elif standing in {Standing.REPEATED, Standing.DUPLICATE}:
        wrong["earlier"] = _NO_NUMBER
    elif earlier:
        wrong["standing"] = _WHAT_IS_IT
    if reason and standing != Standing.REPEATED:
        wrong.setdefault("repeat_reason", _NO_REPEAT)
    return data, wrong
