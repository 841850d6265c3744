"""Plays a scenario through `perform`: the clock stands at each event, people of the house act, the outcome is compared.

Tests play with `Player.play` and hear every difference; a demo and training play with `Player.live` and go on.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from nadzor import clock
from nadzor.casework.act import Act
from nadzor.casework.models import Notice, Proceeding, Term
from nadzor.casework.perform import Done, perform
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.refusals import Refusal
from nadzor.casework.scenarios import Event, Expects, Place, Refused, Scenario, instant
from nadzor.organs.actor import HOUSE, PORTAL, Actor, actor_of
from nadzor.organs.models import Appointment, Duty, Person, Unit, held_on

HOUSES_OWN = "house"
_PORTAL = "portal"
Way = Callable[["Player", Event], Done]
"""How a room carries out a deed that is more than a step with its data: an answer, a signature on what was read."""
Papers = Callable[[Proceeding], list[str]]
"""What papers a room keeps with a proceeding, each as "answer kk", once it has looked that their bytes are whole."""
Issued = Callable[[int], list[tuple[int, str]]]
"""Which papers were issued after one: the row of each and its name, "request_to_cure ru", once its words are whole."""


class NotAsTold(AssertionError):  # noqa: N818  # what a test hears
    """What came was not what the scenario tells: the file, the event, what was told, what came."""


@dataclass
class Player:
    """Plays one scenario. `ways`: by "answer", or by "table.step". `papers`: what `expects.papers` is compared with.

    `shift`: how far its days are moved. `changed`: what a demo makes of the data of an event.
    `run`: set where one scenario is played many times, so that idempotency keys differ. `people` and `actors` may be
    shared by many players: who somebody is on a day is then asked once.
    """

    scenario: Scenario
    company: Mapping[str, Place]
    ways: Mapping[str, Way] = field(default_factory=dict)
    papers: Papers = lambda _row: []  # a room without papers
    issued: Issued = lambda _after: []
    shift: dt.timedelta = dt.timedelta(0)
    changed: Callable[[Event, dict[str, Any]], dict[str, Any]] | None = None
    run: str = ""
    numbers: dict[str, str] = field(default_factory=dict)
    people: dict[tuple[Place, dt.date], Person] = field(default_factory=dict)
    actors: dict[tuple[Place, dt.date], Actor] = field(default_factory=dict)

    def play(self) -> None:
        """Play every event and look at what follows. Raises NotAsTold."""
        for place, event in enumerate(self.scenario.events, 1):
            with clock.standing_at(self.moved(event.at)):
                try:
                    self._play(event)
                except NotAsTold as difference:
                    raise NotAsTold(f"{self.scenario.name}, event {place} ({event.who}): {difference}") from None

    def live(self, event: Event) -> bool:
        """Make an event without comparing, where it can be made. False: it is told to be refused, or was refused."""
        if event.refused is not None or not all(label in self.numbers for label in event.on):
            return False
        with clock.standing_at(self.moved(event.at)):
            before = _last()
            try:
                self._label(event, self._do(event), before)
            except (Refusal, NotAsTold):
                return False
        return True

    def moved(self, at: dt.datetime) -> dt.datetime:
        """An instant of the file on the days of this play."""
        return at + self.shift

    def actor(self, name: str) -> Actor:
        """Who plays under a name today. Raises NotAsTold for a name nobody plays."""
        if name == HOUSES_OWN:
            return HOUSE
        if name == _PORTAL:
            return PORTAL
        place, day = self._place(name), clock.now().date()
        if place.program:
            return Actor(place.program, scopes=frozenset({"appeals:write"}), key_space=place.program[:30])
        if (place, day) not in self.actors:
            self.actors[place, day] = actor_of(self.person(name), day)
        return self.actors[place, day]

    def person(self, name: str) -> Person:
        """The person who plays under a name today. Raises NotAsTold where nobody of the house holds such a post."""
        place, day = self._place(name), clock.now().date()
        if (place, day) not in self.people:
            self.people[place, day] = _found(place, day, name)
        return self.people[place, day]

    def data_of(self, event: Event) -> dict[str, Any]:
        """What an event gives: its data, or its answer, with people, numbers and days of this play."""
        data = self._meant(event.data if event.answer is None else event.answer.model_dump())
        return data if self.changed is None else self.changed(event, data)

    def act(
        self,
        event: Event,
        step: tuple[str, str],
        data: Mapping[str, Any],
        who: Actor | None = None,
    ) -> Done:
        """Make a step of an event; one that signs, with the password given again.

        `who`: somebody else than the one the event names, or the same with more power, or with less.
        """
        table = PROCEDURES.get(step[0])
        row = table.step_of.get(step[1]) if table is not None else None
        if who is None:
            who = self.actor(event.who)
            who = who.again() if row is not None and row.signs else who
        return perform(
            Act(
                *step,
                who,
                data,
                on=self.on(event),
                key=f"{event.key}{self.run}" if event.key else None,
                version=event.version,
                happened_on=None if event.happened_on is None else event.happened_on + self.shift,
            )
        )

    def on(self, event: Event) -> tuple[str, ...]:
        """The numbers of what an event is done on."""
        return tuple(self.numbers[label] for label in event.on)

    def _place(self, name: str) -> Place:
        place = self.scenario.people.get(name) or self.company.get(name)
        if place is None:
            raise NotAsTold(f"nobody is called {name}")
        return place

    def _do(self, event: Event) -> Done:
        step = event.deed(self.scenario.table)
        way = self.ways.get("answer" if event.answer is not None else ".".join(step))
        return way(self, event) if way is not None else self.act(event, step, self.data_of(event))

    def _meant(self, value: Any) -> Any:  # whatever YAML holds
        """Data with people, units and proceedings in place of their names ("$executor") and with moved days."""
        if isinstance(value, Mapping):
            return {name: self._meant(each) for name, each in value.items()}
        if isinstance(value, list):
            return [self._meant(each) for each in value]
        if isinstance(value, str) and value.startswith("$"):
            return self._named(value[1:])
        read = instant(value)
        if isinstance(read, dt.datetime):
            return (read + self.shift).isoformat()
        return (read + self.shift).isoformat() if isinstance(read, dt.date) else value

    def _named(self, name: str) -> str | int:
        """A number for a label, an id for a unit or for whoever plays under a name."""
        if name in self.numbers:
            return self.numbers[name]
        place = self._place(name)
        if place.is_unit:
            return Unit.objects.get(held_on(clock.now().date()), body__code=place.office, code=place.unit).pk
        return self.person(name).pk

    def _play(self, event: Event) -> None:
        before, told = _last(), event.expects
        notices, papers = _last(Notice), max((row for row, _ in self.issued(0)), default=0)
        try:
            done = self._do(event)
        except Refusal as refusal:
            if event.refused is None:
                raise NotAsTold(f"refused ({refusal.code}): {_whole(refusal)}") from refusal
            self._refused(event.refused, refusal)
        else:
            if event.refused is not None:
                raise NotAsTold(f"done, though it must be refused: {event.refused.says or event.refused.kind}")
            _same("done before", told.again, done.again)
            self._label(event, done, before)
        self._look(told, notices)
        if told.issues is not None:
            _same("the papers issued", sorted(told.issues), sorted(name for _, name in self.issued(papers)))

    def _refused(self, told: Refused, came: Refusal) -> None:
        _same("the kind of refusal", told.kind, came.code)
        said = came.fields.get(told.field) if told.field else came.message
        if said is None:
            raise NotAsTold(f"no word about {told.field}: {_whole(came)}")
        if told.says:
            _same("the refusal", told.says.format(**self.numbers), said.ru)
        if told.points:
            _same("the points of the refusal", told.points, came.cites)

    def _label(self, event: Event, done: Done, before: int) -> None:
        """Give names to what was opened: the proceeding itself, then whatever was opened with it, in order."""
        itself = done.answers[0]["number"]
        opened = list(Proceeding.objects.filter(pk__gt=before).exclude(number=itself).order_by("pk"))
        if event.label is not None:
            self.numbers[event.label] = done.number
        if event.answer is not None and not event.expects.opens:
            return  # what an answer opens is the room's matter
        if len(opened) != len(event.expects.opens):
            raise NotAsTold(f"opened: {[row.procedure for row in opened]}, told: {list(event.expects.opens.values())}")
        for (label, table), row in zip(event.expects.opens.items(), opened, strict=True):
            _same(f"the table of {label}", table, row.procedure)
            self.numbers[label] = row.number

    def _look(self, told: Expects, notices: int) -> None:
        for label, state in told.state.items():
            row = Proceeding.objects.get(number=self.numbers[label])
            _same(f"the state of {label}", state, row.state)
        for label, terms in told.terms.items():
            rows = Term.objects.filter(proceeding__number=self.numbers[label]).order_by("pk")
            came = {row.clock: f"{row.norm} {row.due_day} {row.state}" for row in rows}
            _same(f"the terms of {label}", {name: " ".join(map(str, term)) for name, term in terms.items()}, came)
        if told.notices is not None:
            fresh = Notice.objects.filter(pk__gt=notices)
            _same("the notices", sorted(told.notices), sorted(f"{each.to} {each.template}" for each in fresh))
        for label, facts in told.facts.items():
            row = Proceeding.objects.get(number=self.numbers[label])
            kept = getattr(row, PROCEDURES[row.procedure].facts or "")
            _same(f"facts of {label}", facts, {name: _plain(getattr(kept, name)) for name in facts})
        for label, papers in told.papers.items():
            row = Proceeding.objects.get(number=self.numbers[label])
            _same(f"the papers of {label}", sorted(papers), sorted(self.papers(row)))


def _found(place: Place, day: dt.date, name: str) -> Person:
    held = Appointment.objects.filter(held_on(day), body__code=place.office)
    if place.unit:
        held = held.filter(unit__code=place.unit)
    if place.post:
        held = held.filter(post=place.post)
    if place.role:
        works = Duty.objects.filter(held_on(day), body__code=place.office, role=place.role)
        held = held.filter(person__in=works.values("person"))
    found = held.select_related("person").order_by("pk").first()
    if found is None:
        raise NotAsTold(f"nobody of the house is {name} on {day}")
    return found.person


def _last(model: type[Proceeding] | type[Notice] = Proceeding) -> int:
    return model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _same(what: str, told: Any, came: Any) -> None:
    if told != came:
        raise NotAsTold(f"{what}: told {told!r}, came {came!r}")


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str | Mapping) else value


def _whole(refusal: Refusal) -> str:
    return "; ".join([refusal.message.ru, *(f"{name}: {said.ru}" for name, said in refusal.fields.items())])
