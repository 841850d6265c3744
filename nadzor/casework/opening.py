"""How a proceeding begins: its number, its rows, its words for the search, its first entry."""

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import models

from nadzor import clock
from nadzor.casework import keys
from nadzor.casework.access import path_lexemes
from nadzor.casework.act import Act
from nadzor.casework.case import Case, Ground, Opening, PartyCard
from nadzor.casework.effects import next_due, take_over
from nadzor.casework.files import adopt, copy
from nadzor.casework.forms import Form, parsed
from nadzor.casework.models import NEVER, Party, Proceeding, SearchRow
from nadzor.casework.procedure import PROCEDURES, Procedure, Step
from nadzor.casework.recording import cites_of, write_entry
from nadzor.casework.refusals import invalid
from nadzor.casework.registers import register_of
from nadzor.casework.rules import permitted
from nadzor.casework.writing import Change, raw
from nadzor.law.words import Phrase
from nadzor.organs.directory import Directory, directory
from nadzor.organs.folding import folded, sort_key

# Crockford's letters: nothing that looks like another; 16 of them are 80 random bits.
_TRACK_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_AS_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", _TRACK_LETTERS)
_NUMBERS = "casework_national_number"
_SEARCH = SearchRow._meta.db_table  # noqa: SLF001
_WORDS = (
    f"INSERT INTO {_SEARCH} (proceeding_id, registered_on, vector) "  # noqa: S608
    "VALUES (%s, %s, to_tsvector('russian', %s) || array_to_tsvector(%s::text[]))"
)


@dataclass(frozen=True, slots=True)
class Allotted:
    """Ids and serial numbers taken in one round trip, with the structure of that moment.

    `kept`: the answer first given under the key of the act, none where it is fresh.
    """

    ids: tuple[int, ...]
    serials: tuple[int, ...]
    known: Directory
    kept: list[dict[str, Any]] | None = None


def allot(procedure: Procedure, count: int = 1, *, asked: keys.Asked | None = None) -> Allotted:
    """Take ids and, for a procedure with a book, national numbers; read the version of the structure with them.

    `asked`: an idempotency key that is looked up in the same round trip. Raises KeyReused.
    """
    ids = Proceeding._meta.db_table + "_id_seq"  # noqa: SLF001
    serial = f"nextval('{_NUMBERS}')" if procedure.book else "0"
    # one row is asked for apart: with a series in it the server would plan the statement anew each time
    rows_wanted, places = ("(SELECT 1)", ()) if count == 1 else ("generate_series(1, %s)", (count,))
    with raw() as cursor:
        cursor.execute(
            f"SELECT nextval('{ids}'), {serial}, (SELECT max(number) FROM organs_structureversion), {keys.COLUMNS} "  # noqa: S608
            f"FROM {rows_wanted} AS wanted LEFT JOIN {keys.JOIN}",
            (*places, asked.space if asked else "", asked.key if asked else ""),
        )
        rows = cursor.fetchall()
    return Allotted(
        kept=None if asked is None else keys.told(asked, *rows[0][3:]),
        ids=tuple(row[0] for row in rows),
        serials=tuple(row[1] for row in rows),
        known=directory(rows[0][2] or 0),
    )


def new_track_code() -> str:
    """Return a code for the applicant: 80 random bits, four groups of four."""
    letters = base64.b32encode(secrets.token_bytes(10)).decode("ascii").translate(_AS_CROCKFORD)
    return "-".join(letters[place : place + 4] for place in range(0, 16, 4))


def read_track_code(text: str) -> str:
    """Return a typed code in its canonical form: small letters, spaces and look-alikes are forgiven."""
    kept = "".join(each for each in text.upper().translate(str.maketrans("OIL", "011")) if each.isalnum())
    return "-".join(kept[place : place + 4] for place in range(0, len(kept), 4))


def open_case(  # noqa: PLR0913, PLR0917  # the parts of an opening
    act: Act,
    procedure: Procedure,
    step: Step,
    form: Form,
    change: Change,
    allotted: Allotted,
    parent: Case | None = None,
    origin: Case | None = None,
) -> Case:
    """Open a proceeding: what `step.opens` says of it becomes its rows. Raises a Refusal."""
    assert step.opens is not None  # noqa: S101  # the caller has chosen the opening step
    said = step.opens(form, Ground(act, allotted.known, parent, origin), change)
    book = act.book or said.book
    register_id = (
        register_of(said.body, book, said.registered_on.year)
        if book is not None
        else parent.row.register_id
        if parent is not None
        else _no_book(procedure)
    )
    now = clock.now()
    row = Proceeding(
        id=allotted.ids[0],
        number=said.number or _number(said, allotted, parent),
        procedure=procedure.name,
        state=step.to or "",
        open=procedure.state_of[step.to or ""].open,
        version=1,
        parent_id=None if parent is None else parent.row.pk,
        body_id=said.body.id,
        branch_id=said.body.branch_id,
        unit_id=None if parent is None else parent.row.unit_id,
        executor_id=None if parent is None else parent.row.executor_id,
        register_id=register_id,
        kind=said.kind,
        registered_on=said.registered_on,
        received_at=said.received_at,
        next_due=NEVER,
        applicant=said.applicant[:400],
        applicant_folded=folded(said.applicant)[:400],
        subject=said.subject[:200],
        track=said.track or (new_track_code() if said.followed else None),
        client_id=act.actor.client_id,
        registrar_id=act.actor.person_id,
        recorded_at=now,
        circle_id=_circle_of(parent or origin),
    )
    case = Case(
        row=row,
        procedure=procedure,
        body=said.body,
        directory=allotted.known,
        at=now,
        happened_on=said.registered_on,
        parties=list(said.parties),
        parent=parent,
        origin=origin,
        opening=said,
        act=act,
    )
    permitted(step, case, act.actor, form)
    change.insert(said.facts_model, proceeding_id=row.pk, **said.facts)
    for party in said.parties:
        _write_party(party, row.pk, change)
    for file in said.copies:
        copy(file, row.pk, change)
    if said.files:
        adopt(said.files, act.actor.key_space, row.pk, change)
    for effect in step.effects:
        effect.apply(case, form, change)
    if parent is not None and row.open and not case.assignments:
        take_over(parent, case, change)
    row.next_due = next_due(case)
    if row.open:
        change.count(row, 1)
    words = _fit(folded(f"{row.number} {said.applicant} {said.words}"))
    change.execute(_WORDS, row.pk, row.registered_on, words, path_lexemes(row, case.executors()))
    write_entry(
        case,
        step=step.name,
        actor=act.actor,
        cites=cites_of(step, form),
        data={**said.entry, **change.entry_data},
        from_state="",
        change=change,
        opened=row,
        numbered=book is not None,
    )
    return case


def _fit(words: str) -> str:
    """The beginning of a very long text: a search vector holds a megabyte, and a word with hyphens is kept thrice."""
    return words if len(words) <= _SURELY_FIT else words.encode()[:_MOST_BYTES].decode(errors="ignore")


_MOST_BYTES = 250_000
_SURELY_FIT = _MOST_BYTES // 4


def open_child(parent: Case, name: str, data: dict[str, Any], change: Change) -> Case:
    """Open a child matter in the step of its parent, in the same change. Raises ValueError outside a step."""
    act = parent.act
    if act is None:
        raise ValueError(name)
    procedure = PROCEDURES[name]
    step = procedure.opening()
    inner = Change(change.statements, change.last, change.cells)
    child_act = replace(act, procedure=name, step=step.name, data=data, on=(), key=None, version=None)
    child = open_case(child_act, procedure, step, parsed(step.needs, data), inner, allot(procedure), parent)
    parent.children.append(child.row)
    return child


def open_beside(origin: Case, name: str, step_name: str, data: dict[str, Any], change: Change) -> Case:
    """Open a proceeding that goes on from another, in the step of that one. Raises ValueError outside a step."""
    act = origin.act
    if act is None:
        raise ValueError(name)
    procedure = PROCEDURES[name]
    step = procedure.step_of[step_name]
    inner = Change(change.statements, change.last, change.cells)
    beside = replace(act, procedure=name, step=step.name, data=data, on=(), key=None, version=None, happened_on=None)
    return open_case(beside, procedure, step, parsed(step.needs, data), inner, allot(procedure), origin=origin)


def parent_of(ground: Ground, field: str) -> Case:
    """Return the case that a child matter is opened in. Raises Invalid at `field` where there is none."""
    if ground.parent is None:
        raise invalid(**{field: _NO_PARENT})
    return ground.parent


_NO_PARENT = Phrase(
    "Бұл істің ішінде ашылады: істі ашып, әрекетті сол жерден таңдаңыз.",
    "Это открывают внутри дела: откройте дело и выберите шаг там.",
    "This is opened inside a case: open the case and choose the step there.",
)


def child_of(  # noqa: PLR0913  # what a child says of itself
    parent: Case,
    facts_model: type[models.Model],
    facts: Mapping[str, Any],
    entry: Mapping[str, Any],
    *,
    subject: str | None = None,
    words: str = "",
    book: str | None = None,
) -> Opening:
    """Return the opening of a child matter: of its parent's office, applicant and day, with its subject unless given.

    `facts`, `entry`, `words`, `book`: as in Opening.
    """
    return Opening(
        body=parent.body,
        book=book,
        received_at=parent.at,
        registered_on=parent.happened_on,
        kind=None,
        applicant=parent.row.applicant,
        subject=parent.row.subject if subject is None else subject,
        words=words,
        facts_model=facts_model,
        facts=facts,
        entry=entry,
    )


def _number(said: Opening, allotted: Allotted, parent: Case | None) -> str:
    """The national number "2026-75-000123", or the parent's with the place of the child."""
    if parent is not None:
        return f"{parent.row.number}.{len(parent.children) + 1}"
    return f"{said.registered_on.year}-{said.body.code[:2]}-{allotted.serials[0]:06}"


def _circle_of(ground: Case | None) -> int | None:
    """What goes on from a sealed case is sealed with it."""
    return None if ground is None else ground.row.circle_id


def _no_book(procedure: Procedure) -> int:
    raise ValueError(f"{procedure.name} has no book and no parent")


def _write_party(party: PartyCard, proceeding_id: int, change: Change) -> None:
    change.insert(
        Party,
        proceeding_id=proceeding_id,
        role=party.role,
        type=party.type,
        iin=party.iin,
        surname=party.surname,
        given_name=party.given_name,
        patronymic=party.patronymic,
        organisation=party.organisation,
        postal_address=party.postal_address,
        email=party.email,
        phone=party.phone,
        contacts_confirmed=party.contacts_confirmed,
        sort_key=sort_key(party.full_name)[:400],
    )
