"""How point 88 is read: levels with cases, compiled to masks of levels; a question is an AND over a few look-ups.

Which levels may sign an outcome, and to which level a fact raises the matter. Readings: R6, R24, R48, R51, R53.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from nadzor.law.facts import Outcome
from nadzor.law.matrix import Signatories
from nadzor.law.posts import LEVEL_OF, POSTS_OF, Body, Level, Official, Post, in_order


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
    """A level of point 88: its officials and its cases. `extra`: officials of one body only."""

    number: int
    norm: str
    bodies: tuple[Body, ...]
    posts: tuple[Post, ...]
    acting: bool
    cases: tuple[Case, ...]
    extra: tuple[Official, ...] = ()

    def posts_in(self, body: Body) -> set[Post]:
        """Posts of the level in a body."""
        return {*self.posts, *(o.post for o in self.extra if o.body is body)}


# A complaint about the Prosecutor General himself has no higher prosecutor: nobody signs, the way is to court.
_NOBODY_ABOVE = "gpo:prosecutor_general"
_RAISING = (On.CONTROL, On.SENT, On.CONTESTED, On.EARLIER, On.RECEPTION, On.INTERPELLATION)


class _Body:
    """The compiled masks of one body: bit n stands for level n."""

    __slots__ = ("answers", "facts", "full", "outcomes", "pretrial", "why")

    def __init__(self, body: Body, levels: tuple[Storey, ...]) -> None:
        ladder = [level for level in levels if body in level.bodies]
        self.full = sum(1 << level.number for level in ladder)
        self.outcomes = {o: self._admitting(o, levels, ladder, (On.OUTCOME,)) for o in Outcome}
        both = (On.OUTCOME, On.PRETRIAL_OUTCOME)
        self.pretrial = {o: self._admitting(o, levels, ladder, both) for o in Outcome}
        self.facts: dict[On, dict[str | None, int]] = {on: {None: self.full} for on in _RAISING}
        self.why: dict[tuple[On, str], str] = {}
        for on in _RAISING:
            self._raise_by(on, body, levels, ladder)
        self.answers = self._answers(body, ladder)

    @staticmethod
    def _admitting(outcome: Outcome, levels: tuple[Storey, ...], ladder: list[Storey], kinds: tuple[On, ...]) -> int:
        """Levels of the ladder that may sign an outcome: named by a case, or left by the residual clause."""

        def names(level: Storey, on: tuple[On, ...]) -> bool:
            return any(case.on in on and outcome in case.values for case in level.cases)

        mask = 0
        for level in ladder:
            rest = next((case for case in level.cases if case.on is On.REST), None)
            left_out = {int(number) for number in rest.values} if rest else set()
            by_rest = rest is not None and not any(
                names(other, (On.OUTCOME,)) for other in levels if other.number in left_out
            )
            # R6: the head of an oblast-level body may sign all that his deputies may
            by_r6 = level.number == 5 and any(names(other, kinds) for other in ladder if other.number == 6)
            if names(level, kinds) or by_rest or by_r6:
                mask |= 1 << level.number
        return mask

    def _raise_by(self, on: On, body: Body, levels: tuple[Storey, ...], ladder: list[Storey]) -> None:
        """For each value of a fact: the levels of the ladder that stand high enough for it."""
        table = self.facts[on]
        top = min(level.number for level in ladder)
        for level in reversed(levels):  # the higher level where two fit (R24), so it comes last
            for case in level.cases:
                if case.on is not on:
                    continue
                for value in _expanded(case.values, level):
                    self._place(table, on, value, level, (body, ladder, top))
        if on is On.CONTESTED:
            table[_NOBODY_ABOVE] = 0
            self.why[on, _NOBODY_ABOVE] = "29I.70"

    def _place(
        self,
        table: dict[str | None, int],
        on: On,
        value: str,
        level: Storey,
        where: tuple[Body, list[Storey], int],
    ) -> None:
        body, ladder, top = where
        mine = level in ladder and value in _expanded_for(on, level, body)
        if mine:
            table[value] = sum(1 << other.number for other in ladder if other.number <= level.number)
            self.why[on, value] = level.norm
        elif level.number <= max(other.number for other in ladder) and not self._is_mine(on, value, body, ladder):
            # R48: reserved to an office above, or to another office of the same rank; R53: a demanded report
            table[value] = 1 << top if on is On.SENT else 0
            self.why[on, value] = level.norm

    @staticmethod
    def _is_mine(on: On, value: str, body: Body, ladder: list[Storey]) -> bool:
        return any(value in _expanded_for(on, level, body) for level in ladder)

    def _answers(self, body: Body, ladder: list[Storey]) -> dict[int, Signatories]:
        """Answers for every set of levels of the ladder."""
        found: dict[int, Signatories] = {}
        numbers = [level.number for level in ladder]
        for choice in range(1 << len(numbers)):
            chosen = [level for k, level in enumerate(ladder) if choice >> k & 1]
            posts = {post for level in chosen for post in level.posts_in(body)}
            acting = {post for level in chosen if level.acting for post in level.posts_in(body)}
            cites = tuple(level.norm for level in reversed(chosen or ladder))
            mask = sum(1 << level.number for level in chosen)
            found[mask] = Signatories(in_order(body, posts), in_order(body, acting), cites)
        return found


def _expanded(values: tuple[str, ...], level: Storey) -> list[str]:
    """Values with "own:" written out for every body of the level."""
    found: list[str] = []
    for value in values:
        if value.startswith("own:"):
            post = value.partition(":")[2]
            found += [f"{body}:{post}" for body in level.bodies if post in POSTS_OF[body]]
        else:
            found.append(value)
    return found


def _expanded_for(on: On, level: Storey, body: Body) -> set[str]:
    """Values of a level's cases as they read in one of its bodies."""
    return {value.replace("own:", f"{body}:") for case in level.cases if case.on is on for value in case.values}


class Matrix88:
    """Point 88, compiled. `signatories` is a handful of look-ups; `levels` is the table as the order has it."""

    def __init__(self, levels: Iterable[Storey]) -> None:
        self.replace(levels)

    def replace(self, levels: Iterable[Storey]) -> None:
        """Put other levels in the place of all levels and compile them."""
        self.levels = tuple(levels)
        self._bodies = {body: _Body(body, self.levels) for body in Body}
        self._rare = lru_cache(maxsize=4096)(self._rarely)

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
            receiver = Official(*_split(reception_of))
            if receiver.body is here and receiver.post in answer.posts:
                acting = tuple(post for post in answer.acting if post is receiver.post)
                return Signatories((receiver.post,), acting, ("29R.53.2", *answer.cites))
            reasons.append("29R.53.2")
        if not mask:
            return Signatories((), (), tuple(dict.fromkeys((*reasons, *answer.cites, "29I.88.8"))))
        return answer


def _split(text: str) -> tuple[Body, Post]:
    body, _, post = text.partition(":")
    return Body(body), Post(post)


def _received_elsewhere(body: Body, reception_of: str, full: int) -> int:
    """Nobody signs here for an official of another office of the same or a higher rank; below, everyone may."""
    receiver, _ = _split(reception_of)
    ranks = list(Level)
    above_or_beside = ranks.index(LEVEL_OF[receiver]) <= ranks.index(LEVEL_OF[body])
    return 0 if receiver is not body and above_or_beside else full
