"""Fills a demo office with lives like the scenarios: in every state, over the past months. Needs Django."""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

from django.db import transaction

from nadzor import clock
from nadzor.accounts.models import Account
from nadzor.appeals.lives import lives, player
from nadzor.appeals.models import Appeal
from nadzor.casework import outbox
from nadzor.casework.playing import Player
from nadzor.casework.scenarios import ZONE, Event, Scenario
from nadzor.cli.made_up import MadeUp
from nadzor.law.calendar import CalendarUnknown, current
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.models import Person

MARK = "DEMO-"  # begins the external number of every letter that was filled in
_SAID = frozenset(
    {"outcome", "character", "position", "text", "sent"}
)  # the rest is filled in, in the language of the letter
DAYS = 150  # how far back the lives reach
_NO_DEMO = Phrase(
    "Бұл дерекқорда көрсетілім адамдары жоқ: ойдан шығарылған хаттар нақты істерге қосылмайды. "
    "Бос NADZOR_DATA қалтасын алыңыз.",
    "В этой базе нет людей демонстрации: выдуманные письма к настоящим делам не добавляются. "
    "Возьмите пустую папку NADZOR_DATA.",
    "This database has no people of the demo: made-up letters are not added to real cases. "
    "Take an empty folder NADZOR_DATA.",
)


class NoDemo(Exception):  # noqa: N818  # a refusal with its ground
    """The house is not a demo. `phrase` says what to do."""

    phrase = _NO_DEMO


def filled() -> bool:
    """Whether letters were filled in before."""
    return Appeal.objects.filter(external_id__startswith=MARK).exists()


def fill(count: int, report: Callable[[int], None] = lambda _done: None) -> int:
    """Play that many lives, all of them or none, and return how many proceedings that made; none where it was done.

    `report` is told how many events were played since it was told last. Raises NoDemo on a house that is not a demo.
    """
    if not Account.objects.filter(login="almaty.registrar").exists():
        raise NoDemo
    with transaction.atomic():
        if filled():
            return 0
        _play(_laid_out(count), report)
        return Appeal.objects.filter(external_id__startswith=MARK).count()


class _Life:
    """One play of a scenario on moved days. `until`: after how many events it is left as it is."""

    def __init__(self, number: int, scenario: Scenario, shift: dt.timedelta, until: int) -> None:
        self.made_up, self.number = MadeUp(number), number
        for event in scenario.events:  # a paper that is written in words of the file goes to who reads them (29I.85)
            if event.does.rpartition(".")[2].startswith("write_"):
                self.made_up.language = event.data.get("language", self.made_up.language)
        self.events = [event for event in scenario.events if event.refused is None][:until]
        self.player: Player = player(scenario, shift=shift, changed=self._changed, run=f" {number}")
        self.letters: dict[str, dict[str, Any]] = {}
        self.people: dict[str, dict[str, Any]] = {}

    def _changed(self, event: Event, data: dict[str, Any]) -> dict[str, Any]:
        if event.answer is not None or event.does.endswith(("draft_answer", "answer_draft.rewrite")):
            return self._said(data)
        if "applicant" not in data:
            return data
        same = repr(event.data)  # what is sent twice is the same letter
        if same not in self.letters:
            mark = f"{MARK}{self.number:04}{f'-{len(self.letters) + 1}' if self.letters else ''}"
            made = self.made_up.letter(data)
            who = self.people.setdefault(
                repr(event.data["applicant"]), made["applicant"]
            )  # who writes twice is the same
            self.letters[same] = {**made, "applicant": who, "external_id": mark}
        return self.letters[same]

    def _said(self, data: dict[str, Any]) -> dict[str, Any]:
        """An answer, or a draft of one, in the language of its letter; a draft without a text stays without."""
        said = {name: value for name, value in data.items() if name in _SAID}
        return {**said, "text": said["text"] and self.made_up.answer(said["outcome"])}


def _laid_out(count: int) -> list[_Life]:
    """Each scenario whole in the past, each broken off after every event, then at random until there are enough."""
    dice = random.Random(count)  # noqa: S311  # only what a demo looks like depends on it
    found: list[_Life] = []
    scenarios = [each for each in lives().values() if each.replayed]

    def add(scenario: Scenario, until: int, youngest: int, oldest: int) -> None:
        shift = _shift(scenario, dice, youngest, oldest)
        found.append(_Life(len(found) + 1, scenario, shift, until))

    for scenario in scenarios:
        add(scenario, len(scenario.events), 50, DAYS)
    for scenario in scenarios:
        done = [event.at for event in scenario.events if event.refused is None]
        for until in range(1, len(done)):
            span = (done[until - 1] - done[0]).days  # so long ago at least, or its last event is still to come
            add(scenario, until, *((0, 3) if until == 1 else (max(2, span + 1), max(24, span + 3))))
    while len(found) < count:
        scenario = dice.choice(scenarios)
        recent = dice.random() < 0.4
        add(scenario, len(scenario.events), 0, 21 if recent else DAYS)
    return found[:count]


def _shift(scenario: Scenario, dice: random.Random, youngest: int, oldest: int) -> dt.timedelta:
    """Days by which a life begins that long ago, with its working days on working days; by whole weeks if none fits."""
    today, first = clock.now().astimezone(ZONE).date(), scenario.events[0].at.date()
    days = [event.at.date() for event in scenario.events]
    for _ in range(40):
        shift = today - dt.timedelta(days=dice.randint(youngest, oldest)) - first
        if all(_works(day) == _works(day + shift) for day in days):
            break
    else:
        shift = dt.timedelta(weeks=(today - first).days // 7 - dice.randint(youngest, oldest) // 7)
    return shift


def _works(day: dt.date) -> bool:
    try:
        return current().is_workday(day)
    except CalendarUnknown:
        return day.weekday() < 5


def _play(found: list[_Life], report: Callable[[int], None]) -> None:
    """Play the events of all lives in the order of their instants, up to now; notices go out at the end of each day."""
    now = clock.now()
    people: dict[Any, Person] = {}
    actors: dict[Any, Actor] = {}
    events = sorted(
        (
            (life.player.moved(event.at), life.number, place)
            for life in found
            for place, event in enumerate(life.events)
            if life.player.moved(event.at) <= now
        ),
    )
    by_number = {life.number: life for life in found}
    for place, (at, number, which) in enumerate(events):
        life = by_number[number]
        life.player.people, life.player.actors = people, actors
        life.player.live(life.events[which])  # what these days do not allow is left out, and the life goes on
        last_of_the_day = place + 1 == len(events) or events[place + 1][0].date() != at.date()
        if last_of_the_day:
            with clock.standing_at(at):
                outbox.deliver()
        report(1)
