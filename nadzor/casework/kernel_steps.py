"""Steps that every procedure has: correct, annul, reopen, reassign, note, recalendar. None changes an entry."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import Field

from nadzor.casework import identifiers
from nadzor.casework.case import Case
from nadzor.casework.effects import CallOff, Notify, name_people, write_new_term
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.loading import load
from nadzor.casework.models import Party, Proceeding, SearchRow, Term
from nadzor.casework.people import PRESENT, place_of
from nadzor.casework.procedure import PROCEDURES, YES, Clock, Guard, Right, Step, Verdict, no
from nadzor.casework.recalendar import recalendar_step
from nadzor.casework.recording import record
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import HOUSE, Actor
from nadzor.organs.folding import folded, sort_key

_REASON = Asked(Phrase("Себебі", "Причина", "Reason"), widget="text")
Reason = Annotated[Text, _REASON, Field(min_length=1, max_length=2000)]


class Correct(Form):
    """A typing error: which field, what it should say, why."""

    field: Annotated[Text, Asked(Phrase("Өріс", "Поле", "Field"), widget="correctable"), Field(max_length=40)]
    value: Annotated[
        Text, Asked(Phrase("Дұрысы", "Как правильно", "What it should say")), Field(min_length=1, max_length=500)
    ]
    reason: Reason


class Annul(Form):
    """Why a registration was a mistake."""

    reason: Reason


class Reopen(Form):
    """Why a closed matter is taken up again."""

    reason: Reason


class Reassign(Form):
    """Who considers it from now on."""

    executor: Annotated[int, Asked(Phrase("Орындаушы", "Исполнитель", "Executor"), widget="person")]
    reason: Annotated[Text, _REASON, Field(max_length=2000)] = ""


class Note(Form):
    """A note to the file."""

    text: Annotated[
        Text,
        Asked(Phrase("Белгі мәтіні", "Текст отметки", "Text of the note"), widget="text"),
        Field(min_length=1, max_length=5000),
    ]


PARTY_FIELDS = ("surname", "given_name", "patronymic", "organisation", "postal_address", "iin", "email", "phone")
PARTY_TITLES: dict[str, Phrase] = {
    "surname": Phrase("Тегі", "Фамилия", "Surname"),
    "given_name": Phrase("Аты", "Имя", "Name"),
    "patronymic": Phrase("Әкесінің аты", "Отчество", "Patronymic"),
    "organisation": Phrase("Ұйым", "Организация", "Organisation"),
    "postal_address": Phrase("Пошталық мекенжай", "Почтовый адрес", "Postal address"),
    "iin": Phrase("ЖСН немесе БСН", "ИИН или БИН", "IIN or BIN"),
    "email": Phrase("Электрондық пошта", "Электронная почта", "E-mail"),
    "phone": Phrase("Телефон", "Телефон", "Telephone"),
}
_NOT_CORRECTED = Phrase(
    "Бұл өріс осылай түзетілмейді. Тізімнен таңдаңыз.",
    "Это поле так не исправляется. Выберите из списка.",
    "This field is not corrected this way. Choose from the list.",
)
_LENGTH = {each: Party._meta.get_field(each).max_length or 0 for each in PARTY_FIELDS}  # type: ignore[union-attr]  # noqa: SLF001
_NAMES = frozenset({"surname", "given_name", "patronymic", "organisation"})
_NOT_HIS = Phrase(
    "Өтініш берушіде мұндай өріс жоқ: адамның ұйым атауы, ұйымның тегі болмайды.",
    "У этого заявителя нет такого поля: у человека нет названия, у организации – фамилии и имени.",
    "This applicant has no such field: a person has no title, an organisation no surname or name.",
)
_TOO_LONG = Phrase("Тым ұзын.", "Слишком длинно.", "Too long.")
_FOUND_TOO = (
    f"UPDATE {SearchRow._meta.db_table} SET vector = vector || to_tsvector('russian', %s) WHERE proceeding_id = %s"  # noqa: S608, SLF001
)


@dataclass(frozen=True)
class CorrectParty:
    """Correct a field of the applicant; the entry keeps what stood there."""

    def apply(self, case: Case, data: Correct, change: Change) -> None:
        """Change the party and the name on the proceeding. Raises Invalid for a field that is not corrected so."""
        party = next((each for each in case.parties if each.role == "applicant"), None)
        if not isinstance(party, Party) or data.field not in case.procedure.correctable:
            raise invalid(field=_NOT_CORRECTED)
        value = identifiers.read(data.value) if data.field == "iin" else data.value
        if len(value) > _LENGTH[data.field]:
            raise invalid(value=_TOO_LONG)
        if data.field in _NAMES and (party.type == "organisation") != (data.field == "organisation"):
            raise invalid(field=_NOT_HIS)
        change.entry_data["before"] = getattr(party, data.field)
        setattr(party, data.field, value)
        change.update(Party, party.pk, **{data.field: value, "sort_key": sort_key(party.full_name)[:400]})
        change.execute(_FOUND_TOO, folded(value), case.row.pk)  # what stood there finds the case still
        if data.field in _NAMES and party.full_name:
            case.row.applicant = party.full_name[:400]
            case.row.applicant_folded = folded(party.full_name)[:400]
            for child in case.children:  # they bear the name of the same applicant
                names = {"applicant": case.row.applicant, "applicant_folded": case.row.applicant_folded}
                change.update(Proceeding, child.pk, **names)


def in_the_way(case: Case) -> list[Proceeding]:
    """Return the open child matters of a case that end before it does."""
    return [child for child in case.children if child.open and not PROCEDURES[child.procedure].lasts]


def _no_open_children(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return waited_for(in_the_way(case))


def _nothing_beside(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return waited_for([child for child in case.children if child.open])


def waited_for(children: list[Proceeding]) -> Verdict:
    """Refuse while child matters are open, and name them."""
    waiting = ", ".join(child.number for child in children)
    if not waiting:
        return YES
    return no(
        Phrase(
            f"Қасында жүріп жатқан істер бар: {waiting}. Алдымен оларды аяқтаңыз.",
            f"Рядом идут открытые дела: {waiting}. Сначала завершите их.",
            f"Child matters are still open: {waiting}. End them first.",
        )
    )


NO_OPEN_CHILDREN = Guard("no_open_children", _no_open_children)
NOTHING_BESIDE = Guard("nothing_beside", _nothing_beside)
"""Not even what may outlast the case."""


def _parent_open(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if case.parent is None or case.parent.state.open or case.procedure.lasts:
        return YES
    number = case.parent.row.number
    return no(
        Phrase(
            f"Негізгі іс аяқталған: {number}. Алдымен соны қайта ашыңыз.",
            f"Основное дело завершено: {number}. Сначала возобновите его.",
            f"The main case is closed: {number}. Take that one up again first.",
        )
    )


PARENT_OPEN = Guard("parent_open", _parent_open)


@dataclass(frozen=True)
class NewExecutor:
    """Name another executor; those who owe a part stay, and what the former one had opened beside it goes along."""

    def apply(self, case: Case, data: Reassign, change: Change) -> None:
        """Change the people and the unit. Raises Invalid for somebody who may not be named."""
        former = case.row.executor_id
        for child in [each for each in case.children if each.open and former is not None]:
            _hand_over(case, child, former, data, change)
        case.row.unit_id = place_of(data.executor, case, "executor")
        others = tuple(person for person in case.executors() if person not in {data.executor, former})
        name_people(case, data.executor, others, change)


def _hand_over(parent: Case, child: Proceeding, former: int | None, data: Reassign, change: Change) -> None:
    """Give a child matter of the former executor to the new one, with an entry of its own.

    The parent is locked, so nobody else holds the child: whoever wants it locks the parent first.
    """
    if parent.act is None:
        raise ValueError(child.number)
    procedure = PROCEDURES[child.procedure]
    case = load([child.number], procedure, actor=HOUSE)[0]
    if former not in case.executors():
        return
    case.act = replace(parent.act, procedure=procedure.name, on=(child.number,), key=None, version=None)
    case.at, case.happened_on = parent.at, parent.happened_on
    inner = Change(change.statements, change.last, change.cells)
    mine = case.row.executor_id == former
    if mine:
        case.row.unit_id = place_of(data.executor, parent, "executor")
    others = case.executors() - {former, data.executor}
    first = data.executor if mine else case.row.executor_id
    name_people(case, first or data.executor, tuple(others | {data.executor}) if not mine else tuple(others), inner)
    record(case.act, procedure.step_of["reassign"], data, case, inner)


@dataclass(frozen=True)
class Resume:
    """Let a clock run again as it ran when it was ended: taking a matter up again gives no new time."""

    clock: Clock

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Write a running term with the reckoning of the last one."""
        ended = [term for term in case.terms if term.clock == self.clock.name]
        if not ended or case.running(self.clock.name) is not None:
            return
        last = max(ended, key=lambda term: term.pk)
        term = Term(
            proceeding_id=case.row.pk,
            clock=last.clock,
            norm=last.norm,
            state=Term.State.RUNNING,
            started_on=last.started_on,
            due_day=last.due_day,
            due_at=last.due_at,
            provisional=last.provisional,
            reckoning=last.reckoning,
        )
        case.terms.append(term)
        write_new_term(term, None, change)


def kernel_steps(  # noqa: PLR0913  # what the rooms may choose
    *,
    states: frozenset[str],
    open_states: frozenset[str],
    considered: frozenset[str],
    reopens: frozenset[str],
    reopened_to: Callable[[Case], str],
    leader: Right,
    keeper: Right,
    anyone: Right,
    resumed: Clock | None,
    naming: tuple[Guard, ...] = (),
    reopening: tuple[Guard, ...] = (),
) -> tuple[Step, ...]:
    """Return the six steps for a table. `annulled` must be among its states.

    `leader` annuls and reopens, `keeper` corrects and reassigns, `anyone` notes. `naming`: who may not be named.
    `reopening`: what forbids to take it up again.
    `resumed`: the clock that runs again where a matter is taken up again, none where it has no term.
    `considered`: the states in which somebody considers, so that another may be named in his place.
    """
    standing = states - {"annulled"}
    return (
        Step(
            "reassign",
            Phrase("Орындаушыны ауыстыру", "Сменить исполнителя", "Name another executor"),
            considered,
            None,
            keeper,
            needs=Reassign,
            late=True,
            guards=(PRESENT, *naming),
            effects=(NewExecutor(), Notify("executor", "assigned", who=lambda _case, data: [data.executor])),
            kernel=True,
        ),
        Step(
            "note",
            Phrase("Белгі жазу", "Сделать отметку", "Add a note"),
            standing,
            None,
            anyone,
            needs=Note,
            kernel=True,
            late=True,
        ),
        Step(
            "correct",
            Phrase("Қатені түзету", "Исправить ошибку", "Correct a typing error"),
            standing,
            None,
            keeper,
            needs=Correct,
            effects=(CorrectParty(),),
            kernel=True,
        ),
        Step(
            "reopen",
            Phrase("Қайта ашу", "Возобновить", "Take up again"),
            reopens,
            None,
            leader,
            needs=Reopen,
            guards=(PARENT_OPEN, *reopening),
            effects=(Resume(resumed),) if resumed is not None else (),
            kernel=True,
            to_of=reopened_to,
        ),
        Step(
            "annul",
            Phrase("Тіркеуді жою", "Аннулировать регистрацию", "Annul the registration"),
            open_states,
            "annulled",
            leader,
            needs=Annul,
            guards=(NOTHING_BESIDE,),
            effects=(CallOff(),),
            kernel=True,
            final=True,
        ),
        recalendar_step(standing),
    )


def last_open_state(case: Case, default: str) -> str:
    """The open state that the journal shows last; `default` where it shows none."""
    for entry in case.row.entries.order_by("-proceeding_version"):
        state = case.procedure.state_of.get(case.procedure.mapped.get(entry.from_state, entry.from_state))
        if state is not None and state.open:
            return state.name
    return default
