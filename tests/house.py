"""A small house for tests: the seeded structure with the people of the demo, and shorthands to act in it."""

import datetime as dt
from typing import Any

from nadzor.casework.perform import Act, Done, perform
from nadzor.organs.actor import Actor, actor_of
from nadzor.organs.laying import lay_demo, lay_structure
from nadzor.organs.models import Person

TODAY = dt.date(2026, 3, 5)  # a Thursday
MORNING = dt.datetime(2026, 3, 5, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=5)))
LETTER: dict[str, Any] = {
    "channel": "paper",
    "received_at": "2026-03-05T09:14:00+05:00",
    "language": "ru",
    "kind": "message",
    "addressed_to": "750000-oblast",
    "applicant": {
        "type": "person",
        "iin": "960101500101",
        "surname": "Пробная",
        "name": "Заявительница",
        "postal_address": "улица Примерная, 1",
    },
    "text": "Во дворе третий месяц не горит свет, на заявления никто не отвечает.",
    "demands": "Проверить и обязать починить.",
}


class House:
    """People of the demo by login."""

    def __init__(self) -> None:
        lay_structure()
        self.people: dict[str, Person] = dict(lay_demo())

    def actor(self, login: str, day: dt.date = TODAY) -> Actor:
        return actor_of(self.people[login], day)

    def register(self, login: str = "almaty.registrar", **changes: Any) -> Done:
        key = changes.pop("key", None)
        return perform(Act("appeal", "register", self.actor(login), {**LETTER, **changes}, key=key))

    def step(self, login: str, step: str, number: str, *, procedure: str = "appeal", **data: Any) -> Done:
        return perform(Act(procedure, step, self.actor(login), data, on=(number,)))
