"""Who is interested in the outcome of an appeal, or may be, neither considers nor agrees nor signs it (29I.61.4).

A member of the staff declares it, or a leader of the office records it. A co-executor who declares it is released at
once; an executor's case waits for another executor: nothing goes out meanwhile, and the head is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from django.db.models import prefetch_related_objects
from pydantic import Field

from nadzor.appeals.beside import Interest
from nadzor.appeals.models import Appeal, Part
from nadzor.appeals.rights import LEADER, SEES
from nadzor.appeals.states import REGISTERED, UNDER_REVIEW
from nadzor.appeals.telling import NotifyStaff, heads_of
from nadzor.casework.case import Case
from nadzor.casework.effects import CallOff, Stop, name_people
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.people import named, place_of
from nadzor.casework.procedure import YES, Clock, Guard, Step, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.o29.bans import BANS, Ground
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.models import Person

_WHY = Asked(
    Phrase("Мүдделілік неде", "В чём заинтересованность", "What the interest is"),
    Phrase(
        "Туыстық, бұрынғы қатысу, жеке қатынас немесе объективтілікке күмән тудыратын басқа жағдай.",
        "Родство, прежнее участие, личные отношения или иное, что вызывает сомнение в объективности.",
        "Kinship, an earlier part in the matter, personal relations, or whatever else casts doubt on objectivity.",
    ),
    widget="text",
)
Words = Annotated[Text, _WHY, Field(min_length=1, max_length=2000)]
_WHO = Asked(Phrase("Кім", "Кто", "Who"), widget="person")


class DeclareInterest(Form):
    """One's own interest in the outcome."""

    words: Words


class RecordInterest(Form):
    """The interest of somebody else, as a leader of the office has learnt of it."""

    person: Annotated[int, _WHO]
    words: Words


class LiftInterest(Form):
    """Why somebody is held to be interested no longer."""

    person: Annotated[int, _WHO]
    reason: Annotated[
        Text,
        Asked(Phrase("Себебі", "Причина", "Reason"), widget="text"),
        Field(min_length=1, max_length=2000),
    ]


def interests(case: Case) -> list[Interest]:
    """Return the interests that stand in an appeal or in the appeal of a child matter, oldest first."""
    appeal = (case.parent or case).facts
    if not isinstance(appeal, Appeal) or appeal.pk is None or appeal._state.adding:  # noqa: SLF001  # made up, or new
        return []
    prefetch_related_objects([appeal], "interests")  # once for all guards that ask
    return sorted((row for row in appeal.interests.all() if row.lifted_on is None), key=lambda row: row.pk)


def interested(case: Case) -> frozenset[int]:
    """Return who may have no part in an appeal."""
    return frozenset(row.person_id for row in interests(case))


def interest_among(case: Case, people: Iterable[int]) -> Verdict:
    """Refuse the first of people whose interest stands. Source: 29I.61.4."""
    return _refused(interested(case) & set(people))


def _nobody_named(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return interest_among(case, named(form))


def _refused(people: frozenset[int] | set[int]) -> Verdict:
    if not people:
        return YES
    names = ", ".join(person.short_name for person in Person.objects.filter(pk__in=people))
    ban = BANS[Ground.INTERESTED]
    return no(Phrase(*(text.format(name=names) for text in ban.why)), ban.point)


NO_INTEREST = Guard("no_interest", _nobody_named)
"""Nobody named in the form is interested (29I.61.4)."""


def _not_the_actor(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return no(_YOURSELF, "29I.61.4") if actor.person_id in interested(case) else YES


_YOURSELF = Phrase(
    "Бұл жолданымда сіздің мүдделілігіңіз жазылған: оны қарауға қатыспайсыз. Басшылық басқа адамға тапсырады.",
    "По этому обращению записана ваша заинтересованность: участвовать в рассмотрении нельзя. Руководство поручит "
    "его другому.",
    "Your interest in this appeal is recorded: you take no part in considering it. The leadership gives it to "
    "somebody else.",
)
DISINTERESTED = Guard("disinterested", _not_the_actor)
"""Who makes the step is not interested (29I.61.4)."""


def _not_the_executor(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    appeal = case.parent or case
    if appeal.row.executor_id is None or appeal.row.executor_id not in interested(case):
        return YES
    return no(_EXECUTOR, "29I.61.4")


_EXECUTOR = Phrase(
    "Орындаушының мүдделілігі жазылған. Алдымен басшылық басқа орындаушыны тағайындасын («Орындаушыны ауыстыру»).",
    "Записана заинтересованность исполнителя. Сначала руководство назначит другого («Сменить исполнителя»).",
    "The executor is recorded as interested. First the leadership names another one (“Name another executor”).",
)
EXECUTOR_DISINTERESTED = Guard("executor_disinterested", _not_the_executor)
"""The one who holds the case is not interested: else it is first given to another (29I.61.4)."""


@dataclass(frozen=True)
class KeepInterest:
    """Keep an interest; release a co-executor at once."""

    parts: Clock

    def apply(self, case: Case, data: DeclareInterest | RecordInterest, change: Change) -> None:
        """Write the row. Raises Invalid for somebody outside the office, or an interest that stands already."""
        declared = isinstance(data, DeclareInterest)
        person = _actor_of(case) if isinstance(data, DeclareInterest) else data.person
        field = "words" if declared else "person"
        if person is None:
            raise invalid(**{field: _NO_PERSON})
        place_of(person, case, field)
        if person in interested(case):
            raise invalid(**{field: _STANDS})
        change.insert(
            Interest,
            appeal_id=case.row.pk,
            person_id=person,
            declared=declared,
            words=data.words,
            since=case.happened_on,
            lifted_on=None,
            lifted_why="",
        )
        change.entry_data["person"] = person
        if person in case.co_executors() and case.row.executor_id is not None:
            self._release(case, person, change)

    def _release(self, case: Case, person: int, change: Change) -> None:
        others = case.co_executors() - {person}
        name_people(case, case.row.executor_id or 0, tuple(sorted(others)), change)
        change.entry_data["released"] = person
        given = set(Part.objects.filter(appeal=case.row.pk).values_list("person_id", flat=True))
        if not others:
            CallOff(self.parts).apply(case, None, change)
        elif others <= given:
            Stop(self.parts).apply(case, None, change)


def _actor_of(case: Case) -> int | None:
    return case.act.actor.person_id if case.act is not None else None


_NO_PERSON = Phrase(
    "Мүдделілікті тек прокуратура қызметкері мәлімдейді.",
    "О заинтересованности заявляет только работник прокуратуры.",
    "Only a member of the staff declares an interest.",
)
_STANDS = Phrase(
    "Бұл адамның мүдделілігі жазылған.",
    "Заинтересованность этого человека уже записана.",
    "The interest of this person is recorded already.",
)


@dataclass(frozen=True)
class Lift:
    """End an interest with its reason; the row stays."""

    def apply(self, case: Case, data: LiftInterest, change: Change) -> None:
        """Write the day and the reason. Raises Invalid where no interest of the person stands, or it is one's own."""
        row = next((each for each in interests(case) if each.person_id == data.person), None)
        if row is None:
            raise invalid(person=_NONE_STANDS)
        if row.person_id == _actor_of(case):
            raise invalid(person=_OWN)
        change.update(Interest, row.pk, lifted_on=case.happened_on, lifted_why=data.reason)


_NONE_STANDS = Phrase(
    "Бұл адамның мүдделілігі жазылмаған.",
    "Заинтересованность этого человека не записана.",
    "No interest of this person is recorded.",
)
_OWN = Phrase(
    "Өз мүдделілігіңізді өзіңіз алып тастай алмайсыз.",
    "Снять запись о собственной заинтересованности нельзя.",
    "You cannot lift your own interest.",
)


def _somebody(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if interests(case) else no(_NOBODY, "29I.61.4")


_NOBODY = Phrase(
    "Бұл жолданымда ешкімнің мүдделілігі жазылмаған.",
    "По этому обращению ничья заинтересованность не записана.",
    "No interest is recorded in this appeal.",
)
SOMEBODY_INTERESTED = Guard("somebody_interested", _somebody)


def interest_steps(parts: Clock) -> tuple[Step, ...]:
    """Return the steps by which an interest is declared, recorded and lifted. `parts`: what the co-executors owe."""
    standing = frozenset({REGISTERED, UNDER_REVIEW})
    told = NotifyStaff("interest_recorded", lambda case, _data: heads_of(case))
    return (
        Step(
            "declare_interest",
            Phrase("Мүдделілік туралы мәлімдеу", "Заявить о заинтересованности", "Declare an interest"),
            standing,
            None,
            SEES,
            needs=DeclareInterest,
            effects=(KeepInterest(parts), told),
            cites=("29I.61.4",),
            aside=True,
        ),
        Step(
            "record_interest",
            Phrase("Мүдделілікті жазу", "Записать заинтересованность", "Record an interest"),
            standing,
            None,
            LEADER,
            needs=RecordInterest,
            effects=(KeepInterest(parts), told),
            cites=("29I.61.4",),
            aside=True,
        ),
        Step(
            "lift_interest",
            Phrase("Мүдделілікті алып тастау", "Снять запись о заинтересованности", "Lift an interest"),
            standing,
            None,
            LEADER,
            needs=LiftInterest,
            guards=(SOMEBODY_INTERESTED,),
            effects=(Lift(),),
            cites=("29I.61.4",),
            aside=True,
        ),
    )
