"""What somebody chose for the workplace: columns and density of lists, single keys. Kept with the account.

An account is read with every request, so a choice costs no question of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from nadzor.accounts.models import Account
from nadzor.workplace.lists import HEADS

ALWAYS = 2
"""The first columns stand in every list: the day, which is the row's link, and the number."""


@dataclass(frozen=True, slots=True)
class Tastes:
    """`hidden`: places of columns that are left out; `compact`: low rows; `letters`: single keys act."""

    hidden: frozenset[int] = frozenset()
    compact: bool = False
    letters: bool = True

    def heads(self) -> list[dict[str, Any]]:
        """The heads of the columns that are shown."""
        return self._shown(HEADS)

    def row(self, row: dict[str, Any]) -> dict[str, Any]:
        """A row of a list with the cells that are shown."""
        return {**row, "cells": self._shown(row["cells"])}

    def _shown(self, cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [cell for place, cell in enumerate(cells) if place not in self.hidden]


def tastes_of(request: HttpRequest) -> Tastes:
    """Return what the person signed in chose. What was kept by another version and is no column now is passed over."""
    kept: Mapping[str, Any] = request.user.tastes if isinstance(request.user, Account) else {}
    hidden = kept.get("hidden")
    places = [place for place in hidden if isinstance(place, int)] if isinstance(hidden, list) else []
    return Tastes(
        frozenset(place for place in places if ALWAYS <= place < len(HEADS)),
        kept.get("compact") is True,
        kept.get("letters_off") is not True,
    )


def keep(account: Account, tastes: Tastes) -> None:
    """Write a choice."""
    account.tastes = {"hidden": sorted(tastes.hidden), "compact": tastes.compact, "letters_off": not tastes.letters}
    account.save(update_fields=["tastes"])
