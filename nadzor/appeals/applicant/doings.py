"""What the applicant may do now in an appeal: one table, asked by the page of the public and by the API.

A row names the step behind it, so whether it may be made is told by the table of that step alone (`rules.permitted`).
Rooms above add their rows by `offer`.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from nadzor.casework.act import Act
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form, parsed
from nadzor.casework.loading import case_of
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import Done, perform
from nadzor.casework.procedure import PROCEDURES, Step
from nadzor.casework.refusals import Refusal, WrongState
from nadzor.casework.rules import permitted
from nadzor.casework.showing import days_left
from nadzor.law.words import Phrase
from nadzor.organs.actor import HOUSE, Actor


def itself(case: Case) -> Proceeding:
    """The appeal: what most is done on."""
    return case.row


def child_in(procedure: str, *states: str) -> Callable[[Case], Proceeding | None]:
    """Return what finds the last child matter of a kind in one of some states."""

    def found(case: Case) -> Proceeding | None:
        rows = [each for each in case.children if each.procedure == procedure and each.state in states]
        return max(rows, key=lambda each: each.pk, default=None)

    return found


def _as_typed(_case: Case, said: Mapping[str, Any]) -> dict[str, Any]:
    return dict(said)


def _no_day(_case: Case, _row: Proceeding) -> dt.date | None:
    return None


def _nothing_against(_case: Case, _row: Proceeding) -> Phrase | None:
    return None


def _nothing_said(_case: Case) -> dict[str, Any]:
    return {}


def _nothing_goes_on(_case: Case) -> Phrase | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One thing that an applicant may do. `name`: in the address of its page and for programs.

    `on`: the proceeding it is done on, none where it has no object; `asks`: what the applicant fills in, from which
    `said` makes the data of the step; `labels`: how the applicant is asked where staff are asked otherwise; `choices`:
    what is offered in a field, `told_of`: what it is about, where these differ from case to case. `until`: the last
    day. `otherwise`: why it cannot be done in the present state, `absent`: where it has no object; none where nobody
    would look for it; `against`: what else stands against it. `goes_on`: what follows from having done it and is not
    over: told as what happens next, and it is not done again. `named`: the surname is asked, so that a code alone does
    not do it. `leads`: it is waited for, and told first. `before`: a step that is made first where it was not yet made,
    with its data. `warns`: what is asked about once, by field; sent again as it is, it goes. `told_after`: what is said
    when it is done, where `done` does not say it all.
    """

    name: str
    title: Phrase
    told: Phrase
    procedure: str
    step: str
    asks: type[Form]
    done: Phrase
    on: Callable[[Case], Proceeding | None] = itself
    said: Callable[[Case, Mapping[str, Any]], dict[str, Any]] = _as_typed
    labels: Mapping[str, Asked] = field(default_factory=dict)
    choices: Callable[[Case, str], tuple[tuple[str, Phrase], ...]] | None = None
    until: Callable[[Case, Proceeding], dt.date | None] = _no_day
    told_of: Callable[[Case, Proceeding], Phrase] | None = None
    otherwise: Phrase | None = None
    absent: Phrase | None = None
    named: bool = False
    leads: bool = False
    against: Callable[[Case, Proceeding], Phrase | None] = _nothing_against
    goes_on: Callable[[Case], Phrase | None] = _nothing_goes_on
    before: str = ""
    before_said: Callable[[Case], dict[str, Any]] = _nothing_said
    warns: Callable[[Case, Mapping[str, Any]], dict[str, Phrase]] | None = None
    told_after: Callable[[Case], Phrase] | None = None

    @property
    def cites(self) -> tuple[str, ...]:
        """The points behind it: those of the step."""
        return PROCEDURES[self.procedure].step_of[self.step].cites


@dataclass(frozen=True, slots=True)
class Now:
    """What may be done now: on which proceeding, what it is about, until when.

    `left`: the working days until then, below 0 when it is over.
    """

    doing: Doing
    on: str
    told: Phrase
    until: dt.date | None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class NotNow:
    """What may not be done, and on what ground. `goes_on`: it was done, and `why` says what comes of it."""

    doing: Doing
    why: Phrase
    cites: tuple[str, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class MayDo:
    """What the applicant may do and may not, each in the order of the table; what is waited for stands first."""

    now: tuple[Now, ...]
    not_now: tuple[NotNow, ...]

    @property
    def awaited(self) -> tuple[Now, ...]:
        """What the office waits for."""
        return tuple(each for each in self.now if each.doing.leads)

    @property
    def others(self) -> tuple[Now, ...]:
        """What the applicant may do without being asked."""
        return tuple(each for each in self.now if not each.doing.leads)

    @property
    def going_on(self) -> tuple[NotNow, ...]:
        """What the applicant has asked for and waits for."""
        return tuple(each for each in self.not_now if each.goes_on)

    @property
    def closed(self) -> tuple[NotNow, ...]:
        """What cannot be done."""
        return tuple(each for each in self.not_now if not each.goes_on)


NOTHING = MayDo((), ())
DOINGS: list[Doing] = []


def offer(*doings: Doing) -> None:
    """Add rows to the table; asked twice with the same rows it does nothing. Raises ValueError for a taken name."""
    for doing in doings:
        if doing in DOINGS:
            continue
        if any(each.name == doing.name for each in DOINGS):
            raise ValueError(doing.name)
        DOINGS.append(doing)


def may_do(case: Case) -> MayDo:
    """Return what the applicant may do in an appeal now, and what not."""
    found = [_asked(doing, case) for doing in DOINGS]
    now = [each for each in found if isinstance(each, Now)]
    now.sort(key=lambda each: not each.doing.leads)
    return MayDo(tuple(now), tuple(each for each in found if isinstance(each, NotNow)))


def doing_of(case: Case, name: str) -> Now | NotNow | None:
    """Return whether one thing may be done; none for what the table does not know or what has no object here."""
    doing = next((each for each in DOINGS if each.name == name), None)
    return None if doing is None else _asked(doing, case)


def _asked(doing: Doing, case: Case) -> Now | NotNow | None:
    row = doing.on(case)
    step = PROCEDURES[doing.procedure].step_of[doing.step]
    if row is None:
        return None if doing.absent is None else NotNow(doing, doing.absent, step.cites)
    against = doing.against(case, row)
    if against is not None:
        return NotNow(doing, against, step.cites)
    goes_on = doing.goes_on(case)
    if goes_on is not None:
        return NotNow(doing, goes_on, step.cites, goes_on=True)
    target = case if row.pk == case.row.pk else case_of(row, parent=case.row, known=case.directory)
    first = _first(doing, row)
    try:
        permitted(first or step, target, HOUSE, None)
    except WrongState:
        return None if doing.otherwise is None else NotNow(doing, doing.otherwise, step.cites)
    except Refusal as refusal:
        return NotNow(doing, refusal.message, refusal.cites)
    told = doing.told if doing.told_of is None else doing.told_of(case, row)
    until = doing.until(case, row)
    return Now(doing, row.number, told, until, None if until is None else days_left(until, case.happened_on))


def _first(doing: Doing, row: Proceeding) -> Step | None:
    """The step that goes before the one of a row, where it has not been made."""
    steps = PROCEDURES[doing.procedure].step_of
    made = not doing.before or row.state in steps[doing.step].from_
    return None if made else steps[doing.before]


def do(case: Case, now: Now, typed: Mapping[str, Any], actor: Actor, key: str | None) -> Done:
    """Do it, as the applicant typed it. Raises a Refusal, and then nothing is done."""
    doing = now.doing
    said = parsed(doing.asks, typed, listed=False).model_dump(mode="json", exclude_unset=True)
    act = Act(doing.procedure, doing.step, actor, doing.said(case, said), on=(now.on,), key=key)
    row = doing.on(case)
    first = _first(doing, row) if row is not None else None
    if first is None:
        return perform(act)
    with transaction.atomic():
        perform(Act(doing.procedure, first.name, actor, doing.before_said(case), on=(now.on,)))
        return perform(act)
