"""An inspection ordered on an appeal: the term is set by it, the applicant gets an interim reply.

Source: 29I.52.6 (term with regard to the inspection, interim reply), 52.7 (final reply within ten working days after
it). No point gives a term for the interim reply: it goes before the term that ran when the inspection was ordered ends.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.control.moving import as_it_runs, counted_end, move_by_count
from nadzor.appeals.control.tables import End, Prolong
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.models import Timed
from nadzor.appeals.rights import EXECUTOR_OR_LEADER, LEADER
from nadzor.appeals.states import UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.effects import Notify, Start
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.opening import open_child
from nadzor.casework.perform import in_child
from nadzor.casework.procedure import YES, Clock, Guard, Step, Verdict, no
from nadzor.casework.refusals import DAY_AHEAD, DAY_PAST, invalid
from nadzor.casework.writing import Change
from nadzor.law.facts import Kind
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

INTERIM = Clock("interim", Phrase("Аралық жауап", "Промежуточный ответ", "Interim reply"), ("29I.52.6",))


class OrderInspection(Form):
    """Which inspection, from when until when (29I.52.6)."""

    check: Annotated[
        Text,
        Asked(Phrase("Қандай тексеру", "Какая проверка", "Which inspection"), widget="text"),
        Field(min_length=1, max_length=1000),
    ]
    since: Annotated[dt.date, Asked(Phrase("Басталады", "Начало", "Begins"), widget="day")]
    until: Annotated[dt.date, Asked(Phrase("Аяқталады", "Окончание", "Ends"), widget="day")]


class EndInspection(Form):
    """On which day it ended, and what it found (29I.52.7)."""

    ended_on: Annotated[
        dt.date, Asked(Phrase("Аяқталған күні", "День окончания", "Day on which it ended"), widget="day")
    ]
    found: Annotated[
        Text,
        Asked(Phrase("Нәтижесі", "Что установлено", "What it found"), widget="text"),
        Field(min_length=1, max_length=5000),
    ]


class ProlongCheck(Form):
    """To which later day an inspection goes on, and why (29I.52.6)."""

    until: Annotated[dt.date, Asked(Phrase("Жаңа аяқталу күні", "Новое окончание", "New end"), widget="day")]
    reasons: Annotated[
        Text,
        Asked(Phrase("Негіздеме", "Обоснование", "Reasons"), widget="text"),
        Field(min_length=1, max_length=5000),
    ]


def asks_or_complains(case: Case) -> bool:
    """Whether the appeal is an application or a complaint: of these point 52 speaks."""
    return case.row.kind in {Kind.APPLICATION, Kind.COMPLAINT}


def _may_be_inspected(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if case.open_children("inspection"):
        return no(_GOES_ON, "29I.52.6")
    return YES if asks_or_complains(case) else no(_NOT_THESE, "29I.52.6")


_GOES_ON = Phrase(
    "Тексеру тағайындалған, ол әлі аяқталған жоқ.",
    "Проверка уже назначена и ещё не окончена.",
    "An inspection is ordered and has not ended.",
)
_NOT_THESE = Phrase(
    "52-тармақ өтініш пен шағым туралы: басқа жолданымның мерзімі тексерумен өзгермейді.",
    "Пункт 52 говорит о заявлении и жалобе: срок другого обращения проверка не меняет.",
    "Point 52 speaks of applications and complaints: the term of another appeal is not changed by an inspection.",
)
MAY_BE_INSPECTED = Guard("may_be_inspected", _may_be_inspected)


def _going_on(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if case.open_children("inspection") else no(_NONE, "29I.52.6")


_NONE = Phrase(
    "Бұл жолданым бойынша жүріп жатқан тексеру жоқ.",
    "По этому обращению проверка не идёт.",
    "No inspection is going on on this appeal.",
)
GOING_ON = Guard("inspection_going_on", _going_on)


def _over(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return no(_NOT_OVER, "29I.52.7") if case.open_children("inspection") else YES


_NOT_OVER = Phrase(
    "Тексеру аяқталған жоқ. Түпкілікті жауап тексеру аяқталғаннан кейін беріледі: алдымен оның нәтижесін белгілеңіз.",
    "Проверка не окончена. Окончательный ответ дают после неё: сначала отметьте её итог.",
    "The inspection has not ended. The final reply is given after it: first note what it found.",
)
INSPECTION_OVER = Guard("inspection_over", _over)
"""The final reply waits for the end of the inspection (29I.52.7)."""


@dataclass(frozen=True)
class OpenInspection:
    """Open the inspection, owe the interim reply, set the term with regard to it."""

    def apply(self, case: Case, data: OrderInspection, change: Change) -> None:
        """Open the child and move the term. Raises Invalid for days that cannot be."""
        if data.until < data.since:
            raise invalid(until=_BACKWARDS)
        if data.until < case.happened_on:
            raise invalid(until=DAY_PAST)
        by = case.act.actor.person_id if case.act is not None else None
        said = {"words": data.check, "since": data.since, "until": data.until, "by": by, "post": case.signature()}
        child = open_child(case, "inspection", said | {"before": _moved_by(case, data.until)}, change)
        change.entry_data.update(check=None, inspection=child.row.number)
        _set_term(case, data, change)


@dataclass(frozen=True)
class ProlongInspection:
    """Let the inspection go on to a later day; the term follows it, and the applicant is to be told anew."""

    def apply(self, case: Case, data: ProlongCheck, change: Change) -> None:
        """Move the child's day and the term. Raises Invalid for a day that is not later."""
        child = case.open_children("inspection")[0]
        until = Timed.objects.get(pk=child.pk).until
        if until is not None and data.until <= until:
            raise invalid(until=_NOT_LATER)
        if data.until < case.happened_on:
            raise invalid(until=DAY_PAST)
        in_child(case, child, "prolong", Prolong(until=data.until, before=_moved_by(case, data.until)), change)
        change.entry_data.update(reasons=None, inspection=child.number)
        _set_term(case, data, change)


def _moved_by(case: Case, until: dt.date) -> dict[str, Any] | None:
    """The term as it runs, where an inspection to a day moves it: what is set never takes time away meanwhile."""
    term = case.running(CONSIDERATION.name)
    moves = term is not None and counted_end("29I.52.7", until) > term.due_day
    return as_it_runs(term) if term is not None and moves else None


def _set_term(case: Case, data: OrderInspection | ProlongCheck, change: Change) -> None:
    """Owe an interim reply before the term so far ends, then set the term with regard to the inspection (29I.52.6)."""
    term = case.running(CONSIDERATION.name)
    if term is None:
        return
    if case.running(INTERIM.name) is None:
        due = term.due_day
        Start(INTERIM, due=lambda _case, _data: due).apply(case, data, change)
    if counted_end("29I.52.7", data.until) > term.due_day:
        move_by_count(case, "29I.52.7", data.until, change)


_NOT_LATER = Phrase(
    "Тексерудің қазіргі соңғы күнінен кейінгі күнді таңдаңыз.",
    "Выберите день позже нынешнего окончания проверки.",
    "Choose a day after the present end of the inspection.",
)
_BACKWARDS = Phrase(
    "Тексеру басталмай тұрып аяқталмайды.", "Проверка не кончается раньше начала.", "It does not end before it begins."
)


@dataclass(frozen=True)
class CloseInspection:
    """End the inspection: ten working days for the final reply begin."""

    def apply(self, case: Case, data: EndInspection, change: Change) -> None:
        """End the child and count the term. Raises Invalid for a day that is ahead or before its beginning."""
        if data.ended_on > case.happened_on:
            raise invalid(ended_on=DAY_AHEAD)
        for child in case.open_children("inspection"):
            began = Timed.objects.get(pk=child.pk).since
            if began is not None and data.ended_on < began:
                raise invalid(ended_on=_BACKWARDS)
            in_child(case, child, "end", End(outcome=data.found, ended_on=data.ended_on), change)
            change.entry_data.update(found=None, inspection=child.number)
        move_by_count(case, "29I.52.7", data.ended_on, change)


def _term_told(case: Case, _data: Any) -> dict[str, Any]:
    term = case.running(CONSIDERATION.name)
    return {} if term is None else {"until": term.due_day.isoformat()}


INSPECTION_STEPS: tuple[Step, ...] = (
    Step(
        "order_inspection",
        Phrase("Тексеру тағайындау", "Назначить проверку", "Order an inspection"),
        frozenset({UNDER_REVIEW}),
        None,
        LEADER,
        needs=OrderInspection,
        guards=(MAY_BE_INSPECTED, DISINTERESTED),
        effects=(OpenInspection(), Notify("executor", "inspection_ordered", _term_told)),
        cites=("29I.52.6",),
        aside=True,
    ),
    Step(
        "prolong_inspection",
        Phrase("Тексеруді ұзарту", "Продлить проверку", "Prolong the inspection"),
        frozenset({UNDER_REVIEW}),
        None,
        LEADER,
        needs=ProlongCheck,
        guards=(GOING_ON, DISINTERESTED),
        effects=(ProlongInspection(), Notify("executor", "inspection_prolonged", _term_told)),
        cites=("29I.52.6",),
        aside=True,
    ),
    Step(
        "end_inspection",
        Phrase("Тексерудің аяқталғанын белгілеу", "Отметить окончание проверки", "Note the end of the inspection"),
        frozenset({UNDER_REVIEW}),
        None,
        EXECUTOR_OR_LEADER,
        needs=EndInspection,
        guards=(GOING_ON, DISINTERESTED),
        effects=(CloseInspection(), Notify("executor", "inspection_ended", _term_told)),
        cites=("29I.52.7",),
        aside=True,
    ),
)
