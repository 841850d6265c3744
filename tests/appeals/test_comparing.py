"""How two versions of a draft are told apart: by parts, by words; nothing is lost of either."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nadzor.appeals.comparing import compared, words
from tests.house import DRAFT

PAIRS: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("", "Жаңа", [("added", "Жаңа")]),
    ("Ескі", "", [("gone", "Ескі")]),
    ("Свет починен.", "Свет починен.", [("same", "Свет починен.")]),
    (
        "Свет во дворе починен вчера.",
        "Свет во дворе починен сегодня.",
        [("same", "Свет во дворе починен "), ("gone", "вчера"), ("added", "сегодня"), ("same", ".")],
    ),
    (
        "Жарық жөнделді, айыппұл салынды.",
        "Жарық жөнделді, ескерту жасалды.",
        [("same", "Жарық жөнделді, "), ("gone", "айыппұл салынды"), ("added", "ескерту жасалды"), ("same", ".")],
    ),
    ("Первый абзац.", "Первый абзац.\nВторой.", [("same", "Первый абзац."), ("added", "\nВторой.")]),
]


@pytest.mark.parametrize(("old", "new", "told"), PAIRS)
def test_words_are_told_apart(old: str, new: str, told: list[tuple[str, str]]) -> None:
    assert [(piece.how, piece.text) for piece in words(old, new)] == told


@given(st.text(alphabet="аәб ғ,.\nx1", max_size=60), st.text(alphabet="аәб ғ,.\nx1", max_size=60))
def test_both_texts_stand_whole_in_the_pieces(old: str, new: str) -> None:
    pieces = words(old, new)
    assert "".join(each.text for each in pieces if each.how != "added") == old
    assert "".join(each.text for each in pieces if each.how != "gone") == new


LIGHT, WATER = DRAFT["arguments"][0], {"argument": "Нет воды.", "finding": "refuted", "facts": "Акт."}
CHANGES: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
    ({}, {}, []),
    ({}, {"text": "Иное."}, ["text"]),
    ({}, {"outcome": "terminate"}, ["outcome"]),
    ({"language": "ru"}, {"language": "kk"}, ["language"]),
    ({}, {"arguments": [{**LIGHT, "finding": "refuted"}]}, ["finding"]),
    ({}, {"arguments": [{**LIGHT, "facts": "Осмотр 11 марта."}]}, ["facts"]),
    ({}, {"arguments": [LIGHT, WATER]}, ["argument", "finding", "facts"]),
    ({"arguments": [WATER, LIGHT]}, {"arguments": [LIGHT, WATER]}, []),  # another order is no other argument
    ({"arguments": [LIGHT, WATER]}, {"arguments": [LIGHT]}, ["argument", "finding", "facts"]),
    ({}, {"contest": ""}, ["contest"]),
]


@pytest.mark.parametrize(("old", "new", "parts"), CHANGES)
def test_the_parts_that_differ(old: dict[str, Any], new: dict[str, Any], parts: list[str]) -> None:
    found = compared({**DRAFT, **old}, {**DRAFT, **new})
    assert [each.name for each in found] == parts
    assert all(each.pieces or each.is_choice for each in found)
