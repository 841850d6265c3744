"""A list taken along as a workbook: the same cases as the pages show, in words, each taking logged."""

import io

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from nadzor.casework.models import Look
from tests.house import House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db


def sheet(client: Client, query: str = "") -> list[tuple[object, ...]]:
    answer = client.get(reverse("inbox-table") + query)
    assert answer.status_code == 200
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    assert answer["Content-Disposition"].startswith("attachment;")
    return list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))


def test_the_same_cases_as_on_the_page(house: House, enter: SignedIn) -> None:
    mine, other = house.register().number, house.register(applicant={"type": "anonymous"}).number
    house.step("almaty.head", "assign", mine, executor=house.people["almaty.executor1"].pk)
    head = sheet(enter("almaty.head", "ru"))
    assert {row[2] for row in head[2:]} == {mine, other}
    assert head[1][:3] == ("Срок", "Просрочено", "Номер")
    anonymous = next(row for row in head[2:] if row[2] == other)
    assert anonymous[4] == "анонимное"
    executor = sheet(enter("almaty.executor1", "ru"))
    assert [row[2] for row in executor[2:]] == [mine]
    assert Look.objects.filter(way="table", person=house.people["almaty.head"]).count() == 2


@pytest.mark.parametrize(("lang", "due"), [("kk", "Мерзімі"), ("ru", "Срок"), ("en", "Due")])
def test_in_the_language_of_the_reader(house: House, enter: SignedIn, lang: str, due: str) -> None:
    house.register()
    client = enter("almaty.head", lang)
    assert sheet(client)[1][0] == due


def test_a_letter_is_never_a_formula(house: House, enter: SignedIn) -> None:
    house.register(text='=HYPERLINK("http://example.invalid";"1")', applicant={"type": "person", "surname": "+1"})
    answer = enter("almaty.head", "ru").get(reverse("inbox-table"))
    cells = [cell for row in load_workbook(io.BytesIO(answer.content)).active.iter_rows(min_row=3) for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}


def test_strangers_get_nothing(house: House) -> None:
    assert Client().get(reverse("inbox-table")).status_code == 302


def test_the_link_keeps_the_filters(house: House, enter: SignedIn) -> None:
    house.register()
    client = enter("almaty.head", "ru")
    shown = client.get(reverse("inbox") + "?view=office&due=today").content.decode()
    assert f"{reverse('inbox-table')}?view=office&amp;due=today" in shown
    assert len(sheet(client, "?view=office&due=late")) == 2
