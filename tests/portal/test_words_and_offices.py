"""Words of the law, the offices and how their system is built: found by what people type, in each language."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nadzor.law.o29.definitions import DEFINITIONS
from nadzor.law.system import POST_FACTS
from nadzor.organs.directory import directory
from nadzor.organs.models import Appointment, Body
from nadzor.organs.neighbours import neighbours
from tests.house import TODAY, House

pytestmark = pytest.mark.django_db
LANGUAGES = ("kk", "ru", "en")


def page(address: str, language: str = "ru", status: int = 200, **asked: str) -> str:
    answer = Client(headers={"accept-language": language}).get(address, asked)
    assert answer.status_code == status
    text = unescape(answer.content.decode())
    assert len(re.findall(r"<h1", text)) == 1
    return text


def words(text: str) -> list[str]:
    return re.findall(r'id="word-(\w+)"', text)


@pytest.mark.norm("29I.2.1", "29I.2.2", "29I.2.3", "29I.2.4", "29I.2.5", "29I.2.7", "29I.2.8", "29I.2.14", "29I.1")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_of_point_2_stands_with_its_meaning_and_its_point(language: str) -> None:
    text = page(reverse("words"), language)
    for row in DEFINITIONS:
        assert row.term.into(language) in text  # type: ignore[arg-type]
        assert row.meaning.into(language) in text  # type: ignore[arg-type]
    said = {"kk": "2-тармақ, 14) тармақша", "ru": "п. 2, подпункт 14)", "en": "point 2, sub-point 14)"}[language]
    card = re.search(r'id="word-official">.*?</section>', text, re.S)
    assert card
    assert said in card[0]
    assert text.count("n-cite") == 19 + 3  # the nineteen; "offices" and the basis by point 1, what is covered
    # words of the lecture cite no point: its rows have numbers of ours


# What is typed, in which language of the page, which words are found.
SEARCHES = [
    ("жалоба", "ru", ["complaint", "appeal"]),  # in the meaning of an appeal too
    ("ШАГЫМ", "ru", ["complaint"]),  # a Kazakh word without its letters, on a Russian page
    ("депутат", "ru", ["interpellation", "deputy_appeal"]),
    ("563", "en", ["gpo_unit"]),
    ("collegium", "en", ["collegium"]),
    ("nothing like this", "en", []),
]


@pytest.mark.parametrize(("asked", "language", "found"), SEARCHES)
def test_a_word_is_found_by_what_people_type(asked: str, language: str, found: list[str]) -> None:
    text = page(reverse("words"), language, q=asked)
    assert sorted(words(text)) == sorted(found)
    if not found:
        assert "No word holds this" in text


@pytest.mark.norm("29I.3")
@pytest.mark.parametrize(
    ("language", "said"),
    [("kk", "Оны кім жібергені маңызды емес"), ("ru", "кто бы их ни прислал"), ("en", "whoever sent them")],
)
def test_the_page_says_what_the_instruction_covers(language: str, said: str) -> None:
    assert said in page(reverse("words"), language)


def test_words_and_offices_are_linked_from_every_page() -> None:
    text = page(reverse("home"))
    assert f'href="{reverse("words")}"' in text
    assert f'href="{reverse("offices")}"' in text


def names(text: str) -> list[str]:
    return re.findall(r'href="/offices/([\w-]+)/"', text)


def test_the_list_shows_the_upper_two_storeys(house: House) -> None:
    shown = names(page(reverse("offices")))
    assert shown[0] == "000000-gpo"
    assert len(shown) == 1 + 3 + 2 + 20  # the centre; committees and the Academy; military and transport; oblasts
    assert "751110-district" not in shown


# SYS.24: a transport office is found by each kind of transport. SYS.38: a city shows all its offices.
FOUND = [
    ("Алмалинский", ["751110-district"]),
    ("трубопроводный", ["000000-transport", "150000-transport", "710000-transport", "750000-transport"]),
    ("pipeline almaty", ["750000-transport"]),
    ("су көлігі", ["000000-transport", "150000-transport", "710000-transport", "750000-transport"]),
    ("воздушный", ["000000-transport", "150000-transport", "710000-transport", "750000-transport"]),
    ("железнодорожный", ["000000-transport", "150000-transport", "710000-transport", "750000-transport"]),
    ("алматы гарнизон", ["750000-garrison"]),
    ("нигде", []),
]


@pytest.mark.norm("SYS.24")
@pytest.mark.parametrize(("asked", "codes"), FOUND)
def test_an_office_is_found_by_place_kind_and_transport(house: House, asked: str, codes: list[str]) -> None:
    assert sorted(names(page(reverse("offices"), q=asked))) == codes


@pytest.mark.norm("SYS.5")
@pytest.mark.parametrize(
    ("language", "said"),
    [("kk", "Президентке ғана есеп береді"), ("ru", "подотчётна только Президенту"), ("en", "to the President alone")],
)
def test_the_head_of_the_system_accounts_to_the_president_alone(house: House, language: str, said: str) -> None:
    assert said in page(reverse("office", args=["000000-gpo"]), language)
    assert said not in page(reverse("office", args=["750000-oblast"]), language)


@pytest.mark.norm("SYS.27", "SYS.28", "SYS.66")
def test_the_chief_military_office_tells_its_head_and_who_appoints(house: House) -> None:
    text = page(reverse("office", args=["000000-military"]))
    assert "Главный военный прокурор" in text
    assert "Президент по представлению Генерального Прокурора" in text
    assert "по должности также: Заместитель Генерального Прокурора" in text
    transport = page(reverse("office", args=["000000-transport"]))
    assert "по должности также" not in transport
    assert "Кто назначает" not in transport
    assert "трубопроводный транспорт" in transport  # its sphere, and no other's
    assert "трубопроводный транспорт" not in text


@pytest.mark.norm("SYS.22")
@pytest.mark.parametrize(
    ("code", "formed"),
    [
        ("000000-gpo", True),
        ("000000-committee", True),
        ("000000-asset-recovery", True),
        ("750000-oblast", True),
        ("000000-military", True),
        ("000000-transport", True),
        ("000000-academy", False),  # no agency, but an education organisation
        ("751110-district", False),
        ("750000-garrison", False),
        ("710000-committee", False),
    ],
)
def test_where_a_collegium_is_formed(house: House, code: str, *, formed: bool) -> None:
    text = page(reverse("office", args=[code]), "en")
    assert ("is formed in an office of this kind" in text) is formed
    assert ("is not formed at this level" in text) is not formed


def test_an_office_names_its_head_and_whoever_acts(house: House) -> None:
    head = house.people["almaty.head"]
    body = Body.objects.get(code="750000-oblast")
    body.address = "улица Примерная, 2"
    body.save()
    text = page(reverse("office", args=["750000-oblast"]))
    assert head.full_name in text
    assert "улица Примерная, 2" in text
    Appointment.objects.filter(person=head).update(until="2026-03-04")
    assert "не указан" in page(reverse("office", args=["750000-oblast"]))


def test_no_page_of_a_closed_or_unknown_office(house: House) -> None:
    page(reverse("office", args=["999999-nowhere"]), status=404)
    Body.objects.filter(code="751110-district").update(until="2026-03-04")
    from nadzor.organs.directory import forget

    forget()
    page(reverse("office", args=["751110-district"]), status=404)


@pytest.mark.norm("SYS.38")
@pytest.mark.parametrize(
    ("code", "beside"),
    [
        ("750000-oblast", ["750000-garrison", "750000-transport"]),
        ("751110-district", ["750000-garrison", "750000-transport"]),  # its ground lies in theirs
        ("231000-district", ["230000-environmental"]),
        ("000000-gpo", []),  # no territory of its own
    ],
)
def test_specialised_offices_stand_beside_territorial_ones(house: House, code: str, beside: list[str]) -> None:
    known = directory()
    assert [card.code for card in neighbours(known.by_code[code], known, TODAY)] == beside


@pytest.mark.norm("SYS.38")
def test_a_specialised_office_shows_the_territorial_ones_it_works_with(house: House) -> None:
    known = directory()
    found = {card.code for card in neighbours(known.by_code["230000-environmental"], known, TODAY)}
    assert "230000-oblast" in found
    assert all(known.by_code[code].sphere == "territorial" and code.startswith("23") for code in found)


@pytest.mark.norm("SYS.52", "SYS.56", "SYS.57", "SYS.59", "SYS.60", "SYS.62", "SYS.63", "SYS.64", "SYS.65", "SYS.67")
@pytest.mark.parametrize("number", range(3), ids=LANGUAGES)
def test_the_page_of_the_system_tells_each_category_of_posts(number: int) -> None:
    text = page(reverse("system"), LANGUAGES[number])
    assert len(POST_FACTS) == 5
    for fact in POST_FACTS:
        assert fact.title[number] in text
        assert fact.does[number] in text


# Words of the lecture, copied from its text.
TOLD = [
    pytest.param(("Высшее должностное лицо", "взаимодействие с другими органами"), id="57-59"),
    pytest.param(
        ("Первый заместитель", "координируют работу отдельных департаментов", "важнейшим вопросам"), id="60-62"
    ),
    pytest.param(("действия местных органов власти", "расследование уголовных дел"), id="64"),
    pytest.param(("старшие прокуроры и прокуроры управлений и отделов", "на более низких уровнях"), id="65"),
    pytest.param(("назначение Генерального Прокурора на 5 лет", "с согласия Сената"), marks=pytest.mark.norm("SYS.58")),
    pytest.param(("классные чины или воинские звания",), marks=pytest.mark.norm("SYS.68")),
    pytest.param(("описание символов прокуратуры",), marks=pytest.mark.norm("SYS.25")),
    pytest.param(("регламент коллегии и статус её членов",), marks=pytest.mark.norm("SYS.48")),
    pytest.param(("терроризм", "наркотиков", "незаконную миграцию"), marks=pytest.mark.norm("SYS.29")),
    pytest.param(("безопасность на железнодорожном", "инфраструктуры"), marks=pytest.mark.norm("SYS.30")),
    pytest.param(("природной среды", "опасных грузов"), marks=pytest.mark.norm("SYS.31")),
    pytest.param(("зерно", "нефть", "военное оборудование"), marks=pytest.mark.norm("SYS.32")),
    pytest.param(("пассажиров и других потребителей",), marks=pytest.mark.norm("SYS.33")),
    pytest.param(
        ("Алматинская", "Юго-Восточная", "Целинная", "Западная региональная"), marks=pytest.mark.norm("SYS.23")
    ),
]


@pytest.mark.parametrize("said", TOLD)
def test_what_the_lecture_says_of_the_system(said: tuple[str, ...]) -> None:
    text = page(reverse("system"))
    assert [each for each in said if each not in text] == []
    assert "Он не закон" in text


def test_a_search_asks_the_database_no_more_than_the_list(house: House) -> None:
    page(reverse("offices"))  # the structure is read once a version
    counts = []
    for asked in ({}, {"q": "прокуратура"}):
        with CaptureQueriesContext(connection) as made:
            page(reverse("offices"), **asked)
        counts.append(len(made))
    assert counts == [1, 1]
