"""The journal read as a whole: is every chain unbroken, what was altered, removed, inserted, erased; the daily roots.

The chain is walked backwards from the head that the register keeps, so an entry that was put in beside the chain is
told from one that was taken out. What a forger could do by rewriting a whole register, its head too, the daily roots
show: they are printed and handed upwards.
"""

import datetime as dt
import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.db.models import F

from nadzor import clock
from nadzor.casework.kept import DestructionItem
from nadzor.casework.models import Entry, Proceeding, Register, Root
from nadzor.casework.refusals import Invalid
from nadzor.casework.sealing import canonical, chained, first_head, head_of, salted
from nadzor.law.words import Phrase

ZONE = "Asia/Almaty"  # the days of roots end by the clocks of the capital
_CHUNK = 2000
_SHOWN = 20  # missing numbers named one by one


class Kind(StrEnum):
    """What was found. Only `erased` is no fault."""

    ALTERED = "altered"
    REMOVED = "removed"
    INSERTED = "inserted"
    ERASED = "erased"
    HEAD = "head"
    START = "start"
    NUMBER = "number"
    ROOT = "root"


_TOLD = {
    Kind.ALTERED: Phrase(
        "№{seq} жазба өзгертілген: мөрі сәйкес келмейді",
        "запись {seq} изменена: печать не сходится",
        "entry {seq} was altered: its seal does not hold",
    ),
    Kind.REMOVED: Phrase("№{seq} жазба жойылған", "запись {seq} удалена", "entry {seq} was removed"),
    Kind.INSERTED: Phrase(
        "№{seq} жазба тізбекке кейін қосылған",
        "запись {seq} вставлена мимо цепочки",
        "entry {seq} was inserted beside the chain",
    ),
    Kind.ERASED: Phrase(
        "№{seq} жазбаның деректері {detail} актісімен өшірілген, мөрі бүтін",
        "данные записи {seq} стёрты актом {detail}, печать цела",
        "entry {seq} was erased by act {detail}, seal whole",
    ),
    Kind.HEAD: Phrase(
        "тіркелім басы соңғы жазбаға сәйкес келмейді (№{seq})",
        "голова реестра не сходится с последней записью ({seq})",
        "the head of the register does not agree with its last entry ({seq})",
    ),
    Kind.START: Phrase(
        "тізбек алдыңғы жылдың тізбегінен басталмайды",
        "цепочка начинается не от книги прошлого года",
        "the chain does not begin with the book of the year before",
    ),
    Kind.NUMBER: Phrase(
        "тіркеу нөмірі сәйкес емес: {detail}",
        "регистрационный номер не сходится: {detail}",
        "a register number does not agree: {detail}",
    ),
    Kind.ROOT: Phrase(
        "{detail} күнінің түбіріне сәйкес келмейді (№{seq} жазба)",
        "не сходится с корнем за {detail} (запись {seq})",
        "does not agree with the root of {detail} (entry {seq})",
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that `verify` names. `seq`: the place in the chain, 0 where it is about the register as a whole."""

    kind: Kind
    register: str
    seq: int = 0
    detail: str = ""

    @property
    def fault(self) -> bool:
        """Whether the journal is not what was written."""
        return self.kind is not Kind.ERASED

    @property
    def told(self) -> Phrase:
        """One sentence."""
        return Phrase(*(text.format(seq=self.seq, detail=self.detail) for text in _TOLD[self.kind]))


@dataclass(frozen=True, slots=True)
class Verified:
    """A register looked through: its name, how many entries stand in it, what was found."""

    register: str
    entries: int
    findings: tuple[Finding, ...]


def name_of(register: Register) -> str:
    """Return how a register is named in findings and roots: "750000-oblast/appeals/2026"."""
    return f"{register.body.code}/{register.book}/{register.year}"


def verify() -> Iterator[Verified]:
    """Look through all registers as they stand at one moment, one by one; the last answer is about the roots."""
    with one_moment():
        registers = list(Register.objects.select_related("body").order_by("body__code", "book", "year"))
        for register in registers:
            yield _verified(register)
        yield Verified("roots", Root.objects.count(), tuple(_against_roots({name_of(one): one for one in registers})))


@contextmanager
def one_moment() -> Iterator[None]:
    """What is written meanwhile is not seen. Inside a transaction of the caller, that one is used."""
    outer = connection.in_atomic_block
    with transaction.atomic():
        if not outer:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def _verified(register: Register) -> Verified:
    name = name_of(register)
    links = [
        (seq, bytes(before), bytes(seal))
        for seq, before, seal in Entry.objects.filter(register=register)
        .order_by("seq")
        .values_list("seq", "previous", "hash")
        .iterator(_CHUNK)
    ]
    places, found, start = _walk(register, links, name)
    if not _begins_rightly(register, start):
        found.append(Finding(Kind.START, name))
    found += _seals(register, places, name)
    found += _numbers(register, name)
    found.sort(key=lambda each: (each.seq, each.kind))
    return Verified(name, len(links), tuple(found))


_Links = list[tuple[int, bytes, bytes]]


def _walk(register: Register, links: _Links, name: str) -> tuple[dict[int, int], list[Finding], bytes]:
    """Follow the chain from its head backwards.

    Returns the place of each entry of the chain by its `seq`, what is missing or stands beside, and the first head.
    """
    at = {seal: index for index, (_, _, seal) in enumerate(links)}
    wanted, place = bytes(register.head), register.last_seq
    places: dict[int, int] = {}
    found: list[Finding] = []
    index = len(links) - 1
    while index >= 0:
        seq, before, seal = links[index]
        elsewhere = at.get(wanted)
        if seal == wanted:
            pass
        elif elsewhere is not None and elsewhere < index:
            found += [Finding(Kind.INSERTED, name, links[each][0]) for each in range(elsewhere + 1, index + 1)]
            index = elsewhere
            continue
        elif seq < place:
            found += [Finding(Kind.REMOVED, name, each) for each in range(seq + 1, place + 1)]
            wanted, place = seal, seq
            continue
        elif seq > place:
            found.append(Finding(Kind.INSERTED, name, seq))
            index -= 1
            continue
        else:  # in its place, but not what the next one, or the register, has sealed
            found.append(Finding(Kind.HEAD if index == len(links) - 1 else Kind.ALTERED, name, seq))
        places[seq] = place
        wanted, place, index = before, place - 1, index - 1
    found += [Finding(Kind.REMOVED, name, each) for each in range(1, place + 1)]
    return places, found, wanted if place == 0 else bytes(register.first_head)


def _begins_rightly(register: Register, start: bytes) -> bool:
    """Whether a chain begins where its register says, and that is a head of an earlier book or the very first one."""
    first = bytes(register.first_head)
    if start != first:
        return False
    if first == first_head(register.body.code, register.book, register.year):
        return True
    earlier = Register.objects.filter(body=register.body, book=register.book, year__lt=register.year)
    return Entry.objects.filter(register__in=earlier, hash=first).exists() or earlier.filter(first_head=first).exists()


def _seals(register: Register, places: dict[int, int], name: str) -> Iterator[Finding]:
    rows = (
        Entry.objects.filter(register=register)
        .order_by("seq")
        .annotate(of=F("proceeding__number"), above=F("proceeding__parent"))
    )
    over: dict[int, frozenset[int | None]] = {}
    for row in rows.iterator(_CHUNK):
        place = places.get(row.seq)
        if place is None:
            continue  # stands beside the chain and has been named
        whole = chained(
            bytes(row.previous),
            place,
            row.register_number,
            head_of(row, getattr(row, "of") or ""),  # noqa: B009
        ) == bytes(row.hash)
        if row.salt is None:
            act = row.erased_by_id
            if act is not None and act not in over:
                over[act] = _erasable(act)
            by_right = act is not None and bool({row.proceeding_id, row.above} & over[act])
            if not whole or row.data is not None or not by_right:
                yield Finding(Kind.ALTERED, name, row.seq)
            else:
                yield Finding(Kind.ERASED, name, row.seq, str(row.erased_by_id))
        elif not whole or salted(row.data, bytes(row.salt)) != bytes(row.digest):
            yield Finding(Kind.ALTERED, name, row.seq)


_ENTRIES, _PROCEEDINGS = Entry._meta.db_table, Proceeding._meta.db_table  # noqa: SLF001
_MISSING = (
    f"SELECT n FROM generate_series(1, %s) AS n WHERE NOT EXISTS (SELECT 1 FROM {_PROCEEDINGS} "  # noqa: S608
    "WHERE register_id = %s AND register_number = n) ORDER BY n LIMIT %s"
)
_DIFFERENT = (
    f"SELECT e.seq, p.number FROM {_ENTRIES} AS e JOIN {_PROCEEDINGS} AS p ON p.id = e.proceeding_id "  # noqa: S608
    "WHERE e.register_id = %s AND e.register_number IS NOT NULL "
    "AND (p.register_id, p.register_number) IS DISTINCT FROM (e.register_id, e.register_number)"
)


def _numbers(register: Register, name: str) -> Iterator[Finding]:
    """Numbers without gaps up to the last one given, and the same ones in the journal as in the cases."""
    with connection.cursor() as cursor:
        cursor.execute(_MISSING, [register.last_number, register.pk, _SHOWN])
        missing = [row[0] for row in cursor.fetchall()]
        cursor.execute(_DIFFERENT, [register.pk])
        different = cursor.fetchall()
    over = Proceeding.objects.filter(register=register, register_number__gt=register.last_number)
    beyond = over.order_by("register_number").values_list("register_number", flat=True)[:_SHOWN]
    for number in (*missing, *beyond):
        yield Finding(Kind.NUMBER, name, detail=str(number))
    for seq, number in different:
        yield Finding(Kind.NUMBER, name, seq, number)


def _against_roots(registers: dict[str, Register]) -> Iterator[Finding]:
    """What was printed and handed upwards must still stand in the chains."""
    for root in Root.objects.order_by("day"):
        day = root.day.isoformat()
        if bytes(root.digest) != digest_of(root.day, root.heads):
            yield Finding(Kind.ROOT, "roots", detail=day)
            continue
        for name, (seq, seal) in root.heads.items():
            register = registers.get(name)
            held = Entry.objects.filter(register=register, seq=seq).values_list("hash", flat=True).first()
            if register is None or held is None or bytes(held).hex() != seal:
                yield Finding(Kind.ROOT, name, seq, day)


def digest_of(day: dt.date, heads: dict[str, list[object]]) -> bytes:
    """Return the one digest of a day."""
    return hashlib.sha256(canonical([day.isoformat(), heads])).digest()


_HEADS = (
    f"SELECT r.id, last.seq, last.hash FROM {Register._meta.db_table} AS r, LATERAL (SELECT seq, hash "  # noqa: S608, SLF001
    f"FROM {_ENTRIES} WHERE register_id = r.id AND recorded_at < %s ORDER BY seq DESC LIMIT 1) AS last"
)
_NOT_OVER = Phrase(
    "Бұл күн әлі аяқталған жоқ: түбір күн соңында жасалады.",
    "Этот день ещё не кончился: корень составляется по его окончании.",
    "This day is not over: its root is made when it has ended.",
)


def root_of(day: dt.date) -> Root:
    """Return the root of a day, making it where it is not made yet. Raises Invalid for a day that is not over."""
    made = Root.objects.filter(day=day).first()
    if made is not None:
        return made
    if day >= clock.today(ZONE):
        raise Invalid(_NOT_OVER)
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), ZoneInfo(ZONE))
    names = {one.pk: name_of(one) for one in Register.objects.select_related("body")}
    with connection.cursor() as cursor:
        cursor.execute(_HEADS, [end])
        heads: dict[str, list[object]] = {names[pk]: [seq, bytes(seal).hex()] for pk, seq, seal in cursor.fetchall()}
    values = {"made_at": clock.now(), "heads": heads, "digest": digest_of(day, heads)}
    return Root.objects.get_or_create(day=day, defaults=values)[0]


def make_roots() -> int:
    """Make the root of every day that has ended since the last one, or since the first entry; return how many."""
    yesterday = clock.today(ZONE) - dt.timedelta(days=1)
    last = Root.objects.order_by("-day").values_list("day", flat=True).first()
    if last is None:
        first = Entry.objects.order_by("pk").values_list("recorded_at", flat=True).first()
        day = yesterday if first is None else min(first.astimezone(ZoneInfo(ZONE)).date(), yesterday)
    else:
        day = last + dt.timedelta(days=1)
    made = 0
    while day <= yesterday:
        root_of(day)
        day, made = day + dt.timedelta(days=1), made + 1
    return made


ACTS = ("approve", "reapply")
"""The steps of a matter of destruction by which its act is approved."""


def _erasable(act: int) -> frozenset[int | None]:
    """The cases over which an act of destruction stands; none where the entry is no such act."""
    entry = Entry.objects.filter(pk=act, step__in=ACTS, proceeding__procedure="destruction").first()
    if entry is None:
        return frozenset()
    live = DestructionItem.objects.filter(destruction=entry.proceeding_id, live=True)
    return frozenset(live.values_list("case", flat=True))


def erase(entries: Collection[int], act: int) -> int:
    """Erase the data of entries by an approved act of destruction; return how many. The seals stay whole.

    `act`: the entry by which the act was approved, or entered again after a backup. Raises ValueError where it is no
    such entry, or the act does not stand over the case of each of the entries.
    """
    over = _erasable(act)
    wanted = Entry.objects.filter(pk__in=entries).values_list("proceeding", "proceeding__parent")
    if not all({own, parent} & over for own, parent in wanted):
        raise ValueError(act)
    return Entry.objects.filter(pk__in=entries, erased_by__isnull=True).update(data=None, salt=None, erased_by=act)
