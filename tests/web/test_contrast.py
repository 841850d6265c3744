"""The colours of our own sheet: text 4.5 to 1, lines of fields and focus 3 to 1 (WCAG 2.2: 1.4.3, 1.4.11)."""

import re
from pathlib import Path

import pytest

SHEET = (Path(__file__).parents[2] / "nadzor" / "web" / "static" / "src" / "nadzor.css").read_text(encoding="utf-8")
TOKENS = dict(re.findall(r"--n-([\w-]+): (#[0-9a-f]{6});", SHEET))
TINTED = ["new", "work", "wait", "soon", "late", "moved", "done", "ended"]
PLAIN = ["text", "text-soft", "link", "link-hover", "visited", "error"]
TEXTS = [
    *((tone, f"{tone}-tint") for tone in TINTED),
    *((text, ground) for text in PLAIN for ground in ("white", "page")),
    ("white", "link"),
    ("white", "link-hover"),
    ("link-hover", "work-tint"),
    ("text-soft", "new-tint"),
    ("bar-text", "bar"),
]
LINES = [("edge", "white"), ("edge", "page"), ("focus", "white"), ("focus", "page"), ("focus-glow", "bar")]


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48)])
def test_the_formula_gives_known_values(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read_on_its_ground(text, ground):
    assert contrast(TOKENS[text], TOKENS[ground]) >= 4.5


@pytest.mark.parametrize(("line", "ground"), LINES)
def test_lines_and_focus_are_seen(line, ground):
    assert contrast(TOKENS[line], TOKENS[ground]) >= 3


def test_a_token_of_tabler_has_the_value_of_ours():
    theirs = dict(re.findall(r"--tblr-([\w-]+): (#[0-9a-f]{6});", SHEET))
    ours = {
        "body-color": "text",
        "body-bg": "page",
        "secondary-color": "text-soft",
        "border-color": "edge",
        "primary": "link",
    }
    assert {name: theirs[name] for name in ours} == {name: TOKENS[own] for name, own in ours.items()}


def test_no_colour_is_older_browsers_trouble():
    assert not re.search(r"oklch|light-dark|color-mix", SHEET)
