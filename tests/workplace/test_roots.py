"""The daily roots as pages."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from nadzor import clock
from nadzor.casework import journal
from nadzor.casework.models import Register, Root
from tests.house import MORNING, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 5)


def made(house: House) -> Root:
    house.register()
    house.register(text="Второе обращение")
    with clock.standing_at(MORNING + dt.timedelta(days=1)):
        return journal.root_of(DAY)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_sheet_of_a_day_holds_heads_and_digest(house: House, enter: SignedIn, language: str) -> None:
    root = made(house)
    head = bytes(Register.objects.get(book="appeals").head).hex()
    reader = enter("almaty.executor1", language)
    listed = reader.get(reverse("roots")).content.decode()
    assert bytes(root.digest).hex() in listed
    assert reverse("root", args=[DAY]) in listed
    body = reader.get(reverse("root", args=[DAY])).content.decode()
    for words in (bytes(root.digest).hex(), head, ">2</td>", "750000-oblast/appeals/2026", "nadzor journal verify"):
        assert words in body
    assert 'role="alert"' not in body


def test_an_altered_root_says_so(house: House, enter: SignedIn) -> None:
    root = made(house)
    root.heads["750000-oblast/appeals/2026"][0] = 1
    root.save()
    assert "This root does not hold" in enter("almaty.head").get(reverse("root", args=[DAY])).content.decode()


def test_days_without_a_root_and_strangers(house: House, enter: SignedIn) -> None:
    made(house)
    staff = enter("almaty.head")
    assert staff.get("/work/journal/2026-03-04/").status_code == 404
    assert staff.get("/work/journal/2026-13-40/").status_code == 404
    assert Client().get(reverse("root", args=[DAY])).status_code == 302


def test_many_days_have_pages(house: House, enter: SignedIn) -> None:
    days = [DAY - dt.timedelta(days=n) for n in range(40)]
    Root.objects.bulk_create(Root(day=day, made_at=MORNING, heads={}, digest=b"") for day in days)
    staff = enter("almaty.head")
    first = staff.get(reverse("roots")).content.decode()
    assert reverse("root", args=[days[30]]) in first
    assert reverse("root", args=[days[31]]) not in first
    assert f"before={days[30].isoformat()}" in first
    second = staff.get(reverse("roots"), {"before": days[30].isoformat()}).content.decode()
    assert reverse("root", args=[days[39]]) in second
    assert staff.get(reverse("roots"), {"before": "x"}).status_code == 200
