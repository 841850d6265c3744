"""Columns, density and single keys: kept with the account, the same in every browser, no question to the database."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nadzor.accounts.models import Account
from tests.house import House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db


def shown(client: Client) -> list[str]:
    return [head["title"].en for head in client.get(reverse("inbox")).context["heads"]]


def choose(client: Client, *columns: str, density: str = "normal") -> Any:
    return client.post(reverse("my-lists"), {"column": columns, "density": density})


@pytest.mark.parametrize(
    ("columns", "left"),
    [
        (("2", "3", "4", "5"), ["Due", "Number", "From", "Matter", "State", "Holder"]),
        (("2", "5"), ["Due", "Number", "From", "Holder"]),
        ((), ["Due", "Number"]),
        (("0", "6", "x", ""), ["Due", "Number"]),
    ],
)
def test_columns_are_those_chosen(house: House, enter: SignedIn, columns: tuple[str, ...], left: list[str]) -> None:
    house.register()
    head = enter("almaty.head")
    assert choose(head, *columns).status_code == 302
    assert shown(enter("almaty.head")) == left
    (row,) = head.get(reverse("inbox")).context["rows"]
    assert len(row["cells"]) == len(left)
    assert shown(enter("almaty.deputy")) == ["Due", "Number", "From", "Matter", "State", "Holder"]


def test_rows_are_low_if_wished(house: House, enter: SignedIn) -> None:
    house.register()
    head = enter("almaty.head")
    for density, low in (("compact", True), ("normal", False), ("no-such", False)):
        choose(head, "2", density=density)
        assert ("table-sm" in head.get(reverse("inbox")).content.decode()) is low


def test_single_keys_are_turned_off_and_on(enter: SignedIn) -> None:
    head = enter("almaty.head")
    choose(head, "2")
    assert 'data-keys="on"' in head.get(reverse("inbox")).content.decode()
    head.post(reverse("my-keys"), {})
    assert 'data-keys="off"' in enter("almaty.head").get(reverse("control")).content.decode()
    assert "Single keys are off now" in head.get(reverse("my-keys")).content.decode()
    head.post(reverse("my-keys"), {"letters": "true"})
    assert 'data-keys="on"' in head.get(reverse("inbox")).content.decode()
    assert shown(head) == ["Due", "Number", "From"]  # the other choices stay


@pytest.mark.parametrize("kept", [{}, {"hidden": "all"}, {"hidden": [2, 99, None, "x"], "compact": "yes"}, {"odd": 1}])
def test_what_another_version_kept_breaks_nothing(house: House, enter: SignedIn, kept: dict[str, Any]) -> None:
    house.register()
    head = enter("almaty.head")
    Account.objects.filter(login="almaty.head").update(tastes=kept)
    assert shown(head)[:2] == ["Due", "Number"]


def test_a_choice_costs_no_question(house: House, enter: SignedIn) -> None:
    house.register()
    head = enter("almaty.head")
    head.get(reverse("inbox"))
    asked = []
    for columns in (("2", "3", "4", "5"), ()):
        choose(head, *columns, density="compact")
        head.get(reverse("inbox"))
        with CaptureQueriesContext(connection) as queries:
            head.get(reverse("inbox"))
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_looking_changes_nothing(enter: SignedIn) -> None:
    head = enter("almaty.head")
    for name in ("my-keys", "my-lists", "my-settings"):
        assert head.get(reverse(name), {"density": "compact"}).status_code == 200
        assert Client().get(reverse(name)).status_code == 302
    assert Account.objects.get(login="almaty.head").tastes == {}
