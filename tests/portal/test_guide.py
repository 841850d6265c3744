"""Who considers which complaint: the book that the office keeps, the page, the check "Can a prosecutor help?"."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nadzor.casework.models import Entry, Proceeding
from nadzor.casework.refusals import Invalid, NotFound, WrongState
from nadzor.casework.structure import StructureAct, change_structure
from nadzor.law.memo import INTERFERERS
from nadzor.organs.models import ReferenceEntry
from tests.house import House

pytestmark = pytest.mark.django_db
GPO = "000000-gpo"
ORDER = {"order_number": "9", "order_day": "2026-03-02"}
ROW = {
    "kind": "competence",
    "kk": "жылу беру",
    "ru": "отопление дома",
    "en": "heating of a house",
    "body_kk": "Сынақ инспекциясы",
    "body_ru": "Пробная инспекция",
    "body_en": "Sample Inspection",
    "contacts": "улица Примерная, 3, тел. 000",
    "source": "Пробный акт № 1",
    "since": "2026-03-05",
}
NONE = {"matter": "no", "danger": "no", "whose": "own", "business": "no", "order": "no"}


def add(house: House, by: str = "gpo.admin", on: str = GPO, **changes: Any) -> ReferenceEntry:
    data = {key: value for key, value in {**ROW, **ORDER, **changes}.items() if value is not None}
    change_structure(StructureAct("add_reference", house.actor(by), on, data))
    return ReferenceEntry.objects.latest("pk")


def page(address: str, language: str = "ru", **asked: str) -> str:
    answer = Client(headers={"accept-language": language}).get(address, asked)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.mark.norm("MEMO.18")
def test_a_row_of_the_book_is_entered_found_and_ended(house: House) -> None:
    row = add(house)
    assert Entry.objects.latest("pk").cites == ["MEMO.18", "29I.4.2"]
    for language, said in (("kk", "Сынақ инспекциясы"), ("ru", "Пробная инспекция"), ("en", "Sample Inspection")):
        text = page(reverse("guide"), language)
        assert said in text
        assert "улица Примерная, 3" in text
        assert "Пробный акт № 1" in text
    assert "Пробная инспекция" in page(reverse("guide"), q="ОТОПЛЕНИЕ")
    assert "Пробная инспекция" not in page(reverse("guide"), q="водопровод")
    ended = {"until": "2026-03-05", **ORDER}
    change_structure(StructureAct("end_reference", house.actor("gpo.admin"), str(row.pk), ended))
    assert "Пробная инспекция" in page(reverse("guide"))  # its last day is today
    ReferenceEntry.objects.update(since="2026-03-01", until="2026-03-04")
    assert "Пробная инспекция" not in page(reverse("guide"))


@pytest.mark.norm("MEMO.18")
@pytest.mark.parametrize("number", range(3), ids=("kk", "ru", "en"))
def test_an_empty_book_is_told_and_the_law_stands_all_the_same(house: House, number: int) -> None:
    text = page(reverse("guide"), ("kk", "ru", "en")[number])
    assert ("анықтамалық бұл сайтта әзірге жоқ", "Справочника", "holds no guide yet")[number] in text
    assert ("немесе сот", "или суд", "or a court")[number] in text  # MEMO.15, 16
    assert ("жоғары тұрған прокурор", "вышестоящий прокурор", "the superior prosecutor")[number] in text
    assert "n-cite" in text


# What is wrong with a row, at which field.
WRONG = [
    ({"body_ru": None}, "body_ru"),
    ({"body_kk": None}, "body_kk"),
    ({"contacts": None}, "contacts"),
    ({"source": None}, "source"),
    ({"until": "2026-03-04"}, "until"),
    ({"order_day": "2026-03-06"}, "order_day"),
    ({"kind": "gossip"}, "kind"),
]


@pytest.mark.norm("MEMO.18")
@pytest.mark.parametrize(("changes", "field"), WRONG)
def test_a_row_without_a_body_contacts_or_source_is_refused(house: House, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        add(house, **changes)
    assert set(refused.value.fields) == {field}


@pytest.mark.norm("MEMO.18")
def test_the_centre_alone_keeps_the_book(house: House) -> None:
    with pytest.raises(Invalid) as refused:
        add(house, by="almaty.admin", on="750000-oblast")
    assert "General Prosecutor's Office keeps" in refused.value.fields["kind"].en
    row = add(house)
    act = StructureAct("end_reference", house.actor("almaty.admin"), str(row.pk), {"until": "2026-03-05", **ORDER})
    with pytest.raises(NotFound):
        change_structure(act)


@pytest.mark.norm("MEMO.18", "MEMO.14")
def test_the_check_leads_to_the_guide_once_it_has_rows(house: House) -> None:
    asked = {**NONE, "body": "not_asked"}
    empty = page(reverse("memo"), **asked)
    assert "Справочника о том" in empty
    add(house)
    text = page(reverse("memo"), **asked)
    assert "Справочника о том" not in text
    assert "Кто рассматривает какую жалобу</a></p>" in text


@pytest.mark.norm("29I.4.2")
@pytest.mark.parametrize(
    ("answers", "kind", "shown"),
    [
        ({"matter": "no", "danger": "no", "whose": "unable"}, "persons", True),
        ({"matter": "no", "danger": "no", "whose": "child"}, "persons", True),
        ({**NONE, "body": "nobody"}, "bodies", True),
        ({**NONE, "body": "final"}, "bodies", True),
        ({"matter": "no", "danger": "no", "whose": "unable"}, "bodies", False),  # of the other sub-point
        ({**NONE, "body": "nobody"}, "persons", False),
        ({"matter": "no", "danger": "yes"}, "persons", False),  # sub-point 5 is detailed by no other act
    ],
)
def test_what_another_act_details_stands_at_its_ground(
    house: House, answers: dict[str, str], kind: str, *, shown: bool
) -> None:
    add(house, kind=kind, body_kk=None, body_ru=None, body_en=None, contacts=None)
    text = page(reverse("memo"), **answers)
    assert ("отопление дома" in text) is shown
    assert ("отдельный акт Генерального Прокурора" in text) is ("danger" in answers and answers["danger"] != "yes")


# The seven of the memo, copied from its text.
LISTED = [
    "государственный орган",
    "местный представительный орган",
    "местный исполнительный орган",
    "орган местного самоуправления",
    "учреждение",
    "их должностное лицо",
    "другая организация любой формы собственности",
]


@pytest.mark.norm("MEMO.9")
def test_whose_interference_counts() -> None:
    assert [row.ru.split(" (")[0] for row in INTERFERERS] == LISTED
    before = {"matter": "no", "danger": "no", "whose": "own"}
    text = page(reverse("memo"), **before)
    for row in INTERFERERS:
        assert row.ru in text or row.ru.capitalize() in text
    assert "Да, прокуратура может" in page(reverse("memo"), **before, business="yes")
    alone = page(reverse("memo"), **before, business="person")  # a private person is not among them: it goes on
    assert 'name="sent" value="order"' in alone


# The answer, the law that governs first, points told.
MATTERS = [
    pytest.param("yes", "закон об этом вопросе", ("6", "21"), marks=pytest.mark.norm("29I.6", "29I.21")),
    pytest.param("search", "закон об этом вопросе", ("21",), marks=pytest.mark.norm("29I.6", "29I.21")),
    pytest.param("assets", "с особенностями Закона о возврате", ("21-1", "21"), marks=pytest.mark.norm("29I.21-1")),
]  # fmt: skip


@pytest.mark.parametrize(("matter", "first", "points"), MATTERS)
def test_what_governs_a_matter_of_another_law(matter: str, first: str, points: tuple[str, ...]) -> None:
    text = page(reverse("memo"), matter=matter)
    assert "эта проверка не решает" in text
    layers = re.findall(r"<li>([^<]+)</li>", text[text.index("<ol>") : text.index("</ol>")])
    assert first in layers[0]
    assert len(layers) == 4
    told = re.findall(r"п\. ([\d-]+) Инструкции № 29", text[text.index("</ol>") :])
    assert tuple(told[: len(points)]) == points


@pytest.mark.norm("29I.9")
@pytest.mark.parametrize("number", range(3), ids=("kk", "ru", "en"))
def test_a_complaint_has_the_same_grounds(number: int) -> None:
    said = ("24 және 25-баптарындағы", "в пределах статей 24 и 25", "articles 24 and 25")[number]
    language = ("kk", "ru", "en")[number]
    assert said in page(reverse("memo"), language, **NONE, body="decided")
    assert said in page(reverse("memo"), language, matter="no", danger="yes")
    assert said not in page(reverse("memo"), language, matter="yes")  # there the grounds are not asked


@pytest.mark.norm("SYS.8")
def test_the_office_does_not_take_the_place_of_another_body(house: House) -> None:
    assert "не подменяет эти органы" in page(reverse("guide"))
    number = house.register().number
    house.step("almaty.registrar", "forward", number, body="Пробная инспекция", reason="Это решает она.")
    row = Proceeding.objects.get(number=number)
    assert row.state == "forwarded"  # what the inspection decides is never entered as an answer of the office
    with pytest.raises(WrongState):
        house.step("almaty.head", "answer", number, seen="0" * 64)
