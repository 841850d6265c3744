"""People and letters that a demo makes up, of what made_up.yaml lists. Nobody of them exists."""

import random
from pathlib import Path
from typing import Any

import yaml

from nadzor.casework.identifiers import check_digit

_OF: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
_WITH_TOPIC = 0.85  # of letters get a topic when they are registered


class MadeUp:
    """Makes people and letters from a seed: the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311  # nothing depends on it but what a demo looks like
        self.language = self._dice.choice(("kk", "ru"))

    def letter(self, data: dict[str, Any]) -> dict[str, Any]:
        """A letter like the one given: of the same kind and by the same sort of applicant, with another text."""
        texts = _OF["texts"][data.get("kind") or "message"][self.language]
        topic, text = next(iter(self._dice.choice(texts).items()))
        said: dict[str, Any] = {"applicant": self._applicant(data["applicant"])}
        if not data.get("complained_of"):  # the text of such a letter names whom it complains of
            said |= {"text": text} | ({"topic": topic} if self._dice.random() < _WITH_TOPIC else {})
        return {name: value for name, value in data.items() if name != "demands"} | {"language": self.language} | said

    def answer(self, outcome: str) -> str:
        """The text of an answer with a decision; the way of complaint stands apart in the letter (29I.85)."""
        said = _OF["answers"][self.language]
        return str(said.get(outcome, said["any"]))

    def _applicant(self, given: dict[str, Any]) -> dict[str, Any]:
        made: dict[str, Any] = {"type": given["type"]}
        if given["type"] == "organisation":
            made["name"] = self._one_of("firms")
        elif given["type"] == "person":
            made |= self._person()
        elif given["type"] == "group":
            made["members"] = [{"type": "person", **self._person()} for _ in given["members"]]
        if given.get("postal_address") or given["type"] == "group":
            made["postal_address"] = f"{self._one_of('streets')}, {self._dice.randint(1, 140)}"
        if given.get("phone"):
            made["phone"] = f"+7 700 000 {self._dice.randint(10, 99)} {self._dice.randint(10, 99)}"
        if given.get("email"):
            made["email"] = f"letter{self._dice.randint(100, 999)}@example.kz"
        return made

    def _person(self) -> dict[str, Any]:
        woman = self._dice.random() < 0.5
        surname = self._one_of("surnames")
        if woman:
            surname = f"{surname[:-2]}ая" if surname.endswith("ий") else f"{surname}а"
        made = {
            "surname": surname,
            "name": self._one_of("names", int(woman)),
            "patronymic": self._one_of("fathers", int(woman)),
        }
        return made | ({"iin": self._iin(woman=woman)} if self._dice.random() < 0.7 else {})

    def _one_of(self, what: str, *which: int) -> str:
        values = _OF[what][self.language]
        for each in which:
            values = values[each]
        return str(self._dice.choice(values))

    def _iin(self, *, woman: bool) -> str:
        """Twelve digits with their check digit; the serial is of the highest, which are not given out."""
        while True:
            born = f"{self._dice.randint(50, 99)}{self._dice.randint(1, 12):02}{self._dice.randint(1, 28):02}"
            eleven = f"{born}{4 if woman else 3}9{self._dice.randint(900, 999)}"
            digit = check_digit(eleven)
            if digit is not None:
                return f"{eleven}{digit}"
