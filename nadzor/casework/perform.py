"""The only writer. One transaction: lock, check state, right, law and data, apply the effects, enter, owe the notices.

Page, API, import, job and test all come through here. A refusal changes nothing.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction

from nadzor import clock
from nadzor.casework import keys, yearfiles
from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.answers import answer_of
from nadzor.casework.case import Case
from nadzor.casework.forms import Form, parsed
from nadzor.casework.loading import load
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import Allotted, allot, open_case
from nadzor.casework.procedure import PROCEDURES, Procedure, Step
from nadzor.casework.recording import record
from nadzor.casework.refusals import ChangedMeanwhile, Invalid, NotFound, Refusal, Taken, invalid
from nadzor.casework.rules import permitted
from nadzor.casework.writing import Change, in_pipeline
from nadzor.law.calendar import FIRST_DAY, CalendarUnknown, current
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.organs.actor import HOUSE, actor_told

_ATTEMPTS = 4
_TRY_AGAIN = frozenset({"40P01", "40001"})  # a deadlock or a serialisation failure: nothing was done, once more
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: for each proceeding its answer as the API gives it. `again`: it had been done before."""

    answers: tuple[dict[str, Any], ...]
    again: bool = False

    @property
    def number(self) -> str:
        """The number of the only proceeding."""
        return str(self.answers[0]["number"])


def perform(act: Act) -> Done:
    """Make a step. Raises a Refusal and changes nothing, or returns what was done.

    Raises NotFound, WrongState, NoRight, ForbiddenByLaw, Invalid, Taken, ChangedMeanwhile, KeyReused. A deadlock with
    another step is tried again, unless a transaction of the caller stands around.
    """
    step = _step(act)
    form = parsed(step.needs, act.data)
    act = replace(act, on=tuple(dict.fromkeys(act.on)))
    asked = act.asked()
    allotted = allot(PROCEDURES[act.procedure], asked=asked) if step.opens is not None else None
    if asked is not None:
        kept = keys.recall(asked) if allotted is None else allotted.kept
        if kept is not None:
            return Done(tuple(kept), again=True)
    return _again_if_crossed(lambda: _perform_once(act, step, form, asked, allotted))


def _perform_once(act: Act, step: Step, form: Form, asked: keys.Asked | None, allotted: Allotted | None) -> Done:
    procedure = PROCEDURES[act.procedure]
    outermost = not connection.in_atomic_block
    try:
        with transaction.atomic():
            change = Change()
            if allotted is not None:
                case = open_case(act, procedure, step, form, change, allotted)
                cases = [case]
            else:
                cases = load(act.on, procedure, actor=act.actor, happened_on=act.happened_on)
                for case in cases:
                    change.entry_data = {}  # each case has its own entry
                    make(act, step, form, case, change)
            answers = tuple(answer_of(case) for case in cases)
            if asked is not None:
                keys.keep(change, asked, list(answers))
            change.write(ending="COMMIT" if outermost else None)  # with it, books are free one round trip sooner
    except IntegrityError as error:
        return _lost(asked, procedure, error)
    except CalendarUnknown:
        raise _uncounted(form) from None
    except Refusal:
        kept = None if asked is None else keys.recall(asked)
        if kept is None:
            raise
        return Done(tuple(kept), again=True)  # the same act, sent twice, was made while this one waited for the lock
    return Done(answers)


def make(act: Act, step: Step, form: Form, case: Case, change: Change) -> None:
    """Make a step in a case that is locked: checks, effects, entry. Raises a Refusal."""
    if act.version is not None and case.row.version != act.version:
        raise changed_meanwhile(case)
    case.act = act
    _require_day(act, step, case)
    permitted(step, case, act.actor, form)
    for effect in step.effects:
        effect.apply(case, form, change)
    case.row.state = step.to_of(case) if step.to_of is not None else step.to or case.row.state
    case.row.open = case.state.open
    record(act, step, form, case, change)


def in_child(parent: Case, child: Proceeding, name: str, form: Form, change: Change) -> None:
    """Make a step in a child matter as an effect of a step of its parent, in the same change; rights were asked there.

    The parent is locked, so nobody else holds the child: whoever wants it locks the parent first.
    """
    if parent.act is None:
        raise ValueError(child.number)
    procedure = PROCEDURES[child.procedure]
    step = procedure.step_of[name]
    case = load([child.number], procedure, actor=HOUSE)[0]
    case.act = replace(parent.act, procedure=procedure.name, step=name, on=(child.number,), key=None, version=None)
    case.at, case.happened_on = parent.at, parent.happened_on
    inner = Change(change.statements, change.last, change.cells)
    for effect in step.effects:
        effect.apply(case, form, inner)
    case.row.state = step.to or case.row.state
    case.row.open = case.state.open
    child.open = case.row.open
    record(case.act, step, form, case, inner)


def perform_each(acts: Sequence[Act]) -> list[Done | Refusal]:
    """Make many acts that open proceedings in one transaction: a refused one stops no other.

    All acts are of one procedure; they get their numbers in one round trip, and nothing is waited for until the end.
    Where the database refuses a row, all are made once more, each behind a savepoint. Books and cells of the tally stay
    locked to the end, so a batch may cross with steps made meanwhile: then each act is made by itself. Raises
    ValueError for a step that opens nothing, or an act with a key.
    """
    if not acts:
        return []
    procedure = PROCEDURES[acts[0].procedure]
    if any(_step(act).opens is None or act.key is not None for act in acts):
        raise ValueError(procedure.name)
    yearfiles.refresh(settings.DATA)
    with suppress(DatabaseError), transaction.atomic(), in_pipeline():
        return _perform_all(acts, procedure, _perform_in_pipeline)
    try:
        with transaction.atomic():
            return _perform_all(acts, procedure, _perform_behind_savepoint)
    except OperationalError as error:
        if not _crossed(error) or connection.in_atomic_block:
            raise
    return perform_apart(acts)


def perform_apart(acts: Sequence[Act]) -> list[Done | Refusal]:
    """Make many acts, each in its own transaction: a refused one never stops the others."""
    results: list[Done | Refusal] = []
    for act in acts:
        try:
            results.append(perform(act))
        except Refusal as refusal:
            results.append(refusal)
    return results


def _perform_all(
    acts: Sequence[Act], procedure: Procedure, one: Callable[[Act, Procedure, Allotted], Done]
) -> list[Done | Refusal]:
    results: list[Done | Refusal] = []
    for act, allotted in zip(acts, _each(allot(procedure, len(acts))), strict=True):
        try:
            results.append(one(act, procedure, allotted))
        except Refusal as refusal:
            results.append(refusal)
    return results


def _each(allotted: Allotted) -> list[Allotted]:
    return [
        replace(allotted, ids=allotted.ids[place : place + 1], serials=allotted.serials[place : place + 1])
        for place in range(len(allotted.ids))
    ]


def _perform_in_pipeline(act: Act, procedure: Procedure, allotted: Allotted) -> Done:
    step, change = _step(act), Change()
    case = open_case(act, procedure, step, parsed(step.needs, act.data), change, allotted)
    change.send()
    return Done((answer_of(case),))


def _perform_behind_savepoint(act: Act, procedure: Procedure, allotted: Allotted) -> Done:
    step, change = _step(act), Change()
    case = open_case(act, procedure, step, parsed(step.needs, act.data), change, allotted)
    try:
        change.write(beginning="SAVEPOINT a_row", ending="RELEASE SAVEPOINT a_row")
    except IntegrityError as error:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK TO SAVEPOINT a_row")
        raise _taken(procedure, error) from error
    return Done((answer_of(case),))


def _again_if_crossed(work: Callable[[], _Answer]) -> _Answer:
    yearfiles.refresh(settings.DATA)
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return work()
        except OperationalError as error:
            if not _crossed(error) or attempt == _ATTEMPTS or connection.in_atomic_block:
                raise
    raise AssertionError  # the loop returns or raises


def _crossed(error: OperationalError) -> bool:
    return getattr(error.__cause__, "sqlstate", None) in _TRY_AGAIN


def _step(act: Act) -> Step:
    procedure = PROCEDURES.get(act.procedure)
    step = procedure.step_of.get(act.step) if procedure else None
    if step is None or (step.opens is None) != bool(act.on):
        raise NotFound(_NO_STEP)
    return step


_NO_STEP = Phrase(
    "Бұл рәсімде мұндай қадам жоқ. Қадамдар тізімін қараңыз.",
    "В этой процедуре нет такого шага. Посмотрите перечень шагов.",
    "This procedure has no such step. See the list of steps.",
)


def _lost(asked: keys.Asked | None, procedure: Procedure, error: IntegrityError) -> Done:
    """What a lost constraint means: the same act came twice at once, or somebody else got it first."""
    if asked is not None:
        kept = keys.recall(asked)
        if kept is not None:
            return Done(tuple(kept), again=True)
    raise _taken(procedure, error) from error


def _taken(procedure: Procedure, error: IntegrityError) -> Taken | IntegrityError:
    constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    said = procedure.taken.get(constraint or "")
    return Taken(said) if said is not None else error


def _uncounted(form: Form) -> Invalid:
    """The refusal where a term would reach out of the calendar: at the days given that lie outside, if any do."""
    first, last = FIRST_DAY, current().last_day
    told = Phrase(
        *(_UNCOUNTED.into(lang).format(first=day_text(first, lang), last=day_text(last, lang)) for lang in LANGUAGES)
    )
    outside = {
        name: told for name, value in form if isinstance(value, dt.date) and not first.year <= value.year <= last.year
    }
    return Invalid(told, fields=outside)


_UNCOUNTED = Phrase(
    "Мерзімді есептеу мүмкін емес. Жұмыс күнтізбесі белгілі күндер: {first} – {last}. Осы аралықтағы күнді көрсетіңіз.",
    "Срок не сосчитать. Рабочий календарь известен на дни: {first} – {last}. Укажите день в этих пределах.",
    "The term cannot be counted. The working calendar is known for: {first} to {last}. Give a day within it.",
)


_CHANGED = Phrase(
    "Сіз жұмыс істеп отырғанда іс өзгерді: {what} ({who}, {time}). Енгізгендеріңіз сақталды. "
    "Салыстырып, қайта жіберіңіз.",
    "Пока вы работали, дело изменилось: {what} ({who}, {time}). Введённое сохранено. Сверьте и отправьте снова.",
    "The case changed while you worked: {what} ({who}, {time}). What you entered is kept. Compare and send again.",
)


def changed_meanwhile(case: Case) -> ChangedMeanwhile:
    """The refusal for somebody who acts on an earlier version: what was done since, by whom, when."""
    entry = case.row.entries.order_by("-proceeding_version").first()
    if entry is None:
        return ChangedMeanwhile(_CHANGED)
    step = case.procedure.step_of.get(entry.step)
    at = entry.recorded_at.astimezone(ZoneInfo(case.body.zone))
    told = []
    for lang in LANGUAGES:
        what = step.title.into(lang) if step else entry.step
        who, time = actor_told(entry.actor).into(lang), f"{day_text(at.date(), lang)} {at:%H:%M}"
        told.append(_CHANGED.into(lang).format(what=what, who=who, time=time))
    return ChangedMeanwhile(Phrase(*told))


_LATER = Phrase(
    "Оқиға күні болашақта бола алмайды. Бүгінгі немесе өткен күнді көрсетіңіз.",
    "День события не может быть в будущем. Укажите сегодняшний или прошедший день.",
    "The day of the event cannot lie in the future. Give today or a past day.",
)
_EARLIER = Phrase(
    "Оқиға күні тіркеуден және соңғы қадамнан бұрын бола алмайды: {day}.",
    "День события не может быть раньше регистрации и последнего шага: {day}.",
    "The day of the event cannot be before the registration and the last step: {day}.",
)


_NOW = Phrase(
    "Бұл қадам жасалған күні болады; оны өткен күнмен енгізуге болмайды.",
    "Этот шаг происходит в день, когда его делают; задним числом он не вносится.",
    "This step happens on the day it is made; it cannot be entered for a past day.",
)


def _require_day(act: Act, step: Step, case: Case) -> None:
    """A fact may be entered late, but not before it happened, nor before the case began or what was done last.

    What is done in the house itself (an answer, an assignment) happens on the day it is done: a day in the past would
    make a term that was missed look kept.
    """
    today = clock.today(case.body.zone)
    if act.happened_on is None or act.happened_on == today:
        return
    if act.happened_on > today:
        raise invalid(happened_on=_LATER)
    if not step.late:
        raise invalid(happened_on=_NOW)
    last = case.row.entries.order_by("-proceeding_version").values_list("happened_on", flat=True).first()
    begun = min(max(case.row.registered_on, last or case.row.registered_on), today)
    if act.happened_on < begun:
        days = (day_text(begun, lang) for lang in LANGUAGES)
        raise invalid(happened_on=Phrase(*(text.format(day=day) for text, day in zip(_EARLIER, days, strict=True))))


__all__ = [
    "Act",
    "Done",
    "changed_meanwhile",
    "in_child",
    "make",
    "perform",
    "perform_apart",
    "perform_each",
    "visible",
]
