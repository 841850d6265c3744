"""The journal looked through: each way of tampering is named."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from nadzor import clock
from nadzor.casework import journal
from nadzor.casework.models import Entry, Proceeding, Register, Root
from nadzor.casework.refusals import Invalid
from nadzor.casework.sealing import chained, head_of, salted
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
BOOK = "750000-oblast/appeals/2026"


def sql(text: str, *params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(text, params)


def tamper(text: str, *params: Any) -> None:
    """What somebody with the rights of the database's owner could do."""
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    sql("ALTER TABLE casework_entry DISABLE TRIGGER USER")
    sql(text, *params)
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    sql("ALTER TABLE casework_entry ENABLE TRIGGER USER")


def findings() -> list[tuple[str, str, int]]:
    return [(str(one.kind), one.register, one.seq) for register in journal.verify() for one in register.findings]


@pytest.fixture
def letters(house: House) -> House:
    """Five letters in one book: places 1 to 5, numbers 1 to 5."""
    for _ in range(5):
        house.register()
    return house


def test_an_untouched_journal_has_no_findings(letters: House) -> None:
    letters.register(addressed_to="100000-oblast", login="abai.registrar")
    seen = {one.register: (one.entries, one.findings) for one in journal.verify()}
    assert seen == {
        BOOK: (5, ()),
        "100000-oblast/appeals/2026": (1, ()),
        "roots": (0, ()),
    }


@pytest.mark.parametrize(
    "change",
    [
        "actor = 'somebody else'",
        'data = data || \'{"kind": "complaint"}\'',
        "happened_on = happened_on - 1",
        "recorded_at = recorded_at - interval '1 microsecond'",
        "cites = '{}'",
        "register_number = NULL",
        "step = 'assign'",
        "capacity = ''",
        "salt = sha256('x')",
        "digest = sha256('x')",
        "hash = sha256('x')",
        "data = NULL, salt = NULL",
    ],
)
def test_an_altered_entry_is_named(letters: House, change: str) -> None:
    tamper(f"UPDATE casework_entry SET {change} WHERE seq = 3")  # noqa: S608
    assert ("altered", BOOK, 3) in findings()
    assert {(kind, seq) for kind, _, seq in findings()} == {("altered", 3)}


def test_a_proceeding_with_another_number_is_named(letters: House) -> None:
    tamper("UPDATE casework_proceeding SET number = '2026-75-999999' WHERE register_number = 2")
    assert findings() == [("altered", BOOK, 2)]


def test_a_removed_entry_is_named(letters: House) -> None:
    tamper("DELETE FROM casework_entry WHERE seq = 3")
    assert findings() == [("removed", BOOK, 3)]


@pytest.mark.parametrize("seq", [1, 5])
def test_a_removed_first_or_last_entry_is_named(letters: House, seq: int) -> None:
    tamper("DELETE FROM casework_entry WHERE seq = %s", seq)
    assert findings() == [("removed", BOOK, seq)]


def test_an_entry_removed_with_the_gap_closed_is_named(letters: House) -> None:
    tamper("DELETE FROM casework_entry WHERE seq = 3")
    tamper("UPDATE casework_entry SET seq = seq - 1 WHERE seq = 4")
    tamper("UPDATE casework_entry SET seq = seq - 1 WHERE seq = 5")
    assert findings() == [("removed", BOOK, 3)]


def forged(after: int, seq: int) -> None:
    """An entry that carries on from another with a seal of its own that holds."""
    row = Entry.objects.get(seq=after)
    number = row.proceeding.number if row.proceeding else ""
    row.pk = None
    row.previous, row.register_number, row.seq = row.hash, None, seq
    row.digest = salted(row.data, bytes(row.salt or b""))
    row.hash = chained(bytes(row.previous), after + 1, None, head_of(row, number))
    row.save(force_insert=True)


def test_an_entry_inserted_in_the_middle_is_named(letters: House) -> None:
    tamper("UPDATE casework_entry SET seq = 6 WHERE seq = 5")
    tamper("UPDATE casework_entry SET seq = 5 WHERE seq = 4")
    tamper("UPDATE casework_entry SET seq = 4 WHERE seq = 3")
    forged(after=2, seq=3)
    assert findings() == [("inserted", BOOK, 3)]


def test_an_entry_inserted_at_the_end_is_named(letters: House) -> None:
    forged(after=5, seq=6)
    assert findings() == [("inserted", BOOK, 6)]


@pytest.mark.parametrize("statement", ["UPDATE casework_entry SET actor = 'x'", "DELETE FROM casework_entry"])
def test_the_database_refuses_a_slip(letters: House, statement: str) -> None:
    with pytest.raises(DatabaseError, match="an entry of the journal stands"), transaction.atomic():
        sql(statement)


def test_a_head_that_was_moved_is_named(letters: House) -> None:
    sql("UPDATE casework_register SET head = sha256('x')")
    assert findings() == [("head", BOOK, 5)]


def test_a_chain_with_another_beginning_is_named(letters: House) -> None:
    sql("UPDATE casework_register SET first_head = sha256('x')")
    assert findings() == [("start", BOOK, 0)]


def test_a_book_of_a_new_year_begins_with_the_head_of_the_year_before(house: House) -> None:
    house.register(received_at="2025-12-10T10:00:00+05:00")
    house.register()
    old, new = Register.objects.order_by("year")
    assert (old.year, new.year, bytes(new.first_head)) == (2025, 2026, bytes(old.head))
    assert findings() == []
    house.register(received_at="2025-12-11T10:00:00+05:00")  # the old book goes on: the new one still begins in it
    assert findings() == []


@pytest.mark.parametrize(
    ("statement", "detail"),
    [
        ("UPDATE casework_register SET last_number = 6", "6"),
        ("UPDATE casework_proceeding SET register_number = 9 WHERE register_number = 5", "5"),
        ("UPDATE casework_proceeding SET register_number = 9 WHERE register_number = 5", "9"),
    ],
)
def test_a_gap_in_the_numbers_is_named(letters: House, statement: str, detail: str) -> None:
    sql(statement)
    found = [one for register in journal.verify() for one in register.findings]
    assert {one.kind for one in found} == {"number"}
    assert detail in {one.detail for one in found}


def rebuilt() -> None:
    """A book rewritten from its last entry on, with its head: only what was printed can tell."""
    tamper("DELETE FROM casework_entry WHERE seq = 5")
    last = Entry.objects.get(seq=4)
    sql("UPDATE casework_register SET last_seq = 4, last_number = 4, head = %s", bytes(last.hash))
    number = Proceeding.objects.get(register_number=5)
    sql("UPDATE casework_proceeding SET register_number = NULL WHERE id = %s", number.pk)


def test_a_root_holds_what_a_rewritten_book_denies(letters: House) -> None:
    with clock.standing_at(MORNING + dt.timedelta(days=1)):
        root = journal.root_of(MORNING.date())
    last = Entry.objects.get(seq=5)
    assert root.heads == {BOOK: [5, bytes(last.hash).hex()]}
    assert findings() == []
    rebuilt()
    assert findings() == [("root", BOOK, 5)]


def test_without_the_root_a_rewritten_book_looks_whole(letters: House) -> None:
    rebuilt()
    assert findings() == []


def test_an_altered_root_is_named(letters: House) -> None:
    with clock.standing_at(MORNING + dt.timedelta(days=1)):
        journal.root_of(MORNING.date())
    Root.objects.update(heads={})
    assert findings() == [("root", "roots", 0)]


def test_a_root_covers_its_day_only_and_is_made_once(letters: House) -> None:
    next_day = MORNING + dt.timedelta(days=1)
    with clock.standing_at(next_day):
        letters.register()
        root = journal.root_of(MORNING.date())
        assert root.heads[BOOK][0] == 5
        assert journal.root_of(MORNING.date()).pk == root.pk
        with pytest.raises(Invalid):
            journal.root_of(next_day.date())


def test_roots_of_days_that_the_house_stood_still(letters: House) -> None:
    """Friday's root is made on Monday too, and each day once."""
    with clock.standing_at(MORNING + dt.timedelta(days=4)):
        assert journal.make_roots() == 4
        assert journal.make_roots() == 0
    days = [MORNING.date() + dt.timedelta(days=n) for n in range(4)]
    assert list(Root.objects.order_by("day").values_list("day", flat=True)) == days
