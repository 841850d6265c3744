"""The scenarios of appeals: where the files lie, who plays in them, how an answer comes about."""

from functools import cache
from pathlib import Path
from typing import Any

from nadzor.casework.perform import Done
from nadzor.casework.playing import Player
from nadzor.casework.scenarios import Event, Place, Scenario, read_all, read_company

FOLDER = Path(__file__).parent / "scenarios"


def _answer(player: Player, event: Event) -> Done:
    """Carry out the `answer:` of a scenario. The one place that knows by which steps an answer is given."""
    return player.act(event, ("appeal", "answer"), player.data_of(event))


WAYS = {"answer": _answer}


@cache
def company() -> dict[str, Place]:
    """The usual company of the files. Raises ScenarioFault."""
    return read_company(FOLDER / "_company.yaml")


@cache
def lives() -> dict[str, Scenario]:
    """Every scenario of the room by the name of its file. Raises ScenarioFault."""
    return read_all(FOLDER)


def player(scenario: Scenario, **how: Any) -> Player:
    """Return who plays a scenario of this room. `how`: the fields of `Player` by which a demo moves and changes it."""
    return Player(scenario, company(), WAYS, **how)
