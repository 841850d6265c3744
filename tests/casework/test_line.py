"""The main line of an appeal, played through `perform`."""

import pytest

from nadzor.casework.models import Entry, Notice, Proceeding, Tally, Term
from tests.house import House

pytestmark = pytest.mark.django_db


@pytest.mark.norm("29I.23.1", "29I.54", "29I.26.2")
def test_a_letter_is_registered_with_its_number_terms_entry_and_notice(house: House) -> None:
    done = house.register()
    answer = done.answers[0]
    row = Proceeding.objects.get(number=done.number)
    assert (answer["registered_on"], answer["state"], answer["kind"]) == ("2026-03-05", "registered", "message")
    assert row.number.startswith("2026-75-")
    assert row.register_number == 1
    # fifteen working days from 5 March 2026: 9 March is a day off, Nauryz 21-23 with the 24th and 25th moved
    assert {(t.clock, t.norm, t.due_day.isoformat()) for t in Term.objects.filter(proceeding=row)} == {
        ("consideration", "29I.54", answer["terms"][0]["due"]),
        ("passing_on", "29I.26.2", "2026-03-05"),
    }
    assert row.next_due.isoformat() == "2026-03-05"
    assert Entry.objects.get(proceeding=row).seq == 1
    assert Notice.objects.get(proceeding=row).template == "registered"
    assert Tally.objects.get(body=row.body).count == 1
