"""Letters from a file: a made-up table with the faults that real ones have."""

import csv
import datetime as dt
import json
import random
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from nadzor.appeals import letters
from nadzor.appeals.models import Appeal
from nadzor.casework.models import Entry, Notice, Party, Proceeding, Register, Term
from nadzor.casework.refusals import NoRight
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db

COLUMNS = (
    *("number", "arrived", "way", "place", "surname", "name", "patronymic", "iin", "address", "text"),
    "topic",
)
MAP = """
source = "made-up"
[columns]
external_id = "number"
received_at = "arrived"
channel = "way"
text = "text"
"applicant.surname" = "surname"
"applicant.name" = "name"
"applicant.patronymic" = "patronymic"
"applicant.iin" = "iin"
"applicant.postal_address" = "address"
[defaults]
language = "ru"
kind = "message"
[values.channel]
"почта" = "paper"
"сайт" = "portal"
[territory]
column = "place"
"""
PLACES = ("750000000", "710000000", "100000000", "351011000", "630000000")
WHAT = ("не горит свет", "нет воды", "не чистят дорогу", "шумит стройка", "не отвечает акимат")


def table() -> list[dict[str, str]]:
    """200 rows: 12 anonymous, 28 without an IIN, 20 without an address, 3 with one text, one twice, 7 wrong."""
    draw = random.Random(20260305)  # noqa: S311
    rows = []
    first = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=5)))
    for place in range(200):
        arrived = first + dt.timedelta(minutes=draw.randrange(59 * 24 * 60))
        row = {
            "number": str(1000 + place),
            "arrived": arrived.isoformat(),
            "way": ("почта", "сайт", "call_centre", "email", "reception")[place % 5],
            "place": PLACES[place % len(PLACES)],
            "surname": f"Пробный{place}",
            "name": "Иван",
            "patronymic": "" if place % 11 == 0 else "Иванович",
            "iin": f"{960101500000 + place}",
            "address": f"ул. Примерная, {place}",
            "text": f'Обращение {place}: {WHAT[place % 5]},\nпросим принять меры; "ответа нет".',
            "topic": "Благоустройство",
        }
        if place < 12:
            row |= {"surname": "", "name": "", "patronymic": "", "iin": "", "address": ""}
        elif place < 40:
            row["iin"] = ""
        elif place < 60:
            row["address"] = ""
        elif place in {61, 62}:
            row["text"] = rows[60]["text"]
        rows.append(row)
    rows[102] |= {name: rows[101][name] for name in ("surname", "name", "patronymic", "iin", "text")}
    for place, change in WRONG.items():
        rows[place] |= change
    draw.shuffle(rows)
    return rows


WRONG: dict[int, dict[str, str]] = {
    150: {"arrived": "вчера"},
    151: {"arrived": ""},
    152: {"way": "голубь"},
    153: {"place": "990000000"},
    154: {"text": ""},
    155: {"surname": "Х" * 101},
    156: {"arrived": "2031-01-01T10:00:00+05:00"},
}
REASONS = {
    "1150": {"received_at"},
    "1151": {"received_at"},
    "1152": {"channel"},
    "1153": {"addressed_to"},
    "1154": {"text"},
    "1155": {"applicant.surname"},
    "1156": {"received_at"},
}


def as_csv(path: Path, encoding: str, delimiter: str) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(table())
    return path


def as_xlsx(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(COLUMNS)
    for row in table():
        sheet.append([int(row["number"]), *(row[name] for name in COLUMNS[1:])])
    book.save(path)
    return path


def as_jsonl(path: Path) -> Path:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in table()), encoding="utf-8")
    return path


FILES = {
    "utf-8": lambda folder: as_csv(folder / "a.csv", "utf-8-sig", ","),
    "windows": lambda folder: as_csv(folder / "b.csv", "cp1251", ";"),
    "xlsx": lambda folder: as_xlsx(folder / "c.xlsx"),
    "jsonl": lambda folder: as_jsonl(folder / "d.jsonl"),
}


@pytest.fixture
def told(tmp_path: Path) -> letters.Map:
    path = tmp_path / "map.toml"
    path.write_text(MAP, encoding="utf-8")
    return letters.read_map(path)


def taken_in(path: Path, told: letters.Map, *, history: bool = True) -> letters.Outcome:
    total = letters.Outcome()
    for one in letters.register_all(letters.letters_of(letters.read_rows(path), told), told, history=history):
        total.registered += one.registered
        total.there += one.there
        total.refused += one.refused
    return total


@pytest.mark.parametrize("kind", FILES)
def test_every_kind_of_file_gives_the_same(house: House, tmp_path: Path, told: letters.Map, kind: str) -> None:
    total = taken_in(FILES[kind](tmp_path), told)
    assert (total.registered, total.there) == (193, 0)
    assert {letter.external_id: set(why.fields) for letter, why in total.refused} == REASONS
    assert Proceeding.objects.count() == 193
    assert Appeal.objects.filter(flags__contains=["anonymous"]).count() == 12
    assert Party.objects.filter(iin="", type="person").count() == 28
    assert Appeal.objects.filter(missing__contains=["postal_address"]).count() == 20
    assert Appeal.objects.filter(duplicate_of__isnull=False).count() == 1


@pytest.mark.norm("29I.23.1")
def test_history_is_registered_by_arrival_in_its_own_books(house: House, tmp_path: Path, told: letters.Map) -> None:
    taken_in(FILES["utf-8"](tmp_path), told)
    books = Register.objects.order_by("body__code")
    assert {(row.body.code, row.book) for row in books} == {
        (code, "history")
        for code in ("750000-oblast", "710000-oblast", "100000-oblast", "350000-oblast", "630000-oblast")
    }
    for book in books:
        rows = Proceeding.objects.filter(register=book).order_by("register_number")
        assert [row.register_number for row in rows] == list(range(1, len(rows) + 1))
        arrivals = [row.received_at for row in rows]
        assert arrivals == sorted(arrivals)
        assert all(row.registered_on >= row.received_at.astimezone(MORNING.tzinfo).date() for row in rows)
    assert {entry.recorded_at for entry in Entry.objects.all()} == {MORNING}


def test_a_second_run_doubles_nothing_and_a_broken_one_goes_on(
    house: House, tmp_path: Path, told: letters.Map, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "BATCH", 50)
    path = FILES["utf-8"](tmp_path)
    found = letters.letters_of(letters.read_rows(path), told)
    broken = letters.register_all(found, told, history=True)
    done = next(broken).registered + next(broken).registered
    assert Proceeding.objects.count() == done
    again = taken_in(path, told)
    assert (again.registered, again.there) == (193 - done, done)
    assert taken_in(path, told).there == 193
    assert Proceeding.objects.count() == 193


def test_lines_of_refused_rows_are_those_of_the_file(house: House, tmp_path: Path, told: letters.Map) -> None:
    path = FILES["utf-8"](tmp_path)
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    for letter, _ in taken_in(path, told).refused:
        assert lines[letter.line - 1].startswith(f"{letter.external_id},")


def test_letters_of_today_arrive_now_in_the_book_of_the_office(house: House, tmp_path: Path, told: letters.Map) -> None:
    total = taken_in(FILES["jsonl"](tmp_path), told, history=False)
    assert total.registered == 195  # the two whose instant is missing or lies ahead arrive now as well
    assert set(Proceeding.objects.values_list("received_at", "registered_on")) == {(MORNING, MORNING.date())}
    assert set(Register.objects.values_list("book", flat=True)) == {"appeals"}


def test_rows_without_an_id_are_known_by_their_content(house: House, tmp_path: Path, told: letters.Map) -> None:
    row = {name: value for name, value in table()[50].items() if name != "number"}
    path = tmp_path / "same.jsonl"
    path.write_text("\n".join([json.dumps(row)] * 2), encoding="utf-8")
    bare = tmp_path / "bare.toml"
    bare.write_text(MAP.replace('external_id = "number"', ""), encoding="utf-8")
    told = letters.read_map(bare)
    assert taken_in(path, told).registered == 2  # the same letter twice in one file is two letters
    assert (taken_in(path, told).there, Proceeding.objects.count()) == (2, 2)


def test_numbers_of_another_source_are_other_letters(house: House, tmp_path: Path, told: letters.Map) -> None:
    path = FILES["jsonl"](tmp_path)
    taken_in(path, told)
    other = tmp_path / "other.toml"
    other.write_text(MAP.replace("made-up", "another"), encoding="utf-8")
    assert taken_in(path, letters.read_map(other)).registered == 193


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('source = "made-up"', ""),
        ('source = "made-up"', 'source = "made-up"\nterritory = "kato"'),
        ('source = "made-up"', 'source = "made-up"\nvalues = {channel = "paper"}'),
        ('source = "made-up"', f'source = "{"x" * 23}"'),
        ('source = "made-up"', 'source = "made-up"\nzone = "Asia/Nowhere"'),
        ('text = "text"', 'texts = "text"'),
        ('"applicant.iin"', '"applicant.shoe"'),
        ("[territory]", "[territories]"),
        ("[defaults]", "[defaults"),
    ],
)
def test_a_wrong_map_is_refused(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "map.toml"
    path.write_text(MAP.replace(before, after), encoding="utf-8")
    with pytest.raises(letters.LettersRefusal):
        letters.read_map(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", b"x"), ("a.xlsx", b"no workbook"), ("a.jsonl", b"[1]\n"), ("a.jsonl", b"{")],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(letters.LettersRefusal):
        letters.read_rows(path)


def test_a_map_of_another_file_is_refused(house: House, told: letters.Map) -> None:
    rows: list[Any] = [letters.Row(2, {"something": "else"})]
    with pytest.raises(letters.LettersRefusal):
        letters.letters_of(rows, told)


def test_history_runs_no_term_and_tells_nobody_until_it_is_taken_up(
    house: House, tmp_path: Path, told: letters.Map
) -> None:
    taken_in(FILES["utf-8"](tmp_path), told)
    assert set(Proceeding.objects.values_list("procedure", "state", "open")) == {("appeal", "earlier", False)}
    assert not Term.objects.exists()
    assert not Notice.objects.exists()
    row = Proceeding.objects.filter(body__code="750000-oblast").order_by("pk").first()
    assert row is not None
    with pytest.raises(NoRight):
        house.step("almaty.analyst", "take_up", row.number)
    house.step("almaty.head", "take_up", row.number)
    row.refresh_from_db()
    assert (row.state, row.open) == ("registered", True)
    started = dict(Term.objects.filter(proceeding=row).values_list("clock", "started_on"))
    assert started == {"consideration": row.registered_on, "passing_on": MORNING.date()}
