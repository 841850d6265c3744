"""Registers read as books: whose they are, which lines a period has, what was corrected in them or annulled.

A line of a book is a numbered entry, the registration of a case; numbers have no gaps. Nothing in a line is changed:
a correction and an annulment are entries of their own and are told beside the line they are about.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from nadzor.casework.access import sight_of
from nadzor.casework.models import Entry, Proceeding, Register
from nadzor.casework.procedure import PROCEDURES, State
from nadzor.casework.refusals import NotFound
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory
from nadzor.organs.roles import Role

VOLUME = 1000
"""Lines of a volume: what is laced together and printed at once, in about a second and 200 MB."""
_KEEPERS = (Role.REGISTRAR, Role.SECURITY)
_NO_SUCH = Phrase("Мұндай тіркелім жоқ.", "Такого реестра нет.", "There is no such register.")
NOT_YOURS = Phrase(
    "Тіркелімдерді осы прокуратураның тіркеушісі, басшылары және ақпараттық қауіпсіздік қызметкері оқиды. Бір іс "
    "қажет болса, оны іздеу арқылы ашыңыз.",
    "Реестры читают регистратор, руководители и сотрудник информационной безопасности прокуратуры. Если нужно одно "
    "дело, откройте его через поиск.",
    "Registers are read by the registrar, the leaders and the security officer of an office. If you need one case, "
    "open it by the search.",
)
GROUND = "29I.61.5"
_MONTHS = (
    ("қаңтар", "январь", "January"),
    ("ақпан", "февраль", "February"),
    ("наурыз", "март", "March"),
    ("сәуір", "апрель", "April"),
    ("мамыр", "май", "May"),
    ("маусым", "июнь", "June"),
    ("шілде", "июль", "July"),
    ("тамыз", "август", "August"),
    ("қыркүйек", "сентябрь", "September"),
    ("қазан", "октябрь", "October"),
    ("қараша", "ноябрь", "November"),
    ("желтоқсан", "декабрь", "December"),
)


@dataclass(frozen=True, slots=True)
class Period:
    """A part of a year by the days of registration, both inclusive. `name`: "" (the year), "q1" to "q4", "m01" on."""

    name: str
    title: Phrase
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Volume:
    """A part of a period that is printed at once: its place, counted from 1, its first and last number."""

    place: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A correction or an annulment of a line. `field` and what stood there before are of a correction alone."""

    step: str
    day: dt.date
    actor: str
    reason: str
    field: str = ""
    before: str = ""
    value: str = ""


def kept_by(actor: Actor) -> frozenset[int]:
    """Return the bodies whose books somebody reads: registrar and security officer there, leaders of the body."""
    here = {body for role, body in actor.roles if role in _KEEPERS}
    return frozenset(here | {held.body_id for held in actor.holdings if actor.leads(held.body_id)})


def books_of(actor: Actor) -> QuerySet[Register]:
    """Return the books with numbers that somebody reads, the newest year first. Books without numbers have no lines."""
    rows = Register.objects.filter(body__in=kept_by(actor), last_number__gt=0)
    return rows.select_related("body").order_by("body__code", "-year", "book")


def book_of(actor: Actor, code: str, book: str, year: int) -> Register:
    """Return a book. Raises NotFound for one that does not exist or is not for the actor: the same answer."""
    found = books_of(actor).filter(body__code=code, book=book, year=year).first()
    if found is None:
        raise NotFound(_NO_SUCH)
    return found


def periods(year: int) -> dict[str, Period]:
    """Return the periods of a year by name: the year, quarters, months."""
    whole = Phrase(f"{year} жыл", f"{year} год", f"{year}")
    found = [Period("", whole, dt.date(year, 1, 1), dt.date(year, 12, 31))]
    for place in range(4):
        title = Phrase(f"{year} жылғы {place + 1}-тоқсан", f"{place + 1}-й квартал {year} г.", f"{year}, Q{place + 1}")
        found.append(Period(f"q{place + 1}", title, dt.date(year, 3 * place + 1, 1), _end(year, 3 * place + 3)))
    for month, (kk, ru, en) in enumerate(_MONTHS, start=1):
        title = Phrase(f"{year} жылғы {kk}", f"{ru} {year} г.", f"{en} {year}")
        found.append(Period(f"m{month:02}", title, dt.date(year, month, 1), _end(year, month)))
    return {each.name: each for each in found}


def _end(year: int, month: int) -> dt.date:
    return dt.date(year, month, monthrange(year, month)[1])


def lines(register: Register, period: Period) -> QuerySet[Proceeding]:
    """Return the cases entered in a book in a period, in the order of their numbers.

    A paper that arrived earlier may be entered later: a period need not be one run of numbers.
    """
    rows = Proceeding.objects.filter(register=register, register_number__isnull=False)
    if period.name:  # every line of a book is of its year
        rows = rows.filter(registered_on__gte=period.first, registered_on__lte=period.last)
    return rows.order_by("register_number")


def volumes(register: Register, period: Period) -> list[Volume]:
    """Return the volumes of a period, at least one. Those of a year end at each thousandth number for good."""
    if not period.name:
        last = register.last_number
        starts = range(1, max(last, 1) + 1, VOLUME)
        return [Volume(place, at, min(at + VOLUME - 1, last)) for place, at in enumerate(starts, start=1)]
    numbers = list(lines(register, period).values_list("register_number", flat=True))
    parts = [numbers[at : at + VOLUME] for at in range(0, len(numbers), VOLUME)]
    found = [Volume(place, part[0] or 0, part[-1] or 0) for place, part in enumerate(parts, start=1)]
    return found or [Volume(1, 0, 0)]


def lines_of(register: Register, period: Period, volume: Volume) -> list[Proceeding]:
    """Return the lines of a volume."""
    rows = lines(register, period).filter(register_number__gte=volume.first, register_number__lte=volume.last)
    return list(rows.select_related("executor", "unit", "registrar", "client"))


def seen_of(actor: Actor, rows: Collection[Proceeding]) -> frozenset[int]:
    """Return the ids of those lines whose case the reader sees: of the others a book tells no person's data."""
    sight = sight_of(actor)
    found = {row.pk for row in rows if sight.shown_by_columns(row)}
    left = [row.pk for row in rows if row.pk not in found]
    if left and (sight.person is not None or sight.named is not None):
        found |= set(Proceeding.objects.filter(sight.condition(), pk__in=left).values_list("pk", flat=True))
    return frozenset(found)


def marks_of(rows: Collection[Proceeding]) -> dict[int, list[Mark]]:
    """Return corrections and annulments by the id of the case, in the order in which they were made."""
    found: dict[int, list[Mark]] = {}
    wanted = Entry.objects.filter(proceeding__in=[row.pk for row in rows], step__in=("correct", "annul"))
    for entry in wanted.order_by("proceeding", "proceeding_version"):
        said = entry.data or {}
        texts = {name: str(said.get(name) or "") for name in ("reason", "field", "before", "value")}
        mark = Mark(step=entry.step, day=entry.happened_on, actor=entry.actor, **texts)
        found.setdefault(entry.proceeding_id or 0, []).append(mark)
    return found


def state_of(row: Proceeding) -> State:
    """Return the state of a line's case, of the present table where it was kept under an earlier one."""
    procedure = PROCEDURES[row.procedure]
    return procedure.state_of[procedure.mapped.get(row.state, row.state)]


def zones(register: Register) -> str:
    """Return the zone by whose clock a book tells its instants."""
    return directory().bodies[register.body_id].zone


def names_of(registers: Collection[Register]) -> Iterator[tuple[Register, Phrase]]:
    """Yield each register with the name of its body."""
    for register in registers:
        yield register, directory().bodies[register.body_id].name
