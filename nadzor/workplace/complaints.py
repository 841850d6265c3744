"""Complaints for the staff: the data of a complaint matter, and the tree of an appeal and its complaints."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from nadzor.appeals.cure import REQUIREMENTS
from nadzor.appeals.hearing.forms import VIDEO, WAYS
from nadzor.appeals.hearing.kept import with_day
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.access import visible
from nadzor.casework.case import Case
from nadzor.casework.procedure import State
from nadzor.complaints.contesting import lacks_of, suspended_since
from nadzor.complaints.measures import named
from nadzor.complaints.models import Complaint, Heard, HigherMeasure, OfficialCalled
from nadzor.complaints.table import COMPLAINT
from nadzor.complaints.tree import Node, hangs_together, tree_of
from nadzor.complaints.words import (
    CALL_ENDS,
    GROUNDS,
    MEASURES,
    OUTCOMES,
    RETURN_GROUNDS,
    SIDES,
    TABLE,
    WHAT,
)
from nadzor.law.facts import Outcome
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.organs.actor import Actor
from nadzor.organs.models import Body
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page

_LATE = Phrase("мерзімінен кеш берілген", "подана с пропуском срока", "filed after the term")
_RESTORATION = {
    "asked": Phrase("сұралды", "запрошено", "asked for"),
    "restored": Phrase("қалпына келтірілді", "восстановлен", "restored"),
    "refused": Phrase("бас тартылды", "отказано", "refused"),
}
_LEFT = Phrase("қараусыз қалдырылды", "оставлена без рассмотрения", "left without consideration")
_CORRECTED = Phrase("орган өзі қанағаттандырды", "орган удовлетворил сам", "the body satisfied it itself")


def ended(row: Complaint) -> Phrase | None:
    """Return how a complaint has ended; none while it has not."""
    if row.outcome == Outcome.LEAVE_WITHOUT_CONSIDERATION:
        return _LEFT
    return _CORRECTED if row.outcome == "corrected" else OUTCOMES.get(row.outcome)


def _day(day: dt.date | None) -> Phrase | None:
    return None if day is None else Phrase(*(day_text(day, lang) for lang in LANGUAGES))


def facts(case: Case) -> list[tuple[Phrase, Any]]:
    """Return rows for the data of a complaint matter; of an appeal what higher prosecutors have done with its acts."""
    if case.procedure.name != TABLE:
        return _measures(case) if case.procedure.name == APPEAL.name else []
    row: Complaint = case.facts
    return [
        (Phrase("Не шағымдалады", "Что обжалуется", "What is contested"), WHAT.get(row.what)),
        (Phrase("Кімнің актісі", "Чей это акт", "Whose act it is"), row.body.name),
        (Phrase("Лауазымды адам", "Должностное лицо", "Official"), row.official),
        (Phrase("Берілген күні", "Подана", "Filed on"), _day(row.filed_on)),
        (Phrase("Беру мерзімі", "Срок подачи", "Last day of filing"), _day(row.last_day)),
        (Phrase("Мерзімі", "Срок", "The term"), _LATE if row.late else None),
        (
            Phrase("Мерзімді қалпына келтіру", "Восстановление срока", "Restoration of the term"),
            _RESTORATION.get(row.restoration),
        ),
        (Phrase("Актінің күші", "Действие акта", "The act"), _suspended(row)),
        (
            Phrase("АППК 93-бабы бойынша жетіспейді", "Не хватает по статье 93 АППК", "Missing by article 93"),
            _lacking(row),
        ),
        *_calls(row),
        *_heard(row),
        (Phrase("Шешім", "Решение", "Decision"), ended(row)),
        (
            Phrase("Негізі", "Основание", "Ground"),
            GROUNDS.get(row.ground) or RETURN_GROUNDS.get(row.ground),
        ),
        (Phrase("Бас тартылды деп есептеледі", "Считается отказом с", "Counts as refused from"), _day(row.silent_on)),
        (Phrase("Орындалған күні", "Исполнено", "Executed on"), _day(row.executed_on)),
    ]


def _measures(case: Case) -> list[tuple[Phrase, Any]]:
    """What a higher prosecutor has done: with an act of this case, or in this case with one of a lower office."""
    rows = case.row.higher_measures.select_related("body", "paper").order_by("pk")
    return [(_OF_A_LOWER if each.body is None else _FROM_ABOVE, _of_measure(each)) for each in rows]


_OF_A_LOWER = Phrase(
    "Төмен тұрған прокурордың актісіне шара", "Мера по акту нижестоящего прокурора", "Measure on a lower act"
)
_FROM_ABOVE = Phrase("Жоғары тұрған прокурордың шарасы", "Мера вышестоящего прокурора", "Measure from above")


def _of_measure(row: HigherMeasure) -> Phrase:
    told = []
    for lang in LANGUAGES:
        act = row.act if row.paper is None else named(row.paper).into(lang)
        by = [row.body.name.into(lang), f"№ {row.number}"] if row.body is not None else []
        back = [_BACK.into(lang)] if row.anew else []
        parts = [f"{MEASURES[row.measure].into(lang)}: {act}", *by, day_text(row.on, lang), *back]
        told.append("; ".join(parts))
    return Phrase(*told)


_BACK = Phrase("іс қайтарылды", "дело возвращено", "the case went back")


def _calls(row: Complaint) -> list[tuple[Phrase, Any]]:
    """For when the official was called, oldest first, with how each call ended."""
    return [(_CALL, _of_call(each)) for each in row.calls.order_by("pk")]


_CALL = Phrase("Лауазымды адамды тыңдау", "Заслушивание должностного лица", "Hearing of the official")


def _of_call(call: OfficialCalled) -> Phrase:
    ends = CALL_ENDS.get(call.ended)
    return Phrase(
        *(
            ", ".join(
                part
                for part in (
                    day_text(call.on, lang),
                    call.hour,
                    call.place,
                    WAYS[VIDEO].into(lang) if call.video else "",
                    _NOTICE.into(lang).format(number=call.notice),
                    ends.into(lang) if ends is not None else "",
                    call.reason,
                )
                if part
            )
            for lang in LANGUAGES
        )
    )


_NOTICE = Phrase("№ {number} хабарлама", "уведомление № {number}", "notice No. {number}")


def _heard(row: Complaint) -> list[tuple[Phrase, Any]]:
    """Which side was heard or why not; an official who was called has the day of that call beside it."""
    return [(SIDES[each.side], _of_heard(each)) for each in row.heard.select_related("call").order_by("pk")]


def _of_heard(heard: Heard) -> Phrase:
    if heard.held:
        return with_day(_HEARD, heard.on)
    if heard.call is not None:
        told = with_day(_ABSENT, heard.call.on)
        return Phrase(*(f"{told.into(lang)}. {heard.words}" for lang in LANGUAGES))
    return Phrase(*(f"{_UNHEARD.into(lang)}: {heard.words}" for lang in LANGUAGES))


_HEARD = Phrase("{day} тыңдалды", "заслушивание проведено {day}", "heard on {day}")
_ABSENT = Phrase("{day} күніне шақырылды, келмеді", "вызвано на {day}, не явилось", "called for {day}, did not come")
_UNHEARD = Phrase("тыңдау өткізілген жоқ", "заслушивания не было", "not heard")


def _suspended(row: Complaint) -> Phrase | None:
    day = suspended_since(row)
    return (
        None if day is None else Phrase(*(_SUSPENDED.into(lang).format(day=day_text(day, lang)) for lang in LANGUAGES))
    )


_SUSPENDED = Phrase(
    "{day} бастап шағым шешілгенше тоқтатылған (АППК 96-бабы)",
    "приостановлено с {day} до решения по жалобе (статья 96 АППК)",
    "suspended from {day} until the complaint is decided (article 96 of the code)",
)


def _lacking(row: Complaint) -> Phrase | None:
    names = [REQUIREMENTS[each] for each in lacks_of(row) if each in REQUIREMENTS] if row.proceeding.open else []
    return Phrase(*("; ".join(each.into(lang) for each in names) for lang in LANGUAGES)) if names else None


def texts(case: Case) -> list[dict[str, Any]]:
    """Return what a complaint matter says at length."""
    if case.procedure.name != TABLE:
        return []
    row: Complaint = case.facts
    said = (
        (Phrase("Не шағымдалады", "Что обжалуется", "What is contested"), row.content),
        (
            Phrase("Шағым жасалған органның түсініктемелері", "Пояснения органа", "Explanations of the body"),
            row.explanations,
        ),
        (
            Phrase("Мерзімді өткізу себебі", "Причина пропуска срока", "Why the term was missed"),
            row.restoration_reason,
        ),
        (Phrase("Нақты тұратын жері", "Место фактического проживания", "Address of residence"), row.real_address),
        (Phrase("Неге тоқтатылмайды", "Почему акт не приостановлен", "Why the act is in force"), row.in_force_why),
        (Phrase("Бұзушылықтар", "Нарушения", "Breaches"), row.breaches),
        (Phrase("Орындау", "Исполнение", "Execution"), row.execution),
    )
    return [{"title": title, "text": text} for title, text in said if text]


def tree_beside(case: Case, actor: Actor) -> "Shown | None":
    """Return the tree that a case stands in, from its root; none for one that nobody complains of."""
    if case.procedure.name == TABLE and case.parent is not None:
        return _tree(case.parent.row.pk, actor)
    if case.procedure.name != APPEAL.name or not hangs_together(case.row.pk):
        return None
    return _tree(case.row.pk, actor)


def _tree(appeal: int, actor: Actor) -> "Shown":
    top = tree_of(appeal)
    seen = set(visible(actor).filter(pk__in=_rows(top)).values_list("pk", flat=True))
    return _shown(top, appeal, seen)


@dataclass
class Shown:
    """A node as the page shows it. `seen`: whether who looks sees the proceeding; of another only that it is there."""

    row: Any
    body: Body
    state: State
    seen: bool
    here: bool
    forwarded: bool
    complaint: Complaint | None
    matter: State | None
    what: Phrase | None
    ended: Phrase | None
    below: list["Shown"] = field(default_factory=list)


@for_staff
@require_safe
def complaint_tree(request: StaffRequest, number: str) -> HttpResponse:
    """Show the tree; the view is entered into the access log."""
    case = case_or_404(number, request.actor)
    log_look(request, case)
    top = _tree(case.row.pk, request.actor)
    return page(request, "workplace/complaint_tree.html", {"row": case.row, "top": top})


def _rows(node: Node) -> list[int]:
    return [node.row.pk, *(pk for each in node.below for pk in _rows(each))]


def _shown(node: Node, here: int, seen: set[int]) -> Shown:
    row = node.complaint
    matter = None if row is None else COMPLAINT.state_of.get(row.proceeding.state)
    state = APPEAL.mapped.get(node.row.state, node.row.state)
    return Shown(
        node.row,
        node.row.body,
        APPEAL.state_of[state],
        node.row.pk in seen,
        node.row.pk == here,
        node.forwarded,
        row,
        matter,
        None if row is None else WHAT.get(row.what),
        None if row is None else ended(row),
        [_shown(each, here, seen) for each in node.below],
    )
