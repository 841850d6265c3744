"""What ends a procedure, and how texts are found again. Expected answers: 29I.48, 57.1, 2.10; APPK 70, 88."""

import random

import pytest

from nadzor.law.facts import Kind
from nadzor.law.o29.ending import End, ends_of, points_of
from nadzor.law.o29.likeness import ASKED, keys_of, words_of


@pytest.mark.norm("29I.48")
@pytest.mark.parametrize("kind", [Kind.APPLICATION, Kind.COMPLAINT])
def test_what_ends_an_administrative_procedure(kind: Kind) -> None:
    assert set(ends_of(kind)) == {End.DECIDED, End.COURT, End.WITHDRAWN, End.OTHER_LAW}
    assert all("29I.48" in points_of(end, kind) for end in ends_of(kind))


@pytest.mark.norm("29I.57.1")
@pytest.mark.parametrize("kind", [None, Kind.MESSAGE, Kind.PROPOSAL, Kind.FEEDBACK, Kind.REQUEST])
def test_what_ends_the_simplified_procedure(kind: Kind | None) -> None:
    assert set(ends_of(kind)) == {End.NO_SUBSTANCE, End.WITHDRAWN}
    assert all("29I.57.1" in points_of(end, kind) for end in ends_of(kind))


def _damaged(words: list[str], share: float, made: random.Random) -> str:
    """A text in which a share of the words has become others."""
    hit = set(made.sample(range(len(words)), round(share * len(words))))
    return " ".join(f"{made.randrange(10**6)}" if place in hit else word for place, word in enumerate(words))


@pytest.mark.parametrize(("share", "least"), [(0.0, 1.0), (0.1, 0.5), (0.2, 0.3), (0.4, 0.06)])
def test_keys_outlive_damage_on_both_sides(share: float, least: float) -> None:
    """About (1 - share)^4 of the keys stay in common; of a hundred texts the mean is held against less than that."""
    common = []
    for place in range(100):
        made = random.Random(place)  # noqa: S311
        words = [f"{made.randrange(5000)}" for _ in range(80)]
        one, other = keys_of(_damaged(words, share, made)), keys_of(_damaged(words, share, made))
        common.append(len(set(one) & set(other)) / len(one))
    assert sum(common) / 100 >= least


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Прошу проверить тариф", "прошу, ПРОВЕРИТЬ  тариф!", id="letters, stops and spaces"),
        pytest.param("жалоба на управляющую компанию", "жалобу на управляющей компании", id="endings"),
        pytest.param("касса не работает", "каса не раббоотает", id="doubled letters"),
        pytest.param("Қайта қараңыз өтінемін", "Кайта караныз отинемин", id="letters of another keyboard"),
    ],
)
def test_texts_that_read_alike_have_the_same_keys(one: str, other: str) -> None:
    assert keys_of(one) == keys_of(other)


@pytest.mark.parametrize("text", ["", "Слово", " … "])
def test_a_text_of_less_than_two_words_has_no_keys(text: str) -> None:
    assert keys_of(text) == []


def test_a_long_text_is_asked_by_so_many_keys_and_no_more() -> None:
    words = [f"{place}" for place in range(1000)]
    assert len(keys_of(" ".join(words))) == ASKED
    assert keys_of(" ".join(words)) == sorted(keys_of(" ".join(words)))


def test_keys_are_told_as_the_text_has_them() -> None:
    text = "Прошу ПРОВЕРИТЬ тариф, прошу проверить тариф!"
    assert words_of(text, keys_of("прошу проверит")) == ["Прошу ПРОВЕРИТЬ"]
    assert words_of(text, keys_of(text)) == ["Прошу ПРОВЕРИТЬ", "ПРОВЕРИТЬ тариф", "тариф прошу"]
    assert words_of(text, []) == []
