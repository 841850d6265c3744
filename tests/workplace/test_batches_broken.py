"""Letters for many cases cancelled, killed, overtaken: nothing half, nothing twice. A real kill: tests/faults."""

import datetime as dt
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from nadzor import clock
from nadzor.appeals.papers.arriving import REQUEST_TO_CURE
from nadzor.casework.models import Look
from nadzor.law.words import Phrase
from nadzor.papers.presses import Order, Presses
from nadzor.papers.setting import Head, said_on
from nadzor.workplace import batch_making, tasks
from nadzor.workplace.batch_keeping import folder_of
from nadzor.workplace.batch_models import LetterBatch
from tests.house import MORNING, House
from tests.workplace.batching import HEAD, REGISTRAR, file, ordered, pages
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def _while_setting(monkeypatch: pytest.MonkeyPatch, then: Callable[[int], None]) -> None:
    """Do something after each dozen of letters is set, before they are entered."""
    real, times = Presses.set_all, iter(range(100))

    def set_all(self: Presses, orders: Any) -> Any:
        found = real(self, orders)
        then(next(times))
        return found

    monkeypatch.setattr(Presses, "set_all", set_all)


def test_cancelled_in_the_middle_keeps_nothing(house: House, enter: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers, client = [house.register().number for _ in range(30)], enter(REGISTRAR)
    batch = ordered(client, *numbers)

    def cancel(time: int) -> None:
        if time == 1:
            assert folder_of(batch.public_id).is_dir()
            client.post(reverse("cancel-batch", args=[batch.public_id]))

    _while_setting(monkeypatch, cancel)
    batch_making.make(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.done) == ("cancelled", batch_making.AT_ONCE)
    assert not folder_of(batch.public_id).exists()
    assert client.get(reverse("batch-file", args=[batch.public_id, "letters.pdf"])).status_code == 404
    monkeypatch.undo()
    batch_making.make(batch.pk)  # its job comes once more: it stays cancelled
    assert LetterBatch.objects.get(pk=batch.pk).state == "cancelled"


def test_cancelled_while_joining_keeps_nothing(
    house: House,
    enter: SignedIn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    numbers, client = [house.register().number for _ in range(5)], enter(REGISTRAR)
    batch = ordered(client, *numbers)
    monkeypatch.setattr(
        batch_making.time, "sleep", lambda _: client.post(reverse("cancel-batch", args=[batch.public_id]))
    )
    batch_making.make(batch.pk)
    assert LetterBatch.objects.get(pk=batch.pk).state == "cancelled"
    assert not folder_of(batch.public_id).exists()


class _KilledError(BaseException):
    """As if the process were killed: nobody may handle it."""


def test_a_killed_worker_goes_on_and_doubles_nothing(
    house: House, enter: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers, client = [house.register().number for _ in range(30)], enter(REGISTRAR)
    batch = ordered(client, *numbers)

    def die(time: int) -> None:
        if time == 1:
            raise _KilledError

    _while_setting(monkeypatch, die)
    with pytest.raises(_KilledError):
        batch_making.make(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.done) == ("setting", 12)
    page = client.get(reverse("batch", args=[batch.public_id]))
    assert page.context["moving"]
    with clock.standing_at(MORNING + dt.timedelta(minutes=2)):  # nobody has come for it
        page = client.get(reverse("batch", args=[batch.public_id]))
        assert (page.context["stopped"], page.context["moving"]) == (True, False)
        client.post(reverse("begin-batch-again", args=[batch.public_id]))
    assert LetterBatch.objects.get().state == "queued"
    monkeypatch.undo()
    batch_making.make(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.done, batch.left_out) == ("done", 30, 0)
    told = pages(file(client, batch, "letters.pdf"))
    assert [sum(number in page for page in told) for number in numbers] == [1] * 30
    assert Look.objects.filter(way="print").count() == 30


def test_a_job_that_was_overtaken_stops(house: House, enter: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [house.register().number for _ in range(30)]
    batch = ordered(enter(REGISTRAR), *numbers)
    theirs = uuid.uuid4()

    def overtake(time: int) -> None:
        if time == 1:
            LetterBatch.objects.update(run=theirs)

    _while_setting(monkeypatch, overtake)
    batch_making.make(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.run, batch.done) == ("setting", theirs, 12)
    assert folder_of(batch.public_id).is_dir()  # it is the other one's now


def test_what_cannot_go_on_says_so(house: House, enter: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    client = enter(REGISTRAR)
    batch = ordered(client, house.register().number)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="No space"):
            batch_making.make(batch.pk)
    page = client.get(reverse("batch", args=[batch.public_id]))
    assert page.context["stopped"]
    assert "go on, nothing is made twice" in page.content.decode()
    client.post(reverse("begin-batch-again", args=[batch.public_id]))
    batch_making.make(batch.pk)
    assert LetterBatch.objects.get().state == "done"


def test_one_batch_after_the_other(house: House, enter: SignedIn) -> None:
    number = house.register().number
    first, second = ordered(enter(REGISTRAR), number), ordered(enter(HEAD), number)
    LetterBatch.objects.filter(pk=first.pk).update(state="setting")
    tasks.make_letters.func(batch=second.pk)
    assert LetterBatch.objects.get(pk=second.pk).state == "queued"
    LetterBatch.objects.filter(pk=first.pk).update(touched_at=clock.now() - dt.timedelta(minutes=2))
    tasks.make_letters.func(batch=second.pk)
    assert LetterBatch.objects.get(pk=second.pk).state == "done"


def test_a_press_that_dies_is_started_anew(house: House) -> None:
    data = said_on(
        REQUEST_TO_CURE,
        {"missing": ["адрес"], "words": "", "due": dt.date(2026, 3, 20)},
        Head(Phrase("К", "Р", "E"), "1", dt.date(2026, 3, 5), appeal="1"),
        "ru",
    )
    letter = Order(REQUEST_TO_CURE.template, {**data, "qr": ""}, MORNING)
    with Presses() as presses:
        before = presses.set_all([letter])[0]
        for press in presses._presses:
            press.process.kill()
            press.process.wait()
        assert presses.set_all([letter] * 3) == [before] * 3
        processes = [press.process for press in presses._presses]
    assert all(process.poll() is not None for process in processes)
    assert isinstance(before, bytes)
