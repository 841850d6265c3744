"""`nadzor demo fill`."""

import click

from nadzor.cli.ready import filled, refuse, setup
from nadzor.cli.root import cli
from nadzor.law.words import Phrase
from nadzor.supervisor.words import say

LETTERS = 280
_FILLING = Phrase(
    "Көрсетілім ойдан шығарылған хаттармен толтырылып жатыр…",
    "Демонстрация заполняется выдуманными письмами…",
    "Filling the demo with made-up letters…",
)
_FILLED = Phrase(
    "Көрсетілім толтырылды. Жолданымдар: {count}.",
    "Демонстрация заполнена. Обращений: {count}.",
    "The demo is filled. Appeals: {count}.",
)
_BEFORE = Phrase(
    "Көрсетілім бұрын толтырылған; ештеңе қосылмады.",
    "Демонстрация заполнена раньше; ничего не добавлено.",
    "The demo was filled before; nothing was added.",
)


@cli.group("demo")
def demo_group() -> None:
    """A demo office with made-up people."""


@demo_group.command("fill")
@click.option("--letters", type=click.IntRange(1, 5000), default=LETTERS, show_default=True, help="how many lives")
def fill_command(letters: int) -> None:
    """Fill the demo office with letters in every state, spread over the past months. A second run adds nothing."""
    setup()
    fill_demo(letters)


def fill_demo(letters: int = LETTERS) -> None:
    """Fill the demo and say how it went; refuse a house that is not a demo. Needs Django."""
    from nadzor.cli import filling  # noqa: PLC0415

    try:
        if not filling.filled():
            say(_FILLING)
        count = filling.fill(letters)
    except filling.NoDemo as refusal:
        refuse(refusal.phrase)
    say(filled(_FILLED, count=count) if count else _BEFORE)
