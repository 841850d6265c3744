"""The control board: office, unit, executor; each figure opens the list that it counts."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from nadzor.casework.models import Proceeding
from tests.house import House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
_LINK = re.compile(r'href="([^"]*/work/\?[^"]*)">(?:<[^>]*>)*\s*(\d+)')


def figures(browser: Client, address: str) -> list[tuple[str, int]]:
    """The links of a board with their figures."""
    found = _LINK.findall(browser.get(address).content.decode())
    return [(html.unescape(url), int(count)) for url, count in found]


def listed(browser: Client, url: str) -> int:
    text = browser.get(url).content.decode()
    return len(set(re.findall(r"\d{4}-75-\d{6}(?![-.\d])", text)))


def test_down_to_the_executor_and_every_figure_is_a_list(house: House, enter: SignedIn) -> None:
    first, second = (house.people[f"almaty.executor{place}"].pk for place in (1, 2))
    numbers = [house.register().number for _ in range(4)]
    for number, executor in zip(numbers, (first, first, second), strict=False):
        house.step("almaty.head", "assign", number, executor=executor)
    unit = Proceeding.objects.get(number=numbers[0]).unit_id
    head = enter("almaty.head")
    office = f"{reverse('control')}?office=750000-oblast"
    page = head.get(office).content.decode()
    assert f"office=750000-oblast&amp;unit={unit}" in page
    seen = {}
    for address in (office, f"{office}&unit={unit}", f"{office}&unit=0"):
        for url, count in figures(head, address):
            assert listed(head, url) == count, url
            seen[url] = count
    assert seen[f"/work/?office=750000-oblast&unit={unit}&executor={first}"] == 2
    assert seen["/work/?office=750000-oblast&unit=0&executor=0"] == 1
    text = head.get(f"{office}&unit={unit}").content.decode()
    assert house.people["almaty.executor1"].short_name in text
    assert "All units" in text


def test_nobody_controls_what_they_do_not_lead(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    unit = Proceeding.objects.get(number=number).unit_id
    address = f"{reverse('control')}?office=750000-oblast&unit={unit}"
    for login in ("almaty.executor1", "almaly.head"):
        assert figures(enter(login), address) == [], login
    assert figures(enter("gpo.head"), address) != []


@pytest.mark.parametrize("unit", ["x", "-1", "9" * 30, "999999999"])
def test_a_unit_that_is_none(house: House, enter: SignedIn, unit: str) -> None:
    house.register()
    answer = enter("almaty.head").get(reverse("control"), {"office": "750000-oblast", "unit": unit})
    assert answer.status_code == 200


def test_the_filter_of_an_executor_is_named_and_removed(house: House, enter: SignedIn) -> None:
    executor = house.people["almaty.executor1"]
    text = enter("almaty.head").get(reverse("inbox"), {"executor": executor.pk, "unit": "1"}).content.decode()
    assert executor.short_name in text
    assert 'href="?unit=1"' in text
