"""The file is shown to a participant who asks, while the appeal is considered and after it.

Source: 29I.78; APPK 75 (during the case and after it, within three working days of the request, copies by any means;
state secrets and other protected secrets are kept back). A request stands in nobody's way: the appeal goes on.
"""

from dataclasses import dataclass
from typing import Any

from nadzor.appeals.access.forms import Appoint, AskAccess, Asks, GiveAccess
from nadzor.appeals.access.models import FileAccess
from nadzor.appeals.checking import require_between
from nadzor.appeals.hearing.effects import SPEAKS
from nadzor.appeals.hearing.kept import with_day
from nadzor.appeals.interest import NO_INTEREST
from nadzor.appeals.materials import ForTheAsker
from nadzor.appeals.rights import EXECUTOR_OR_LEADER, LEADER, NOT_COMPLAINED_OF, REGISTRAR_OR_LEADER, SEES
from nadzor.appeals.states import EARLIER, FORWARDED, STATES
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import CallOff, Notify, Start, Stop
from nadzor.casework.forms import Form, typed_lines
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.models import Term
from nadzor.casework.opening import child_of, open_child, parent_of
from nadzor.casework.procedure import YES, Clock, Guard, Procedure, State, Step, Tone, Verdict, declare, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue

POINTS = ("29I.78", "APPK.75")
FILE_ACCESS = "file_access"
ACCESS = Clock("access", Phrase("Іспен таныстыру", "Ознакомление с делом", "Access to the file"), ("APPK.75",))
ASKED, APPOINTED, GIVEN, NOT_COME, ANNULLED = "asked", "appointed", "given", "not_come", "annulled"


def _asked_already(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    waits = next(iter(case.open_children(FILE_ACCESS)), None)
    if waits is None:
        return YES
    term = Term.objects.filter(proceeding=waits.pk, clock=ACCESS.name).latest("pk")
    return no(with_day(_ASKED_UNTIL, term.due_day), *POINTS)


_ASKED_UNTIL = Phrase(
    "Іспен танысу сұралған. Таныстыру мерзімі, соңғы күні: {day}.",
    "Об ознакомлении уже просили. Последний день, чтобы показать дело: {day}.",
    "Access was asked for already. Last day on which the file is shown: {day}.",
)
NOT_ASKED_YET = Guard("access_not_asked_yet", _asked_already)


@dataclass(frozen=True)
class OpenAccess:
    """Open the request as a child matter."""

    def apply(self, case: Case, data: AskAccess, change: Change) -> None:
        """Open the child. Raises Invalid for a day before the registration or to come."""
        came = data.came_on or case.happened_on
        require_between("came_on", came, case.row.registered_on, case.happened_on)
        child = open_child(case, FILE_ACCESS, {"words": data.words, "came_on": came}, change)
        change.entry_data.update({"words": None, "access": child.row.number})


def _opened(form: Asks, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    facts: dict[str, Any] = {"words": form.words, "came_on": form.came_on, "on": None, "hour": "", "place": ""}
    entry = {"came_on": form.came_on.isoformat()}
    return child_of(parent_of(ground, "words"), FileAccess, facts, entry, words=form.words)


@dataclass(frozen=True)
class KeepAppointed:
    """Keep when and where the file is shown, and tell the participant in the appeal, which has the code."""

    def apply(self, case: Case, data: Appoint, change: Change) -> None:
        """Write the row, owe the notice. Raises Invalid for a day before today or after the end of the term."""
        term = case.running(ACCESS.name)
        last = None if term is None or term.due_day < case.happened_on else term.due_day
        if data.on < case.happened_on or (last is not None and data.on > last):
            raise invalid(on=_NOT_BEFORE if last is None else with_day(_BY, last))
        said = {"on": data.on, "hour": data.hour, "place": data.place}
        change.update(FileAccess, case.row.pk, **said)
        told = {**said, "on": data.on.isoformat()}
        Notify("applicant", "access_set", lambda _case, _data: told).apply(case.parent or case, data, change)


_BY = Phrase(
    "Бүгіннен бастап, мерзімнен кешіктірмей: {day}.",
    "Не раньше сегодняшнего дня и не позже срока: {day}.",
    "Not before today and not after the term: {day}.",
)
_NOT_BEFORE = Phrase("Бүгіннен ерте емес.", "Не раньше сегодняшнего дня.", "Not before today.")


def _its_day(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    day = case.facts.on
    return YES if day is None or day <= case.happened_on else no(with_day(_NOT_YET, day), *POINTS)


_NOT_YET = Phrase(
    "Таныстыру {day} белгіленген: одан бұрын келмеді деп жазылмайды.",
    "Ознакомление назначено на {day}: раньше неявку не отмечают.",
    "The file is shown on {day}: absence is not noted before.",
)
ITS_DAY = Guard("its_day", _its_day)


def _recorded(_case: Case, data: GiveAccess, _lang: Language) -> dict[str, Any]:
    return {
        "person": data.person,
        "shown": typed_lines(data.shown),
        "copies": typed_lines(data.copies) or None,
        "kept_back": data.kept_back or None,
    }


_STATES = (
    State(ASKED, Phrase("Іспен танысу сұралды", "Просят ознакомить", "Asked for"), Tone.NEW, open=True),
    State(APPOINTED, Phrase("Күні белгіленді", "День назначен", "A day is set"), Tone.WAIT, open=True),
    State(GIVEN, Phrase("Таныстырылды", "Ознакомлен", "Shown"), Tone.DONE, open=False),
    State(NOT_COME, Phrase("Келмеді", "Не явился", "Did not come"), Tone.ENDED, open=False),
    State(ANNULLED, Phrase("Жойылды", "Аннулировано", "Annulled"), Tone.ENDED, open=False),
)
_OPEN = frozenset({ASKED, APPOINTED})
ACCESS_TABLE = declare(
    Procedure(
        FILE_ACCESS,
        Phrase("Іспен таныстыру", "Ознакомление с делом", "Access to the file"),
        _STATES,
        (
            Step(
                "ask",
                Phrase("Өтінішті енгізу", "Внести просьбу", "Enter the request"),
                frozenset(),
                ASKED,
                SPEAKS,
                needs=Asks,
                effects=(ForTheAsker(), Start(ACCESS, since=lambda _case, data: data.came_on)),
                cites=POINTS,
                opens=_opened,
            ),
            Step(
                "appoint",
                Phrase("Күнін белгілеу", "Назначить день", "Set a day"),
                _OPEN,
                APPOINTED,
                EXECUTOR_OR_LEADER,
                needs=Appoint,
                effects=(KeepAppointed(),),
                cites=POINTS,
            ),
            Step(
                "give",
                Phrase("Іспен таныстыру", "Ознакомить с делом", "Show the file"),
                _OPEN,
                GIVEN,
                EXECUTOR_OR_LEADER,
                needs=GiveAccess,
                effects=(Issue("access_record", _recorded), Stop(ACCESS), CallOff()),
                cites=POINTS,
                leads=True,
                late=True,
            ),
            Step(
                "note_absence",
                Phrase("Келмегенін белгілеу", "Отметить неявку", "Note that nobody came"),
                frozenset({APPOINTED}),
                NOT_COME,
                EXECUTOR_OR_LEADER,
                guards=(ITS_DAY,),
                effects=(CallOff(),),
                cites=POINTS,
                aside=True,
            ),
            *kernel_steps(
                states=frozenset(state.name for state in _STATES),
                open_states=_OPEN,
                considered=_OPEN,
                reopens=frozenset({GIVEN, NOT_COME}),
                reopened_to=lambda _case: ASKED,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=None,
                naming=(NOT_COMPLAINED_OF, NO_INTEREST),
            ),
        ),
        clocks=(ACCESS,),
        facts=FILE_ACCESS,
        lasts=True,
    )
)
ACCESS_STEPS = (
    Step(
        "ask_access",
        Phrase("Іспен танысу өтінішін енгізу", "Внести просьбу об ознакомлении", "Enter a request to see the file"),
        frozenset(state.name for state in STATES) - {"annulled", EARLIER, FORWARDED},
        None,
        SPEAKS,
        needs=AskAccess,
        guards=(NOT_ASKED_YET,),
        effects=(OpenAccess(), Notify("executor", "access_asked")),
        cites=POINTS,
        aside=True,
    ),
)
