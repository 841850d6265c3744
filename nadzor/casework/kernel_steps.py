"""Steps that every procedure has: correct, annul, reopen, reassign, note. Each adds an entry and changes none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.casework.case import Case
from nadzor.casework.effects import CallOff, Notify, name_people, write_new_term
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.models import Party, SearchRow, Term
from nadzor.casework.people import PRESENT, place_of
from nadzor.casework.procedure import YES, Clock, Guard, Right, Step, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
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
        if len(data.value) > _LENGTH[data.field]:
            raise invalid(value=_TOO_LONG)
        change.entry_data["before"] = getattr(party, data.field)
        setattr(party, data.field, data.value)
        change.update(Party, party.pk, **{data.field: data.value, "sort_key": sort_key(party.full_name)[:400]})
        change.execute(_FOUND_TOO, folded(data.value), case.row.pk)  # what stood there finds the case still
        if party.full_name:
            case.row.applicant = party.full_name[:400]
            case.row.applicant_folded = folded(party.full_name)[:400]


def _no_open_children(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    waiting = ", ".join(child.number for child in case.children if child.open)
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


def _parent_open(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if case.parent is None or case.parent.state.open:
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
    """Name another executor; those who owe a part stay."""

    def apply(self, case: Case, data: Reassign, change: Change) -> None:
        """Change the people and the unit. Raises Invalid for somebody who may not be named."""
        case.row.unit_id = place_of(data.executor, case, "executor")
        others = tuple(person for person in case.executors() if person not in {data.executor, case.row.executor_id})
        name_people(case, data.executor, others, change)


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
    reopens: frozenset[str],
    reopened_to: Callable[[Case], str],
    leader: Right,
    keeper: Right,
    anyone: Right,
    resumed: Clock,
    naming: tuple[Guard, ...] = (),
) -> tuple[Step, ...]:
    """Return the five steps for a table. `annulled` must be among its states.

    `leader` annuls and reopens, `keeper` corrects and reassigns, `anyone` notes. `naming`: who may not be named.
    """
    standing = states - {"annulled"}
    return (
        Step(
            "reassign",
            Phrase("Орындаушыны ауыстыру", "Сменить исполнителя", "Name another executor"),
            open_states,
            None,
            keeper,
            needs=Reassign,
            guards=(PRESENT, *naming),
            effects=(NewExecutor(), Notify("executor", "assigned")),
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
            guards=(PARENT_OPEN,),
            effects=(Resume(resumed),),
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
            guards=(NO_OPEN_CHILDREN,),
            effects=(CallOff(),),
            kernel=True,
            final=True,
        ),
    )


def last_open_state(case: Case, default: str) -> str:
    """The open state that the journal shows last; `default` where it shows none."""
    for entry in case.row.entries.order_by("-proceeding_version"):
        state = case.procedure.state_of.get(case.procedure.mapped.get(entry.from_state, entry.from_state))
        if state is not None and state.open:
            return state.name
    return default
