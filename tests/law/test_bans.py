"""What point 61 forbids, as data: grounds, questions, what a text gives away."""

import pytest

from nadzor.law.o29.bans import BANS, QUESTIONS, Ground, questions, unconfirmed
from nadzor.law.o29.private import Datum, about_a_person, disclosed

# Each sub-point of point 61 is either refused by itself or asked of who decides; what is forbidden says why.
POINTS = {f"29I.61.{each}" for each in range(1, 7)}


@pytest.mark.norm("29I.61.1", "29I.61.2", "29I.61.3", "29I.61.4", "29I.61.5", "29I.61.6")
def test_every_sub_point_is_asked() -> None:
    assert {each.point for each in QUESTIONS.values()} == POINTS
    assert all(all(each.text) and all(each.otherwise) for each in QUESTIONS.values())


@pytest.mark.norm("29I.61.2", "29I.61.4")
def test_what_forbids_says_why_and_what_does_not_is_marked() -> None:
    for ground, ban in BANS.items():
        assert ban.forbids == all(ban.why), ground
        assert all("{name}" in text for text in ban.why if text), ground
        assert all(ban.mark), ground
        assert ban.point in {"29I.61.2", "29I.61.4"}, ground
    grounds = list(Ground)
    assert grounds == sorted(grounds, key=lambda each: not BANS[each].forbids), "those that forbid come first"


ASKED = [
    ("nobody is complained of", False, False, ["harm", "interest", "disclosure", "identity"]),
    ("somebody is", True, False, ["harm", "interest", "disclosure", "identity", "powers"]),
    ("a prosecutor is", True, True, ["harm", "interest", "disclosure", "identity", "powers", "conclusions"]),
]


@pytest.mark.norm("29I.61.1", "29I.61.3")
@pytest.mark.parametrize(("_of", "complains", "of_prosecutors", "names"), ASKED)
def test_what_is_asked(_of: str, complains: bool, of_prosecutors: bool, names: list[str]) -> None:
    asked = questions(complains=complains, of_prosecutors=of_prosecutors)
    assert [each.name for each in asked] == names
    assert unconfirmed(asked, names) == []
    assert [each.name for each in unconfirmed(asked, names[1:])] == names[:1]


PERSON = {
    "numbers": ["850505300506"],
    "phones": ["+7 701 555 01 23"],
    "addresses": ["г. алматы, ул. закрытая, 7", "v@mail.kz"],
}
TEXTS = [
    ("проверьте шум на стройке", []),
    ("иин 850505300506", [Datum.NUMBER]),
    ("иин 850505 300506", [Datum.NUMBER]),
    ("тел. 8 (701) 555-01-23", [Datum.PHONE]),
    ("тел. 87015550123", [Datum.PHONE]),
    ("тел. 87015550124", []),
    ("дом: г. алматы, ул. закрытая, 7, кв. 3", [Datum.ADDRESS]),
    ("ул. закрытая", []),  # the street alone names nobody
    ("пишите на v@mail.kz", [Datum.EMAIL]),
    ("850505300506, v@mail.kz", [Datum.NUMBER, Datum.EMAIL]),
]


@pytest.mark.norm("29I.61.5")
@pytest.mark.parametrize(("text", "found"), TEXTS)
def test_what_a_text_gives_away(text: str, found: list[Datum]) -> None:
    assert disclosed(text, **PERSON) == found


def test_who_gave_no_data_has_none_to_give_away() -> None:
    assert disclosed("тел. 8 (701) 555-01-23, 850505300506", numbers=[""], phones=[""], addresses=[]) == []


BESIDE = [
    ("копии решений и замеры шума", ""),
    ("сведения о судимости жильцов", "судимост"),
    ("какова национальность заявителя", "национальност"),
    ("прошу установить автора письма", "установить автор"),
    ("личность заявителя", "личность заявител"),
    ("личный прием граждан", ""),
    ("отиниш берушинин туыстары кимдер", "туыстар"),
    ("вероисповедание и родственники", "вероисповедан"),
]


@pytest.mark.norm("29I.61.6")
@pytest.mark.parametrize(("text", "words"), BESIDE)
def test_what_asks_about_a_person(text: str, words: str) -> None:
    assert about_a_person(text) == words
