"""The tables of an extension, an inspection and a control: child matters of an appeal, opened and ended by its steps.

Their own steps are made by the program inside those of the appeal, where rights and guards are asked: an extension or
an inspection moves the term of the appeal itself. Source: 29I.52, 29I.53.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.control.models import Timed
from nadzor.appeals.control.moving import move_clock
from nadzor.appeals.interest import NO_INTEREST
from nadzor.appeals.rights import LEADER, NOT_COMPLAINED_OF, REGISTRAR_OR_LEADER, SEES
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import CallOff, Start, Stop, name_people
from nadzor.casework.forms import Form, Text
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.opening import child_of, parent_of
from nadzor.casework.procedure import Clock, Effect, Procedure, Right, State, Step, Tone, declare
from nadzor.casework.recalendar import THE_HOUSE
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase


class Lay(Form):
    """What is laid on an appeal, as the step of the appeal says it."""

    words: Annotated[Text, Field(max_length=5000)]
    since: dt.date | None = None
    until: dt.date | None = None
    by: int | None = None
    post: Annotated[Text, Field(max_length=300)] = ""
    authority: Annotated[Text, Field(max_length=60)] = ""
    additional: bool = False
    document: Annotated[Text, Field(max_length=300)] = ""
    before: dict[str, Any] | None = None


class Prolong(Form):
    """A later last day, and the term that it moves first, where it does."""

    until: dt.date
    before: dict[str, Any] | None = None


class End(Form):
    """How it ended, and on which day."""

    outcome: Annotated[Text, Field(max_length=5000)]
    ended_on: dt.date


def _opened(form: Lay, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    said = form.model_dump()
    facts = {("by_id" if name == "by" else name): value for name, value in said.items()}
    facts |= {"outcome": "", "ended_on": None}
    entry = {name: value for name, value in form.model_dump(mode="json", exclude={"words", "before"}).items() if value}
    parent = parent_of(ground, "words")
    return child_of(parent, Timed, facts, entry, subject=form.words[:150] or None, words=form.words)


@dataclass(frozen=True)
class ForExecutor:
    """Give the matter to the executor of the appeal: it is his term."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Write the executor, where the appeal has one."""
        if case.parent is not None and case.parent.row.executor_id is not None:
            case.row.unit_id = case.parent.row.unit_id
            name_people(case, case.parent.row.executor_id, (), change)


@dataclass(frozen=True)
class KeepUntil:
    """Keep the later day; the clock of the matter goes along."""

    clock: Clock

    def apply(self, case: Case, data: Prolong, change: Change) -> None:
        """Write it."""
        change.entry_data.update(before={"until": str(case.facts.until or "")})
        said: dict[str, Any] = {"until": data.until}
        if data.before is not None and case.facts.before is None:
            said["before"] = data.before
        change.update(Timed, case.row.pk, **said)
        move_clock(case, self.clock, data.until, change)


@dataclass(frozen=True)
class KeepEnd:
    """Keep how it ended."""

    def apply(self, case: Case, data: End, change: Change) -> None:
        """Write the outcome and the day."""
        change.update(Timed, case.row.pk, outcome=data.outcome, ended_on=data.ended_on)
        change.entry_data.update(outcome=None, ended_on=data.ended_on.isoformat())


INSIDE = Right(
    "inside",
    Phrase("жолданымның өз қадамы", "шаг самого обращения", "a step of the appeal itself"),
    lambda _actor, case, _form: case.opening is not None and case.parent is not None,
)
"""It is opened inside a step of the appeal, where the right was asked."""

OPEN, ENDED, REFUSED, ANNULLED = "open", "ended", "refused", "annulled"


_REFUSED = State(REFUSED, Phrase("Бас тартылды", "Отказано", "Refused"), Tone.ENDED, open=False)
_ANNULLED = State(ANNULLED, Phrase("Қате ашылған", "Заведено по ошибке", "Opened by mistake"), Tone.ENDED, open=False)


def _inside(
    name: str, title: Phrase, to: str | None, needs: type[Form], *effects: Effect, cites: tuple[str, ...]
) -> Step:
    return Step(name, title, frozenset({OPEN}), to, THE_HOUSE, needs=needs, effects=effects, cites=cites, house=True)


def _table(  # noqa: PLR0913, PLR0917  # the words of a table
    name: str,
    title: Phrase,
    clock: Clock,
    opens: Phrase,
    open_: Phrase,
    ended: Phrase,
    ends: Phrase,
    *cites: str,
    more: tuple[Step, ...] = (),
) -> Procedure:
    states = (
        State(OPEN, open_, Tone.WORK, open=True),
        State(ENDED, ended, Tone.DONE, open=False),
        *((_REFUSED,) if any(step.to == REFUSED for step in more) else ()),
        _ANNULLED,
    )
    kernel = kernel_steps(
        states=frozenset(state.name for state in states),
        open_states=frozenset({OPEN}),
        considered=frozenset({OPEN}),
        reopens=frozenset(),
        reopened_to=lambda _case: OPEN,
        leader=LEADER,
        keeper=REGISTRAR_OR_LEADER,
        anyone=SEES,
        resumed=None,
        naming=(NOT_COMPLAINED_OF, NO_INTEREST),
    )
    return declare(
        Procedure(
            name,
            title,
            states,
            (
                Step(
                    "open",
                    opens,
                    frozenset(),
                    OPEN,
                    INSIDE,
                    needs=Lay,
                    effects=(
                        ForExecutor(),
                        Start(clock, due=lambda _case, data: data.until, when=lambda _c, data: data.until is not None),
                    ),
                    cites=cites,
                    opens=_opened,
                    house=True,
                ),
                _inside("end", ends, ENDED, End, KeepEnd(), Stop(clock), cites=cites),
                *more,
                _inside(
                    "undo",
                    Phrase(
                        "Қате ашылған деп белгілеу", "Отметить, что заведено по ошибке", "Note that it was a mistake"
                    ),
                    ANNULLED,
                    End,
                    KeepEnd(),
                    CallOff(),
                    cites=cites,
                ),
                # none is taken up again, and what was opened by mistake is undone by a step of the appeal: the term of
                # the appeal goes back with it
                *(step for step in kernel if step.from_ and step.name != "annul"),
            ),
            clocks=(clock,),
            facts="timed",
        )
    )


_DECISION = Clock(
    "extension_decision",
    Phrase("Ұзарту туралы шешім", "Решение о продлении", "Decision on the extension"),
    ("29I.52.1",),
)
_CHECK = Clock("inspection", Phrase("Тексеру", "Проверка", "Inspection"), ("29I.52.6",))
EXTENSION = _table(
    "extension",
    Phrase("Мерзімді ұзарту", "Продление срока", "Extension of the term"),
    _DECISION,
    Phrase("Ұзартуды сұрау", "Попросить продлить", "Ask to extend"),
    Phrase("Шешім күтілуде", "Ждёт решения", "Waits for a decision"),
    Phrase("Ұзартылды", "Продлён", "Extended"),
    Phrase("Ұзарту", "Продлить", "Extend"),
    "29I.52.1",
    "29I.52.5",
    more=(
        _inside(
            "refuse",
            Phrase("Бас тарту", "Отказать", "Refuse"),
            REFUSED,
            End,
            KeepEnd(),
            Stop(_DECISION),
            cites=("29I.52.1",),
        ),
    ),
)
INSPECTION = _table(
    "inspection",
    Phrase("Жолданым бойынша тексеру", "Проверка по обращению", "Inspection on the appeal"),
    _CHECK,
    Phrase("Тексеру тағайындау", "Назначить проверку", "Order an inspection"),
    Phrase("Тексеру жүріп жатыр", "Проверка идёт", "The inspection is going on"),
    Phrase("Тексеру аяқталды", "Проверка окончена", "The inspection has ended"),
    Phrase("Тексеруді аяқтау", "Окончить проверку", "End the inspection"),
    "29I.52.6",
    "29I.52.7",
    more=(
        _inside(
            "prolong",
            Phrase("Тексеруді ұзарту", "Продлить проверку", "Prolong the inspection"),
            None,
            Prolong,
            KeepUntil(_CHECK),
            cites=("29I.52.6",),
        ),
    ),
)
CONTROL = _table(
    "control",
    Phrase("Бақылау", "Контроль", "Control"),
    Clock("control", Phrase("Бақылау мерзімі", "Срок контроля", "Term of the control"), ("29I.53",)),
    Phrase("Бақылауға алу", "Взять на контроль", "Take under control"),
    Phrase("Бақылауда", "На контроле", "Under control"),
    Phrase("Бақылаудан алынды", "Снято с контроля", "Released from control"),
    Phrase("Бақылаудан алу", "Снять с контроля", "Release from control"),
    "29I.53",
)
__all__ = ["CONTROL", "ENDED", "EXTENSION", "INSPECTION", "OPEN", "REFUSED", "End", "Lay", "Prolong"]
