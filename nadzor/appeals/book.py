"""The book of appeals: what stands in a line, in Kazakh and Russian, and the volume as a PDF.

The columns are what the registration of a submission records (29I.23.1: number, arrival, registration, kind, origin,
attachments, applicant) with to whom it was passed (29I.26) and how it ended. Order 60, point 22 wants a journal laced,
numbered and sealed: its numbers have no gaps, its chain is the seal, and a sheet at the end of each volume says so.
"""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count

from nadzor.appeals.forms import KIND_TITLES, OUTCOME_TITLES
from nadzor.appeals.models import Appeal
from nadzor.appeals.routing.told import forwarded_told
from nadzor.appeals.senders import CHANNEL_TITLES, SENDER_TITLES
from nadzor.appeals.states import UNDER_REVIEW
from nadzor.casework.books import Mark, Period, Volume, lines_of, marks_of, seen_of, state_of, zones
from nadzor.casework.journal import name_of, one_moment
from nadzor.casework.models import Party, Proceeding, Register, StoredFile
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.showing import applicant_told
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory
from nadzor.papers.apart import typeset_apart
from nadzor.papers.sheets import breakable
from nadzor.papers.typesetting import qr

BOOK_TITLES: dict[str, Phrase] = {
    "outgoing": Phrase("Жөнелту кітабы", "Книга отправки", "Dispatch book"),
    "appeals": Phrase("Жолданымдарды тіркеу кітабы", "Книга регистрации обращений", "Book of appeals"),
    "destruction": Phrase("Жою актілерінің кітабы", "Книга актов об уничтожении", "Book of acts of destruction"),
    "history": Phrase(
        "Бұрынғы жолданымдар кітабы", "Книга обращений прошлых лет", "Book of appeals of earlier records"
    ),
}
HIDDEN = Phrase("жасырылған", "скрыто", "hidden")
_CORRECTED = Phrase("Түзетілген", "Исправлено", "Corrected")
_ANNULLED = Phrase("Тіркеу жойылған", "Регистрация аннулирована", "Registration annulled")
_FILES = Phrase("қосымшалар", "приложений", "attachments")
_NOT_DECIDED = Phrase("анықталмаған", "не определён", "not decided")
_NUMBER = Phrase("ЖСН/БСН", "ИИН/БИН", "IIN/BIN")
_PROGRAM = Phrase("жүйе арқылы", "через систему", "by a program")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with all that its columns need. `seen`: whether the reader sees the case itself."""

    row: Proceeding
    facts: Any
    party: Party | None
    files: int
    marks: list[Mark]
    seen: bool
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its part of the width, what stands in it, line by line."""

    title: Phrase
    width: float
    cell: Callable[[Line], list[str]]


def both(text: Phrase | None) -> str:
    """Return a term as a book prints it: Kazakh and Russian, once where they are the same."""
    if text is None:
        return ""
    return text.kk if text.kk == text.ru else f"{text.kk} / {text.ru}"


def lines_told(rows: Collection[Proceeding], actor: Actor, zone: str) -> list[Line]:
    """Return rows of a book with what their columns need, in a few questions for all of them."""
    ids = [row.pk for row in rows]
    wanted = ("channel", "sender", "forwarded_from__number", "forwarded_to", "outcome", "answered_on", "proceeding")
    facts = {each["proceeding"]: each for each in Appeal.objects.filter(pk__in=ids).values(*wanted)}
    parties = {each.proceeding_id: each for each in Party.objects.filter(proceeding__in=ids, role="applicant")}
    counted = StoredFile.objects.filter(proceeding__in=ids).values("proceeding").annotate(count=Count("pk"))
    files = {each["proceeding"]: each["count"] for each in counted.order_by()}
    marks, seen, at = marks_of(rows), seen_of(actor, rows), ZoneInfo(zone)
    return [
        Line(
            row=row,
            facts=facts.get(row.pk, {}),
            party=parties.get(row.pk),
            files=files.get(row.pk, 0),
            marks=marks.get(row.pk, []),
            seen=row.pk in seen,
            zone=at,
        )
        for row in rows
    ]


def _number(line: Line) -> list[str]:
    return [str(line.row.register_number), line.row.number]


def _arrived(line: Line) -> list[str]:
    at = line.row.received_at.astimezone(line.zone)
    return [f"{at:%d.%m.%Y}", f"{at:%H:%M}"]


def _entered(line: Line) -> list[str]:
    row = line.row
    by = row.registrar.short_name if row.registrar else row.client.name if row.client else both(_PROGRAM)
    return [f"{row.registered_on:%d.%m.%Y}", by]


def _applicant(line: Line) -> list[str]:
    if not line.seen:
        return [both(HIDDEN)]
    told = applicant_told(line.row.applicant)
    found = [told if isinstance(told, str) else both(told)]
    if line.party is not None and line.party.iin:
        found.append(f"{both(_NUMBER)} ••••{line.party.iin[-4:]}")
    if line.party is not None and line.party.postal_address:
        found.append(line.party.postal_address)
    return found


def _kind(line: Line) -> list[str]:
    return [both(KIND_TITLES.get(line.row.kind or "", _NOT_DECIDED))]


def _origin(line: Line) -> list[str]:
    facts = line.facts
    before = facts.get("forwarded_from__number")
    found = [CHANNEL_TITLES.get(facts.get("channel", "")), SENDER_TITLES.get(facts.get("sender", ""))]
    return [*(both(each) for each in found if each), *([f"№ {before}"] if before else [])]


def _content(line: Line) -> list[str]:
    files = [f"{both(_FILES)}: {line.files}"] if line.files else []
    return [line.row.subject if line.seen else both(HIDDEN), *files]


def _passed_to(line: Line) -> list[str]:
    row = line.row
    found = [both(row.unit.name)] if row.unit else []
    return [*found, row.executor.short_name] if row.executor else found


def _ended(line: Line) -> list[str]:
    facts, found = line.facts, [both(state_of(line.row).title)]
    if line.row.state == UNDER_REVIEW:  # taken up again: what was answered before is no result yet
        return found
    outcome = OUTCOME_TITLES.get(facts.get("outcome") or "")
    if outcome:
        found.append(both(outcome))
    if facts.get("answered_on"):
        found.append(f"{facts['answered_on']:%d.%m.%Y}")
    if facts.get("forwarded_to"):
        told = forwarded_told(directory(), facts["forwarded_to"])
        found.append(told if isinstance(told, str) else both(told))
    return found


def marks_told(line: Line) -> list[Phrase]:
    """Return what was corrected or annulled in a line, in words; persons' data only where the reader sees the case."""
    return [Phrase(*(f"{words}{_tail(mark, line)}" for words in _words(mark, line))) for mark in line.marks]


def _marks(line: Line) -> list[str]:
    return [f"{both(_words(mark, line))}{_tail(mark, line)}" for mark in line.marks]


def _words(mark: Mark, line: Line) -> Phrase:
    """The words of a mark: an annulment, or a correction with the name of its field."""
    if mark.step == "annul":
        return _ANNULLED
    field = PROCEDURES[line.row.procedure].correctable.get(mark.field)
    return Phrase(*(f"{word}: {name}" for word, name in zip(_CORRECTED, field, strict=True))) if field else _CORRECTED


def _tail(mark: Mark, line: Line) -> str:
    """The day, what stood there and what stands there now, the reason, who. The number of a person stays masked."""
    open_one = line.seen and mark.step == "correct" and mark.field != "iin"
    change = f", {mark.before or '–'} → {mark.value}" if open_one else ""
    reason = f". {mark.reason}" if line.seen and mark.reason else ""
    return f", {mark.day:%d.%m.%Y}{change}{reason} ({mark.actor})"


COLUMNS: tuple[Column, ...] = (
    Column(Phrase("Тіркеу нөмірі", "Номер регистрации", "Number"), 12, _number),
    Column(Phrase("Келіп түсті", "Поступило", "Arrived"), 9, _arrived),
    Column(Phrase("Тіркелген күні, кім тіркеді", "День регистрации, кем", "Registered, by whom"), 12, _entered),
    Column(Phrase("Өтініш беруші, мекенжайы", "Заявитель, адрес", "Applicant, address"), 16, _applicant),
    Column(Phrase("Түрі", "Вид", "Kind"), 9, _kind),
    Column(Phrase("Қалай, қайдан келді", "Как и откуда поступило", "How and from where"), 11, _origin),
    Column(Phrase("Мазмұны, қосымшалар", "Содержание, приложения", "Matter, attachments"), 18, _content),
    Column(Phrase("Кімге берілді", "Кому передано", "Passed to"), 14, _passed_to),
    Column(Phrase("Күйі, нәтижесі", "Состояние, результат", "State, result"), 14, _ended),
    Column(Phrase("Түзету және жою белгілері", "Отметки об исправлении и аннулировании", "Marks"), 16, _marks),
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A volume as a PDF with the ids of the cases in it."""

    pdf: bytes
    cases: list[int]


def printed(  # noqa: PLR0913  # what a volume is of
    register: Register,
    period: Period,
    volume: Volume,
    *,
    of: int,
    actor: Actor,
    post: Phrase | None,
    at: dt.datetime,
    url: str,
) -> Printed:
    """Return a volume as it stands at one moment. `of`: how many volumes the period has; `url`: of the live page."""
    with one_moment():
        register.refresh_from_db()
        rows = lines_of(register, period, volume)
        told = lines_told(rows, actor, zones(register))
    body, zone = directory().bodies[register.body_id].name, ZoneInfo(zones(register))
    now = f"{at.astimezone(zone):%d.%m.%Y %H:%M}"
    title = BOOK_TITLES.get(register.book, Phrase(register.book, register.book, register.book))
    span = f"{rows[0].register_number}–{rows[-1].register_number}" if rows else "–"
    who = f"{actor.name}{', ' + both(post) if post else ''}"
    data = {
        "title": f"{title.kk} / {title.ru}, {period.title.ru}",
        "head": [f"{title.kk}. {body.kk}", f"{title.ru}. {body.ru}"],
        "period": [
            f"{period.title.kk}. {volume.place}-том ({of} томнан). Жағдай: {now}",
            f"{period.title.ru}. Том {volume.place} из {of}. По состоянию на {now}",
        ],
        "foot": f"{name_of(register)} · {period.title.kk} / {period.title.ru} · {volume.place}/{of} · {now}",
        "widths": [column.width for column in COLUMNS],
        "heads": [[column.title.kk, column.title.ru] for column in COLUMNS],
        "rows": [[[breakable(text, 24) for text in column.cell(line)] for column in COLUMNS] for line in told],
        "struck": [any(mark.step == "annul" for mark in line.marks) for line in told],
        "empty": ["Бұл кезеңде жазба жоқ.", "За этот период записей нет."],
        "seal": [
            [["Тіркелім", "Реестр"], name_of(register)],
            [["Басылған нөмірлер", "Напечатаны номера"], span],
            [["Басылған жазбалар саны", "Напечатано записей"], str(len(rows))],
            [["Кітапта берілген соңғы нөмір", "Последний номер, данный в книге"], str(register.last_number)],
            [["Журналдағы соңғы жазба", "Последняя запись журнала"], str(register.last_seq)],
            [["Тізбек басы (SHA-256)", "Голова цепочки (SHA-256)"], bytes(register.head).hex()],
            [["Жағдай", "По состоянию на"], now],
            [["Басып шығарған", "Напечатал"], who],
        ],
        "qr": qr(url),
        "url": url,
    }
    return Printed(typeset_apart("papers/typst/register.typ", data, at=at), [row.pk for row in rows])
