"""Can a prosecutor help: each ground, each way, what is not known, and the pages themselves without script."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from nadzor.organs.models import Body
from tests.house import House

pytestmark = pytest.mark.django_db
NONE = {"matter": "no", "danger": "no", "whose": "own", "business": "no", "order": "no"}
HEADS = {
    "yes": (
        "Иә, прокуратура мұны қарай алады",
        "Да, прокуратура может это рассмотреть",
        "Yes, a prosecutor can consider",
    ),
    "no": (
        "Жоқ, мұны прокуратура емес, басқа орган",
        "Нет, это рассматривает не прокуратура",
        "No, this is for another body",
    ),
    "open": ("нақты айту мүмкін емес", "точно сказать нельзя", "These answers do not settle it"),
    "exempt": ("бұл тексеру шешпейді", "эта проверка не решает", "This check does not settle"),
}
LANGUAGES = ("kk", "ru", "en")


def page(answers: dict[str, str], language: str = "en", status: int = 200) -> str:
    browser = Client(headers={"accept-language": language})
    answer = browser.get(reverse("memo"), answers)
    assert answer.status_code == status
    text = unescape(answer.content.decode())
    assert len(re.findall(r"<h1", text)) == 1
    assert "tel:115" in text
    return text


def heading(text: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", text, re.S)
    assert found
    return found[1]


def title(text: str) -> str:
    found = re.search(r"<title>(.*?)</title>", text, re.S)
    assert found
    return found[1].strip()


def asked(text: str) -> str:
    found = re.search(r'name="sent" value="(\w+)"', text)
    return found[1] if found else ""


# What was answered before the ground, the answer that is the ground, sub-point of point 4, a word of what to write.
GROUNDS = [
    ({"matter": "no"}, ("danger", "yes"), 5, "what harm may come", ("MEMO.11",)),
    ({"matter": "no", "danger": "no"}, ("whose", "child"), 1, "date of birth or age", ("MEMO.3",)),
    ({"matter": "no", "danger": "no"}, ("whose", "unable"), 1, "cannot act alone", ("MEMO.2",)),
    ({"matter": "no", "danger": "no"}, ("whose", "many"), 1, "which people it concerns", ("MEMO.4",)),
    ({"matter": "no", "danger": "no", "whose": "own"}, ("business", "yes"), 3, "who interferes", ("MEMO.8",)),
    (
        {"matter": "no", "danger": "no", "whose": "own", "business": "no"},
        ("order", "yes"),
        4,
        "threat is",
        ("MEMO.10",),
    ),
    (NONE, ("body", "final"), 2, "Attach the final answer of the superior body", ("MEMO.5", "MEMO.7")),
    (NONE, ("body", "nobody"), 2, "no such body", ("MEMO.6",)),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("before", "ground", "sub_point", "write"),
    [
        pytest.param(*case[:4], id="-".join(case[1]), marks=pytest.mark.norm(*case[4], "MEMO.1", "29I.4.1"))
        for case in GROUNDS
    ],
)
def test_a_ground_ends_the_questions_at_once(
    before: dict[str, str], ground: tuple[str, str], sub_point: int, write: str, language: str
) -> None:
    key, value = ground
    assert asked(page(before, language)) == key
    text = page({**before, key: value}, language)
    assert HEADS["yes"][LANGUAGES.index(language)] in heading(text)
    assert re.findall(r"(?:тармақ, |подпункт |sub-point )(\d)\)", text) == [str(sub_point)]
    assert reverse("file") in text
    if language == "en":
        assert write in text


@pytest.mark.parametrize("value", ["no", "unsure"])
@pytest.mark.parametrize("key", ["danger", "business", "order"])
def test_without_it_the_questions_go_on(key: str, value: str) -> None:
    order = ["matter", "danger", "whose", "business", "order", "body"]
    before = {each: NONE[each] for each in order[: order.index(key)]}
    assert asked(page({**before, key: value})) == order[order.index(key) + 1]


WAYS = [  # the answer about the body, a word of the way in each language, points
    ("not_asked", ("Алдымен осы мәселені", "Сначала обратитесь", "First apply"), ("MEMO.14",)),
    ("no_paper", ("түпкілікті жауап алыңыз", "Получите окончательный", "Get the final answer"), ("MEMO.7", "MEMO.5")),
    ("decided", ("немесе сотқа", "или в суд", "or to a court"), ("MEMO.15", "MEMO.16", "MEMO.17")),
]
DOOR = ("үш жұмыс күнінен кешіктірілмей", "Не позднее трёх рабочих дней", "Within three working days")
POINT_31 = ("№ 29 нұсқаулықтың 31-тармағы", "п. 31 Инструкции № 29", "point 31 of Instruction No. 29")
APPK_64 = ("ӘРПК 64-бабы", "ст. 64 АППК", "article 64 of the APPK")
NO_GUIDE = ("анықтамалық бұл сайтта әзірге жоқ", "Справочника", "This site holds no guide yet")


@pytest.mark.parametrize("number", range(3), ids=LANGUAGES)
@pytest.mark.parametrize(
    ("value", "way"),
    [
        pytest.param(value, way, id=value, marks=pytest.mark.norm(*points, "MEMO.1", "29I.4.1", "29I.31.1", "29I.31.2"))
        for value, way, points in WAYS
    ],
)
def test_no_ground_tells_who_can_and_leaves_the_door_open(value: str, way: tuple[str, ...], number: int) -> None:
    text = page({**NONE, "body": value}, LANGUAGES[number])
    assert HEADS["no"][number] in heading(text)
    for said in (way, DOOR, POINT_31, APPK_64, NO_GUIDE):
        assert said[number] in text
    assert not [other for _, words, _ in WAYS if words != way for other in [words[number]] if other in text]
    assert [n for n in "1234567" if f"{n})" in text] == list("1234567")  # all grounds of the law, one press away
    assert reverse("file") in text


@pytest.mark.norm("MEMO.12", "MEMO.13")
def test_no_applicant_names_an_instruction() -> None:
    """They are the office's to record: no question asks for them, an address that claims one changes nothing."""
    claimed = {"president": "yes", "president_order": "yes", "prosecutor_general_order": "yes"}
    assert heading(page({**NONE, "body": "not_asked", **claimed})) == heading(page({**NONE, "body": "not_asked"}))
    for question in ({}, {"matter": "no"}, NONE):
        assert "President" not in page(question)


UNKNOWN = [  # what is not known, the questions that stay open, whether the way is told all the same
    ({"danger": "unsure", "body": "not_asked"}, ["people's life or health"], "First apply"),
    ({"whose": "unsure", "body": "decided"}, ["Whose rights need protection?"], "or to a court"),
    ({"business": "unsure", "order": "unsure", "body": "no_paper"},
     ["private business", "constitutional order"], "Get the final answer"),
    ({"matter": "unsure", "body": "not_asked"}, ["criminal case"], "First apply"),
    ({"body": "unsure"}, ["Have you already applied"], None),
]  # fmt: skip


@pytest.mark.norm("29I.4.1", "MEMO.1")
@pytest.mark.parametrize(("changes", "questions", "way"), UNKNOWN)
def test_what_is_not_known_is_neither_yes_nor_no(
    changes: dict[str, str], questions: list[str], way: str | None
) -> None:
    text = page({**NONE, **changes})
    assert HEADS["open"][2] in heading(text)
    listed = [item for item in re.findall(r"<li>(.*?)</li>", text) if item.endswith("?")]
    assert len(listed) == len(questions)
    assert all(said in item for said, item in zip(questions, listed, strict=True))
    assert [words[2] for _, words, _ in WAYS if words[2] in text] == ([way] if way else [])
    assert "it will not be turned away" in text


@pytest.mark.norm("29I.4.1")
def test_one_ground_weighs_more_than_what_is_not_known() -> None:
    assert HEADS["yes"][2] in heading(page({**NONE, "danger": "unsure", "body": "final"}))


@pytest.mark.norm("29I.5")
@pytest.mark.parametrize("number", range(3), ids=LANGUAGES)
def test_matters_of_other_laws_are_not_tested(number: int) -> None:
    text = page({"matter": "yes", "danger": "yes"}, LANGUAGES[number])
    assert HEADS["exempt"][number] in heading(text)
    assert HEADS["yes"][number] not in text
    assert APPK_64[number] not in text  # the code does not govern them
    assert POINT_31[number] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_of_its_own(language: str) -> None:
    order = ["matter", "danger", "whose", "business", "order", "body"]
    states = [dict(list(NONE.items())[:n]) for n in range(6)]
    texts = [page(state, language) for state in states]
    assert [asked(text) for text in texts] == order
    ends = [{"matter": "yes"}, {**NONE, "body": "nobody"}, {**NONE, "body": "decided"}, {**NONE, "body": "unsure"}]
    titles = [title(text) for text in texts] + [title(page(end, language)) for end in ends]
    assert len(set(titles)) == len(titles)
    for number, text in enumerate(texts):
        assert str(number + 1) in re.findall(r'<p class="n-soft">(.*?)</p>', text)[0]
        assert "unsure" in re.findall(r'type="radio"[^>]*value="(\w+)"', text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_sent_empty_keeps_what_was_answered(language: str) -> None:
    for sent in ({"sent": "whose"}, {"sent": "whose", "whose": "nonsense"}):
        text = page({"matter": "no", "danger": "unsure", **sent}, language, status=422)
        assert asked(text) == "whose"
        assert 'name="matter" value="no"' in text
        assert 'name="danger" value="unsure"' in text
        assert 'href="#id_whose_0"' in text
        with translation.override(language):
            assert title(text).startswith(gettext("Error:"))


def test_back_and_change_lead_to_the_answer_given() -> None:
    answers = {**NONE, "danger": "unsure", "body": "decided"}
    text = page(answers)
    changes = [address for address in re.findall(r'href="([^"]*at=\w+)"', text) if "back" not in address]
    assert {address.rpartition("=")[2] for address in changes} == {*answers}
    again = unescape(Client(headers={"accept-language": "en"}).get(
        next(address for address in changes if address.endswith("at=danger"))).content.decode())  # fmt: skip
    assert asked(again) == "danger"
    assert re.findall(r'value="(\w+)" checked', again) == ["unsure"]
    assert 'name="body" value="decided"' in again  # later answers are kept as well
    back = re.search(r'class="n-back" href="([^"]*)"', again)
    assert back
    assert back[1].endswith("at=matter")
    first = re.search(r'class="n-back" href="([^"]*)"', page({}))
    assert first
    assert first[1] == reverse("home")


def test_nothing_is_written_and_nothing_is_kept(django_assert_num_queries) -> None:
    browser = Client()
    with django_assert_num_queries(0):
        answer = browser.get(reverse("memo"), {"matter": "no"})
    assert "sessionid" not in answer.cookies
    assert browser.post(reverse("memo"), {"matter": "no"}).status_code == 405


@pytest.mark.parametrize(
    "odd", [{"matter": "perhaps"}, {"at": "body"}, {"sent": "body"}, {"body": "final"}, {"at": "'"}]
)
def test_an_odd_address_begins_at_the_beginning(odd: dict[str, str]) -> None:
    assert asked(page(odd)) == "matter"


def test_a_change_of_language_keeps_the_place() -> None:
    browser = Client(headers={"accept-language": "en"})
    address = f"{reverse('memo')}?matter=no&danger=yes"
    shown = unescape(browser.get(address).content.decode())
    assert f'name="next" value="{address}"' in shown
    answer = browser.post(reverse("set_language"), {"language": "kk", "next": address}, follow=True)
    assert HEADS["yes"][0] in heading(unescape(answer.content.decode()))


def test_addresses_of_offices_are_told_where_they_are_known(house: House) -> None:
    assert "Addresses of the offices" not in page({"matter": "yes"})
    Body.objects.filter(code="750000-oblast").update(address="улица Примерная, 2")
    assert "улица Примерная, 2" in page({"matter": "yes"})


def test_the_first_page_leads_there(house: House) -> None:
    assert f'href="{reverse("memo")}"' in Client().get(reverse("home")).content.decode()
