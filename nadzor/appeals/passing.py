"""Passing an appeal on: to a unit, whose head assigns inside it; to a leader for report; to heads of several units.

Source: 29I.26 (on the day of receipt, after the study of materials and supervisory files), 29I.33 (several units).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from nadzor import clock
from nadzor.appeals.beside import Passing
from nadzor.appeals.forms import AskedKind, Assign
from nadzor.appeals.interest import NO_INTEREST, interest_among
from nadzor.appeals.issues import TELL_EXECUTOR
from nadzor.appeals.rights import NOT_COMPLAINED_OF, complained_among
from nadzor.appeals.routing.places import PLACES, RIGHT_UNIT
from nadzor.appeals.states import REGISTERED, UNDER_REVIEW
from nadzor.appeals.telling import NotifyStaff, head_of_unit
from nadzor.casework.case import Case
from nadzor.casework.circles import require_named
from nadzor.casework.effects import Notify, Start, Stop
from nadzor.casework.forms import Asked, Form, Text, say, wrong
from nadzor.casework.people import PRESENT, place_of
from nadzor.casework.procedure import YES, Clock, Effect, Guard, Right, Step, Verdict
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.posts import Body
from nadzor.law.words import Phrase
from nadzor.organs.actor import LEADERS, Actor
from nadzor.organs.models import Appointment, Unit, held_on
from nadzor.organs.roles import Role

_STUDIED = Asked(
    Phrase("Зерделенген материалдар", "Изученные материалы", "What was studied"),
    Phrase(
        "Бар материалдар мен қадағалау іс жүргізулері; болмаса, соны жазыңыз.",
        "Имеющиеся материалы и надзорные производства; если их нет, так и напишите.",
        "Existing materials and supervisory files; if there are none, say so.",
    ),
    widget="text",
)
Studied = Annotated[Text, _STUDIED, Field(max_length=2000)]
say(
    "unit_twice",
    Phrase(
        "Бірінші бөлімшені екінші рет таңдамаңыз.",
        "Первое подразделение не выбирают второй раз.",
        "Do not choose the first unit a second time.",
    ),
)


class PassToUnit(Form):
    """The unit that an appeal is passed to (29I.26)."""

    unit: Annotated[int, Asked(Phrase("Бөлімше", "Подразделение", "Unit"), widget="unit")]
    studied: Studied = ""


class Report(Form):
    """The leader to whom an appeal is reported (29I.26)."""

    leader: Annotated[int, Asked(Phrase("Кімге", "Кому", "To whom"), widget="leader")]
    studied: Studied = ""


class AssignUnits(Form):
    """The units concerned, in the order of the assignment (29I.33.1)."""

    first: Annotated[
        int,
        Asked(
            Phrase("Бірінші бөлімше", "Первое подразделение", "The first unit"),
            Phrase(
                "Оның басшысы өтініш берушіге жиынтық жауапқа жауап береді.",
                "Его руководитель отвечает за сводный ответ заявителю.",
                "Its head answers for the joint answer to the applicant.",
            ),
            widget="unit",
        ),
    ]
    others: Annotated[
        tuple[int, ...],
        Asked(Phrase("Басқа бөлімшелер", "Другие подразделения", "The other units"), widget="units"),
        Field(min_length=1, max_length=20),
    ]
    kind: AskedKind = None

    @model_validator(mode="after")
    def _different(self) -> Self:
        if self.first in self.others:
            raise wrong("unit_twice")
        return self

    def units(self) -> tuple[int, ...]:
        """The units in the order of the assignment."""
        return tuple(dict.fromkeys((self.first, *self.others)))


PASSING = Right(
    "passing",
    Phrase(
        "прокуратураның басшылығы, жолданымдарды беруге жауапты қызметкер",
        "руководство прокуратуры, работник, на которого возложена передача обращений",
        "the leadership of the office, the employee charged with passing appeals on",
    ),
    lambda actor, case, _form: actor.leads(case.body.id) or actor.has_role(Role.REGISTRAR, case.body.id),
    ("29I.26.1", "29I.26.2"),
)
LEADERSHIP = Right(
    "leadership",
    Phrase("прокуратураның басшылығы", "руководство прокуратуры", "the leadership of the office"),
    lambda actor, case, _form: actor.leads(case.body.id),
    ("29I.33.1",),
)


def _require_study(case: Case, studied: str) -> None:
    """In the General Prosecutor's Office materials and supervisory files are studied before passing on (29I.26.1)."""
    if case.body.kind is Body.GPO and not studied:
        raise invalid(studied=_NOT_STUDIED)


_NOT_STUDIED = Phrase(
    "Қандай материалдар мен қадағалау іс жүргізулері зерделенгенін жазыңыз: Бас прокуратурада онсыз берілмейді.",
    "Напишите, какие материалы и надзорные производства изучены: в Генеральной прокуратуре без этого не передают.",
    "Say which materials and supervisory files were studied: without that nothing is passed on in this Office.",
)


def _unit(case: Case, unit_id: int, field: str) -> int:
    """Return the head of a unit of this office. Raises Invalid for a unit of another one, or without a head."""
    day = clock.today(case.body.zone)
    if not Unit.objects.filter(held_on(day), pk=unit_id, body_id=case.row.body_id).exists():
        raise invalid(**{field: _NO_UNIT})
    head = head_of_unit(unit_id, day)
    if head is None:
        raise invalid(**{field: _NO_HEAD})
    return head


_NO_UNIT = Phrase(
    "Бұл прокуратурада мұндай бөлімше жоқ. Тізімнен таңдаңыз.",
    "В этой прокуратуре такого подразделения нет. Выберите из списка.",
    "There is no such unit in this office. Choose from the list.",
)
_NO_HEAD = Phrase(
    "Бұл бөлімшенің қазір басшысы жоқ. Басқа бөлімшені таңдаңыз немесе жолданымды қызметкерге беріңіз.",
    "У этого подразделения сейчас нет руководителя. Выберите другое или передайте обращение работнику.",
    "This unit has no head at present. Choose another one, or pass the appeal on to a person.",
)


@dataclass(frozen=True)
class ToUnit:
    """Put the case into a unit, where its head assigns it."""

    def apply(self, case: Case, data: PassToUnit, change: Change) -> None:
        """Change the unit, keep to which and what was studied. Raises Invalid."""
        _require_study(case, data.studied)
        _unit(case, data.unit, "unit")
        case.row.unit_id = data.unit
        _keep(case, change, unit_id=data.unit, studied=data.studied)


def _keep(case: Case, change: Change, **more: Any) -> None:
    row = {"unit_id": None, "leader_id": None, "place": 1, "studied": "", **more}
    change.insert(Passing, appeal_id=case.row.pk, passed_on=case.happened_on, **row)


def leaders(body_id: int, case: Case) -> list[Appointment]:
    """Return who leads an office today, in the order of names."""
    day = clock.today(case.body.zone)
    rows = Appointment.objects.filter(held_on(day), body_id=body_id, post__in=LEADERS).select_related("person")
    return list(rows.order_by("person__sort_key", "pk"))


@dataclass(frozen=True)
class ToLeader:
    """Keep to which leader an appeal was reported."""

    def apply(self, case: Case, data: Report, change: Change) -> None:
        """Write the row. Raises Invalid for somebody who does not lead the office."""
        _require_study(case, data.studied)
        place_of(data.leader, case, "leader")
        if data.leader not in {row.person_id for row in leaders(case.row.body_id, case)}:
            raise invalid(leader=_NO_LEADER)
        require_named(case, [data.leader], "leader")
        _keep(case, change, leader_id=data.leader, studied=data.studied)


_NO_LEADER = Phrase(
    "Баяндау прокуратураның басшылығына жасалады. Тізімнен таңдаңыз.",
    "Докладывают руководству прокуратуры. Выберите из списка.",
    "A report goes to the leadership of the office. Choose from the list.",
)


def _as_people(case: Case, form: AssignUnits) -> Assign:
    """The assignment to the heads of units, the first of whom answers."""
    first, *rest = form.units()
    executor = _unit(case, first, "first")
    heads = dict.fromkeys(_unit(case, unit, "others") for unit in rest)
    others = tuple(head for head in heads if head != executor)
    return Assign(executor=executor, co_executors=others, kind=form.kind)


def _heads_may(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """What forbids naming a person forbids it for the head of a unit too."""
    if not isinstance(form, AssignUnits):
        return YES
    people = _as_people(case, form)
    verdicts = (guard.test(case, actor, people) for guard in (PRESENT, NOT_COMPLAINED_OF, NO_INTEREST))
    return next((verdict for verdict in verdicts if not verdict.allowed), YES)


HEADS_MAY = Guard("heads_may", _heads_may)


def _receiver_may(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """Nobody complained of or interested gets it, neither as the leader it is reported to nor as the head of a unit."""
    if isinstance(form, Report):
        people = [form.leader]
    elif isinstance(form, PassToUnit):
        head = head_of_unit(form.unit, clock.today(case.body.zone))
        people = [] if head is None else [head]
    else:
        return YES
    found = complained_among(case, people)
    return interest_among(case, people) if found.allowed else found


RECEIVER_MAY = Guard("receiver_may", _receiver_may)


@dataclass(frozen=True)
class ToUnits:
    """Assign to the heads of all units concerned; the case lies in the unit that stands first (29I.33.1, 33.2)."""

    assign: Effect

    def apply(self, case: Case, data: AssignUnits, change: Change) -> None:
        """Name the heads, keep the units in their order."""
        people = _as_people(case, data)
        self.assign.apply(case, people, change)
        case.row.unit_id = data.first
        change.entry_data |= {"executor": people.executor, "co_executors": list(people.co_executors)}
        for place, unit in enumerate(data.units(), start=1):
            _keep(case, change, unit_id=unit, place=place)


def passing_steps(assign: Effect, passing_on: Clock, parts: Clock) -> tuple[Step, ...]:
    """Return the steps by which an appeal is passed on otherwise than to a person. `assign`: what names people."""

    def head(case: Case, data: PassToUnit) -> Iterable[int]:
        return [_unit(case, data.unit, "unit")]

    def leader(_case: Case, data: Report) -> Iterable[int]:
        return [data.leader]

    return (
        Step(
            "pass_to_unit",
            Phrase("Бөлімшеге беру", "Передать в подразделение", "Pass on to a unit"),
            frozenset({REGISTERED}),
            None,
            PASSING,
            needs=PassToUnit,
            guards=(RECEIVER_MAY, RIGHT_UNIT),
            effects=(ToUnit(), Stop(passing_on), NotifyStaff("passed_to_unit", head)),
            cites=("29I.26.1", "29I.26.2"),
            late=True,
        ),
        Step(
            "report",
            Phrase("Басшылыққа баяндауға беру", "Передать на доклад руководству", "Pass on to the leadership"),
            frozenset({REGISTERED}),
            None,
            PASSING,
            needs=Report,
            guards=(RECEIVER_MAY,),
            effects=(ToLeader(), Stop(passing_on), NotifyStaff("reported", leader)),
            cites=("29I.26.1", "29I.26.2"),
            late=True,
        ),
        Step(
            "assign_units",
            Phrase("Бірнеше бөлімшеге тапсыру", "Поручить нескольким подразделениям", "Assign to several units"),
            frozenset({REGISTERED}),
            UNDER_REVIEW,
            LEADERSHIP,
            needs=AssignUnits,
            guards=(HEADS_MAY, *PLACES),
            effects=(
                ToUnits(assign),
                Stop(passing_on),
                Start(parts, when=lambda case, _data: bool(case.co_executors())),
                Notify("executor", "assigned"),
                Notify("applicant", "executor_named"),
                TELL_EXECUTOR,
            ),
            cites=("29I.33.1", "29I.33.2", "29I.33.3"),
            late=True,
        ),
    )
