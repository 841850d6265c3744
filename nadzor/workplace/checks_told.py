"""Hearings, assignments, visits and transfers on the page of a case: what was offered, asked, found, by whom agreed."""

from typing import Any

from nadzor.appeals.access.models import FileAccess
from nadzor.appeals.checks.instruction_forms import ENCLOSED
from nadzor.appeals.checks.models import Instruction, Transfer, TransferRequest, Visit
from nadzor.appeals.checks.transfer_rules import GROUNDS
from nadzor.appeals.checks.transfers import credited_unit
from nadzor.appeals.checks.visits import GROUNDS as KINDS
from nadzor.appeals.hearing.forms import GROUNDS as WHY_NONE
from nadzor.appeals.hearing.forms import PROOFS, WAYS
from nadzor.appeals.hearing.models import Hearing, HearingOmitted
from nadzor.appeals.states import ANSWERED, CLOSED, SIGNED
from nadzor.casework.case import Case
from nadzor.law.words import LANGUAGES, Phrase, day_text

Rows = list[tuple[Phrase, Any]]


def _day(day: Any) -> Phrase | None:
    return Phrase(*(day_text(day, lang) for lang in LANGUAGES)) if day is not None else None


def _with(said: Phrase, *more: str) -> Phrase:
    return Phrase(*(", ".join([said.into(lang), *(each for each in more if each)]) for lang in LANGUAGES))


def rows(case: Case) -> Rows:
    """Return rows for the data of a case; those without a value are left out by the page."""
    facts = case.facts
    if isinstance(facts, Hearing):
        return _hearing(facts)
    if isinstance(facts, FileAccess):
        return _access(facts)
    if isinstance(facts, Instruction):
        return _instruction(case, facts)
    if isinstance(facts, TransferRequest):
        return _asked(case, facts)
    if isinstance(facts, Visit):
        return _visit(facts)
    return _appeal(case) if case.procedure.name == "appeal" else []


def _hearing(row: Hearing) -> Rows:
    when = _day(row.on)
    return [
        (Phrase("Нысаны", "Форма", "Way"), WAYS[row.way]),
        (Phrase("Тыңдау", "Заслушивание", "Hearing"), _with(when, row.hour, row.place) if when is not None else None),
        (Phrase("Акт қабылданатын күн", "Планируемый день акта", "Planned day of the act"), _day(row.act_day)),
        (Phrase("Алдын ала шешім", "Предварительное решение", "Preliminary decision"), row.preliminary),
        (Phrase("Алған күні", "Получено", "Received"), _day(row.received_on)),
        (Phrase("Қандай жолмен", "Каким способом", "By which way"), PROOFS.get(row.told_by)),
        (Phrase("Қатысушының ұстанымы", "Позиция участника", "Position of the participant"), row.objection),
        (Phrase("Тыңдалған күні", "Заслушан", "Heard on"), _day(row.held_on)),
        (Phrase("Хаттамамен танысты", "С протоколом ознакомлен", "Read the record"), _day(row.read_on)),
        (Phrase("Ескертулер", "Замечания", "Remarks"), row.remarks),
        (Phrase("Ескертулер бойынша шешім", "Решение по замечаниям", "Decision on the remarks"), row.decided),
    ]


def _access(row: FileAccess) -> Rows:
    when = _day(row.on)
    return [
        (Phrase("Өтініш түсті", "Просьба поступила", "The request came"), _day(row.came_on)),
        (Phrase("Не көрсету керек", "Что показать", "What to show"), None if row.words else _WHOLE),
        (
            Phrase("Таныстыру", "Ознакомление", "Shown on"),
            _with(when, row.hour, row.place) if when is not None else None,
        ),
    ]


_WHOLE = Phrase("істі толық", "всё дело", "the whole file")


def _instruction(case: Case, row: Instruction) -> Rows:
    office = case.directory.bodies.get(row.office_id)
    named = [ENCLOSED[each] for each in row.enclosed.split(",") if each in ENCLOSED]
    enclosed = Phrase(*("; ".join(each.into(lang) for each in named) for lang in LANGUAGES)) if named else None
    return [
        (Phrase("Кімге", "Кому", "To whom"), office.name if office is not None else None),
        (Phrase("Не тексеріледі", "Что проверить", "What to check"), row.circumstances),
        (Phrase("Мерзім қалай белгіленді", "Как определён срок", "How the term was weighed"), row.reckoned),
        (Phrase("Ескертулер", "Замечания", "Remarks"), row.remarks),
        (Phrase("Келген ақпарат", "Поступившая информация", "The information"), row.information),
        (Phrase("Қоса берілгені", "Приложено", "Enclosed"), enclosed),
    ]


def _asked(case: Case, row: TransferRequest) -> Rows:
    """The question to the head of another unit, who may not see the appeal itself before it is his: it stands here."""
    unit = case.directory.units.get(row.to_unit_id)
    by = row.agreed_by.full_name if row.agreed_by is not None else ""
    day = _day(row.agreed_on)
    return [
        (Phrase("Қай бөлімшеге", "В какое подразделение", "To which unit"), unit.name if unit is not None else None),
        (Phrase("Негіздеме", "Обоснование", "Reasons"), row.reasons),
        (
            Phrase("Жолданымның мәтіні", "Текст обращения", "Text of the appeal"),
            case.parent.facts.text if case.parent else "",
        ),
        (Phrase("Келіскен", "Согласовано", "Agreed by"), _with(day, by) if day is not None else None),
        (Phrase("Неге келісілмеді", "Почему отказано", "Why declined"), row.declined),
    ]


def _visit(row: Visit) -> Rows:
    return [
        (Phrase("Неге орнында", "Почему на месте", "Why on the spot"), KINDS[row.ground]),
        (Phrase("Орны", "Место", "Place"), row.place),
        (Phrase("Басталуы", "Начало", "Begins"), _day(row.begins)),
        (Phrase("Аяқталуы", "Окончание", "Ends"), _day(row.ends)),
    ]


def _appeal(case: Case) -> Rows:
    found: Rows = []
    for each in HearingOmitted.objects.filter(appeal=case.row.pk).select_related("person").order_by("pk"):
        who = each.person.full_name if each.person is not None else ""
        title = Phrase("Тыңдау өткізілмейді", "Заслушивание не проводится", "No hearing is held")
        found.append((title, _with(WHY_NONE[each.ground], each.reasons, who)))
    for move in Transfer.objects.filter(appeal=case.row.pk).select_related("agreed").order_by("pk"):
        unit = case.directory.units[move.to_unit_id].name
        who = move.agreed.full_name if move.agreed is not None else ""
        title = Phrase("Бөлімшеге берілді", "Передано в подразделение", "Transferred to the unit")
        ground = GROUNDS[move.ground]
        found.append((title, Phrase(*(f"{unit.into(x)}: {_with(ground, who).into(x)}" for x in LANGUAGES))))
    if case.row.state in {SIGNED, ANSWERED, CLOSED}:
        credited = case.directory.units.get(credited_unit(case.row.pk) or 0)
        title = Phrase("Қараған бөлімше", "Рассмотрено подразделением", "Considered by the unit")
        found.append((title, credited.name if credited is not None else None))
    return found
