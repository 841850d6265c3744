"""How point 88 is read: levels with cases, compiled to masks of levels; a question is an AND over a few look-ups.

Which levels may sign an outcome, and to which level a fact raises the matter. Readings: R6, R24, R48, R51, R53.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from nadzor.law.facts import Outcome
from nadzor.law.matrix import Signatories
from nadzor.law.posts import LEVEL_OF, POSTS_OF, Body, Level, Official, Post, in_order, official


class On(StrEnum):
    """What a case of point 88 looks at."""

    OUTCOME = "outcome"
    PRETRIAL_OUTCOME = "pretrial_outcome"
    CONTROL = "control_by"
    SENT = "sender"
    CONTESTED = "contested_by"
    EARLIER = "earlier_by"
    RECEPTION = "reception_of"
    INTERPELLATION = "interpellation"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a level: its letter, what it looks at, the values that make it. "own:" stands for the same body.

    For REST the values are the levels whose cases the residual clause leaves out.
    """

    letter: str
    on: On
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Storey:
    """A level of point 88: its officials and its cases.

    `extra`: officials of one body only. `signs_also`: levels whose outcomes it may sign as well (R6).
    """

    number: int
    norm: str
    bodies: tuple[Body, ...]
    posts: tuple[Post, ...]
    acting: bool
    cases: tuple[Case, ...]
    extra: tuple[Official, ...] = ()
    signs_also: tuple[int, ...] = ()

    def posts_in(self, body: Body) -> set[Post]:
        """Posts of the level in a body."""
        return {*self.posts, *(o.post for o in self.extra if o.body is body)}


# A complaint about the Prosecutor General himself has no higher prosecutor: nobody signs, the way is to court.
_NOBODY_ABOVE = "gpo:prosecutor_general"
_RAISING = (On.CONTROL, On.SENT, On.CONTESTED, On.EARLIER, On.RECEPTION, On.INTERPELLATION)

# For each value of a fact: the levels whose cases name it, each with the bodies in which it does.
Places = dict[str, list[tuple[Storey, frozenset[Body]]]]


class _Body:
    """The compiled masks of one body: bit n stands for level n."""

    __slots__ = ("answers", "facts", "full", "outcomes", "pretrial", "why")

    def __init__(self, body: Body, levels: tuple[Storey, ...], places: dict[On, Places]) -> None:
        ladder = [level for level in levels if body in level.bodies]
        self.full = _mask(ladder)
        self.outcomes = {o: _admitting(o, levels, ladder, (On.OUTCOME,)) for o in Outcome}
        self.pretrial = {o: _admitting(o, levels, ladder, (On.OUTCOME, On.PRETRIAL_OUTCOME)) for o in Outcome}
        self.facts: dict[On, dict[str, int]] = {on: {} for on in _RAISING}
        self.why: dict[tuple[On, str], str] = {}
        for on in _RAISING:
            for value, named in places[on].items():
                self._raise_by(on, value, named, body, ladder)
        self.facts[On.CONTESTED][_NOBODY_ABOVE] = 0
        self.why[On.CONTESTED, _NOBODY_ABOVE] = "29I.70"
        self.answers = _answers(body, ladder)

    def _raise_by(
        self, on: On, value: str, named: list[tuple[Storey, frozenset[Body]]], body: Body, ladder: list[Storey]
    ) -> None:
        """Which levels of the ladder stand high enough for a value of a fact; the higher where two fit (R24)."""
        here = [level for level, bodies in named if body in bodies]
        level = min(here or [level for level, _ in named], key=lambda level: level.number)
        if here:
            enough = [other for other in ladder if other.number <= level.number]
        elif level.number > ladder[-1].number:
            return  # it is a case of a lower office only: it takes nothing from this one
        else:
            # R48: reserved to an office above, or to another of the same rank; R53: a demanded report
            enough = ladder[:1] if on is On.SENT else []
        self.facts[on][value] = _mask(enough)
        self.why[on, value] = level.norm


def _mask(levels: Iterable[Storey]) -> int:
    return sum(1 << level.number for level in levels)


def _places(levels: tuple[Storey, ...], on: On) -> Places:
    """Where the values of a fact are named; "own:" is written out for every body of the level."""
    found: Places = {}
    for level in levels:
        for case in level.cases:
            for value in case.values if case.on is on else ():
                own, _, post = value.partition(":")
                if own == "own":
                    for body in level.bodies:
                        if post in POSTS_OF[body]:
                            found.setdefault(f"{body}:{post}", []).append((level, frozenset({body})))
                else:
                    found.setdefault(value, []).append((level, frozenset(level.bodies)))
    return found


def _admitting(outcome: Outcome, levels: tuple[Storey, ...], ladder: list[Storey], kinds: tuple[On, ...]) -> int:
    """Levels of the ladder that may sign an outcome: named by a case, left by the residual clause, or by R6."""

    def names(level: Storey, on: tuple[On, ...]) -> bool:
        return any(case.on in on and outcome in case.values for case in level.cases)

    def left_over(level: Storey) -> bool:
        rest = next((case.values for case in level.cases if case.on is On.REST), None)
        return rest is not None and not any(
            names(other, (On.OUTCOME,)) for other in levels if str(other.number) in rest
        )

    return _mask(
        level
        for level in ladder
        if names(level, kinds)
        or left_over(level)
        or any(names(other, kinds) for other in ladder if other.number in level.signs_also)
    )


def _answers(body: Body, ladder: list[Storey]) -> dict[int, Signatories]:
    """Answers for every set of levels of the ladder."""
    found: dict[int, Signatories] = {}
    for count in range(len(ladder) + 1):
        for chosen in combinations(ladder, count):
            posts = {post for level in chosen for post in level.posts_in(body)}
            acting = {post for level in chosen if level.acting for post in level.posts_in(body)}
            cites = tuple(level.norm for level in reversed(chosen or ladder))
            found[_mask(chosen)] = Signatories(in_order(body, posts), in_order(body, acting), cites)
    return found


class Matrix88:
    """Point 88, compiled. `signatories` is a handful of look-ups; `levels` is the table as the order has it."""

    def __init__(self, levels: Iterable[Storey]) -> None:
        self.replace(levels)

    def replace(self, levels: Iterable[Storey]) -> None:
        """Put other levels in the place of all levels and compile them."""
        self.levels = tuple(levels)
        places = {on: _places(self.levels, on) for on in _RAISING}
        self._bodies = {body: _Body(body, self.levels, places) for body in Body}
        self._rare = lru_cache(maxsize=4096)(self._rarely)

    def posts_in(self, body: Body) -> frozenset[Post]:
        """Return the posts that some level of point 88 names in a body, whatever the case. Source: 29I.88."""
        return frozenset(post for level in self.levels if body in level.bodies for post in level.posts_in(body))

    def signatories(  # noqa: PLR0913  # the facts that point 88 looks at
        self,
        body: Body | str,
        outcome: Outcome | str,
        *,
        control_by: str | None = None,
        sender: str | None = None,
        report_due: bool = False,
        earlier_by: str | None = None,
        contested_by: str | None = None,
        interpellation: bool = False,
        reception_of: str | None = None,
        pretrial: bool = False,
    ) -> Signatories:
        """Return who may sign a decision (answer) in a body. Officials are written "oblast:head".

        Whether the contested act is burdensome changes nothing (R24). Raises KeyError for a body or outcome that
        point 88 does not know. Source: 29I.88; 29R.53.2 for answers from a reception.
        """
        table = self._bodies[body]  # type: ignore[index]  # a body and its name are one key
        full, facts = table.full, table.facts
        mask = (table.pretrial if pretrial else table.outcomes)[outcome]  # type: ignore[index]
        if control_by is not None:
            mask &= facts[On.CONTROL].get(control_by, full)
        if report_due and sender is not None:
            mask &= facts[On.SENT].get(sender, full)
        if earlier_by is not None:
            mask &= facts[On.EARLIER].get(earlier_by, full)
        if contested_by is not None:
            mask &= facts[On.CONTESTED].get(contested_by, full)
        if interpellation:
            mask &= facts[On.INTERPELLATION]["true"]
        if reception_of is None and mask:
            return table.answers[mask]
        sent_by = sender if report_due else None
        return self._rare(body, mask, control_by, sent_by, earlier_by, contested_by, interpellation, reception_of)

    def point_of(self, body: Body, post: Post, found: Signatories) -> str:
        """Return the point by which a post of a body signs: that of its level, among those that admit the decision."""
        own = (level.norm for level in self.levels if body in level.bodies and post in level.posts_in(body))
        return next((norm for norm in own if norm in found.cites), found.cites[0])

    def _rarely(self, body: Body | str, mask: int, *facts: str | bool | None) -> Signatories:
        """Answers from a reception, and answers that nobody in this body may sign, with the points that say so."""
        here = Body(body)
        table = self._bodies[here]
        reception_of = facts[-1]
        if isinstance(reception_of, str):
            elsewhere = _received_elsewhere(here, reception_of, table.full)
            mask &= table.facts[On.RECEPTION].get(reception_of, elsewhere)
        answer = table.answers[mask]
        told = ("true" if fact is True else fact for fact in facts)
        given = zip((On.CONTROL, On.SENT, On.EARLIER, On.CONTESTED, On.INTERPELLATION, On.RECEPTION), told, strict=True)
        reasons = [table.why[on, value] for on, value in given if isinstance(value, str) and (on, value) in table.why]
        if isinstance(reception_of, str) and (On.RECEPTION, reception_of) not in table.why:
            receiver = official(reception_of)
            if receiver.body is here and receiver.post in answer.posts:
                acting = tuple(post for post in answer.acting if post is receiver.post)
                return Signatories((receiver.post,), acting, ("29R.53.2", *answer.cites))
            reasons.append("29R.53.2")
        if not mask:
            return Signatories((), (), tuple(dict.fromkeys((*reasons, *answer.cites, "29I.88.8"))))
        return answer


def _received_elsewhere(body: Body, reception_of: str, full: int) -> int:
    """Nobody signs here for an official of another office of the same or a higher rank; below, everyone may."""
    receiver = official(reception_of).body
    ranks = list(Level)
    above_or_beside = ranks.index(LEVEL_OF[receiver]) <= ranks.index(LEVEL_OF[body])
    return 0 if receiver is not body and above_or_beside else full
