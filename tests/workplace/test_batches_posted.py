"""Letters in one's own words become registered letters: entered once, listed, numbered and returned as all others.

Source: 29I.44 and article 66 of the code on administrative procedures.
"""

from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from nadzor.casework import outbox
from nadzor.casework.delivery import Delivery, PostList
from nadzor.casework.files import path_of
from nadzor.casework.models import Entry, Notice, Proceeding, StoredFile
from nadzor.workplace import batch_posting, tasks
from nadzor.workplace.batch_models import LetterBatch
from tests.house import LETTER, House
from tests.workplace.batching import HEAD, REGISTRAR, made
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
NOWHERE = {"type": "person", "surname": "Безадресная", "name": "Анна"}


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def asked(client: Any, batch: LetterBatch) -> LetterBatch:
    """Press the button and let the job run."""
    assert client.post(reverse("post-batch", args=[batch.public_id])).status_code == 302
    tasks.post_letters.func(batch=batch.pk)
    batch.refresh_from_db()
    return batch


def test_each_is_kept_with_its_case_listed_and_entered_in_bulk(house: House, enter: SignedIn) -> None:
    numbers = [house.register(text=f"Текст {place}.").number for place in range(3)]
    client = enter(REGISTRAR, "ru")
    batch = asked(client, made(client, *numbers))
    outbox.deliver()
    rows = list(Delivery.objects.filter(notice__template="own_letter", way="post").order_by("pk"))
    assert [row.notice.proceeding.number for row in rows] == numbers
    assert {(row.address, row.outcome) for row in rows} == {(LETTER["applicant"]["postal_address"], "waiting")}
    kept = StoredFile.objects.get(proceeding__number=numbers[0], name=f"{numbers[0]}.pdf")
    entry = Entry.objects.get(proceeding__number=numbers[0], step="send_own_letter")
    assert (entry.data["pdf"]["sha256"], entry.cites) == (kept.sha256, ["29I.44"])
    envelope = client.get(f"/work/dispatch/letters/paper/{rows[0].pk}.pdf")
    assert envelope.content == path_of(kept.sha256).read_bytes()
    client.post("/work/dispatch/letters/", {"letter": [row.pk for row in rows]})
    numbered = {f"tracking_{row.pk}": f"{row.pk:012}" for row in rows}
    ended = {f"end_{row.pk}": "delivered" for row in rows}
    assert client.post(f"/work/dispatch/letters/{PostList.objects.get().pk}/", numbered | ended).status_code == 302
    assert set(Delivery.objects.filter(pk__in=[row.pk for row in rows]).values_list("outcome", flat=True)) == {
        "delivered"
    }
    page = client.get(reverse("batch", args=[batch.public_id])).content.decode()
    assert "3 / 3" in page
    assert "Внести как заказные письма" not in page


def test_one_without_an_address_is_told_and_the_rest_goes(house: House, enter: SignedIn) -> None:
    numbers = [house.register().number, house.register(applicant=NOWHERE).number]
    client = enter(REGISTRAR, "ru")
    batch = asked(client, made(client, *numbers))
    told = batch_posting.told(batch)
    assert told is not None
    assert (told["posted"], told["of"], [number for number, _ in told["refused"]]) == (1, 2, [numbers[1]])
    page = client.get(reverse("batch", args=[batch.public_id])).content.decode()
    assert "нет почтового адреса" in page


def test_nothing_is_entered_twice(house: House, enter: SignedIn) -> None:
    """A second press; a job that comes once more; a worker that died after the step and before its mark."""
    numbers = [house.register(text=f"Текст {place}.").number for place in range(3)]
    client = enter(REGISTRAR)
    batch = asked(client, made(client, *numbers))
    asked(client, batch)
    batch.letters.update(posted_at=None)
    tasks.post_letters.func(batch=batch.pk)
    assert Notice.objects.filter(template="own_letter").count() == 3
    assert not batch.letters.filter(posted_at=None).exists()


@pytest.mark.parametrize(("who", "offered"), [(REGISTRAR, True), (HEAD, True), ("almaty.executor1", False)])
def test_who_dispatches_enters(house: House, enter: SignedIn, who: str, offered: bool) -> None:
    number = house.register().number
    house.step(HEAD, "assign", number, executor=house.people["almaty.executor1"].pk)
    client = enter(who, "ru")
    batch = made(client, number)
    page = client.get(reverse("batch", args=[batch.public_id])).content.decode()
    assert ("Внести как заказные письма" in page) == offered
    client.post(reverse("post-batch", args=[batch.public_id]))
    assert (LetterBatch.objects.get().post_asked_at is not None) == offered


def test_prints_of_what_was_issued_are_no_new_letters(house: House, enter: SignedIn) -> None:
    client = enter(REGISTRAR, "ru")
    batch = made(client, house.register().number, kind="receipt")
    client.post(reverse("post-batch", args=[batch.public_id]))
    assert LetterBatch.objects.get().post_asked_at is None
    assert not Proceeding.objects.filter(notices__template="own_letter").exists()
