"""Who signs: forwarding letters (29I.31, 32) and decisions (answers) by the seven levels of 29I.88.

Point 88 stands here level by level and case by case, in the order's own sequence; letters are those of the rows
29I.88.1-88.7. `Matrix88` turns the cases into masks: which levels may sign an outcome, and to which level a fact
raises the matter. Readings: R6-R9, R24, R26, R29, R46-R48, R51, R53, R56, R57.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from nadzor.law.facts import CENTRAL_SENDERS, Authority, Outcome
from nadzor.law.matrix import List, Row, Signatories
from nadzor.law.posts import (
    DISTRICT_LEVEL,
    LEVEL_OF,
    OBLAST_LEVEL,
    POSTS_OF,
    PROSECUTORS_OF_OBLAST_RANK,
    Body,
    Level,
    Official,
    Post,
    in_order,
)

FORWARDING = List(
    (
        Row(
            "29I.31.4",
            (Body.GPO,),
            (Post.UNIT_HEAD, Post.UNIT_DEPUTY_HEAD, Post.DIRECTORATE_HEAD, Post.APPEALS_UNIT_EMPLOYEE),
        ),
        Row(
            "29I.31.5",
            PROSECUTORS_OF_OBLAST_RANK,
            (Post.HEAD, Post.DEPUTY_HEAD, Post.APPARATUS_HEAD, Post.SENIOR_ASSISTANT, Post.ASSISTANT),
        ),
        Row("29I.31.6", (Body.ACADEMY,), (Post.HEAD, Post.DEPUTY_HEAD, Post.APPARATUS_HEAD)),
        Row("29I.31.6", (Body.INSTITUTION,), (Post.HEAD, Post.DEPUTY_HEAD)),  # R26: named nowhere in point 31
        Row("29I.31.7", (Body.COMMITTEE, Body.COMMITTEE_TERRITORIAL), (Post.HEAD, Post.DEPUTY_HEAD)),
        Row("29I.31.8", (Body.ASSET_RECOVERY,), (Post.HEAD, Post.DEPUTY_HEAD, Post.DIRECTORATE_HEAD)),
        Row("29I.31.9", (Body.DISTRICT,), (Post.HEAD, Post.DEPUTY_HEAD)),
    )
)

FORWARDING_UP = List(
    (
        Row("29I.32", (Body.GPO,), (Post.PROSECUTOR_GENERAL,), acting=True),
        Row("29I.32", (*OBLAST_LEVEL, *DISTRICT_LEVEL), (Post.HEAD,), acting=True),
    )
)


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


_CANCELS = (Outcome.CANCEL_ACT,)
_CANCELS_AND_ADOPTS = (Outcome.CANCEL_AND_ADOPT,)

LEVEL_1 = Storey(
    *(1, "29I.88.1", (Body.GPO,), (Post.PROSECUTOR_GENERAL,), True),
    (
        Case("a", On.OUTCOME, _CANCELS),
        Case("a", On.CONTESTED, ("gpo:deputy_prosecutor_general", "gpo:apparatus_head")),  # R57: the apparatus
        Case("b", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case("c", On.EARLIER, ("gpo:deputy_prosecutor_general", "gpo:prosecutor_general")),  # R47: his own answer
        Case("d", On.INTERPELLATION, ("true",)),
        Case("e", On.RECEPTION, ("gpo:prosecutor_general",)),
        Case("f", On.REST, ()),
    ),
)
LEVEL_2 = Storey(
    *(2, "29I.88.2", (Body.GPO,), (Post.DEPUTY_PROSECUTOR_GENERAL, Post.APPARATUS_HEAD), False),
    (
        Case(
            "a",
            On.CONTROL,
            (
                *(Authority.PRESIDENT, Authority.PRIME_MINISTER, Authority.PARLIAMENT_CHAIRMAN),
                *(Authority.STATE_SECRETARY, Authority.PRESIDENTIAL_ADMINISTRATION_HEAD),
                *(Authority.PRESIDENTIAL_ADMINISTRATION_DEPUTY_HEAD, Authority.CONSTITUTIONAL_COURT),
                *(Authority.SECURITY_COUNCIL_SECRETARY, Authority.OMBUDSMAN),
            ),
        ),
        Case(
            "b",
            On.SENT,
            (
                *(Authority.PRESIDENTIAL_ASSISTANT, Authority.PRESIDENTIAL_ADVISER),
                *(Authority.SECURITY_COUNCIL_DEPUTY, Authority.PRESIDENTIAL_UNIT_HEAD),
            ),
        ),
        Case("c", On.OUTCOME, _CANCELS),
        Case(
            "c",
            On.CONTESTED,
            (
                *("gpo:unit_head", "military:head", "transport:head", "oblast:head"),
                *("committee:head", "asset_recovery:head", "institution:head", "academy:head"),
            ),
        ),
        Case("d", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case("e", On.EARLIER, ("gpo:unit_head",)),
        Case("f", On.OUTCOME, (Outcome.REFUSE,)),
        Case("g", On.RECEPTION, ("gpo:deputy_prosecutor_general", "gpo:apparatus_head")),
        Case("h", On.OUTCOME, (Outcome.ADOPT_ACT,)),
        Case("i", On.REST, ("1",)),
    ),
)
LEVEL_3 = Storey(
    *(3, "29I.88.3", (Body.GPO,), (Post.UNIT_HEAD,), True),
    (
        Case("a", On.OUTCOME, _CANCELS),
        Case(  # R24: of the leadership, the heads belong to level 2
            "a",
            On.CONTESTED,
            ("gpo:unit_deputy_head", "military:deputy_head", "transport:deputy_head", "oblast:deputy_head"),
        ),
        Case("b", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case("c", On.OUTCOME, (Outcome.PERFORM_ACTION,)),
        Case("d", On.OUTCOME, (Outcome.SEND_DOWN,)),
        Case("e", On.OUTCOME, (Outcome.SEND_TO_BODY,)),
        Case(
            "f",
            On.SENT,
            (
                *(Authority.DEPUTY_PRIME_MINISTER, Authority.GOVERNMENT_OFFICE_HEAD, Authority.DEPUTY),
                *(Authority.PARLIAMENT_UNIT_HEAD, Authority.SUPREME_COURT_COLLEGIUM_CHAIRMAN),
                Authority.PARTY_LEADER,
            ),
        ),
        Case("f", On.CONTROL, (Authority.DEPUTY_PRIME_MINISTER,)),  # R29
        Case("g", On.CONTESTED, ("gpo:directorate_head", "gpo:appeals_unit_employee", "gpo:prosecutor")),
        Case("h", On.PRETRIAL_OUTCOME, (Outcome.REFUSE,)),
        Case("i", On.OUTCOME, (Outcome.ADOPT_ACT,)),
        Case("j", On.OUTCOME, (Outcome.ANSWER,)),
        Case("k", On.OUTCOME, (Outcome.TERMINATE,)),
        Case("l", On.OUTCOME, (Outcome.LEAVE_WITHOUT_CONSIDERATION,)),
        Case("m", On.OUTCOME, (Outcome.TAKE_NOTE,)),
        Case("n", On.REST, ("1", "2")),
    ),
)
LEVEL_4 = Storey(
    *(4, "29I.88.4", (Body.GPO,), (Post.UNIT_DEPUTY_HEAD,), False),
    (
        Case("a", On.OUTCOME, _CANCELS),
        Case(
            "a",
            On.CONTESTED,
            (
                *("committee:deputy_head", "asset_recovery:deputy_head", "institution:deputy_head"),
                *("academy:deputy_head", "district:head", "district:deputy_head"),
                *("committee_territorial:head", "committee_territorial:deputy_head"),
            ),
        ),
        Case("b", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case("c", On.OUTCOME, (Outcome.PERFORM_ACTION,)),
        Case("d", On.OUTCOME, (Outcome.SEND_DOWN,)),
        Case("e", On.OUTCOME, (Outcome.SEND_TO_BODY,)),
        Case("f", On.OUTCOME, (Outcome.LEAVE_WITHOUT_CONSIDERATION,)),
        Case("g", On.OUTCOME, (Outcome.ANSWER,)),
        Case("h", On.OUTCOME, (Outcome.TAKE_NOTE,)),
        Case("i", On.REST, ("1", "2", "3")),
    ),
)
LEVEL_5 = Storey(
    *(5, "29I.88.5", OBLAST_LEVEL, (Post.HEAD,), True),
    (
        Case("a", On.OUTCOME, _CANCELS),
        Case("a", On.CONTESTED, ("own:deputy_head",)),  # R46: in institutions and the academy too
        Case("a", On.EARLIER, ("own:deputy_head", "own:head")),  # R47: the head's own answer
        Case("b", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case("c", On.OUTCOME, (Outcome.REFUSE,)),
        Case("d", On.OUTCOME, (Outcome.SEND_TO_BODY,)),
        Case("e", On.OUTCOME, (Outcome.PERFORM_ACTION,)),
        Case("f", On.OUTCOME, (Outcome.ADOPT_ACT,)),
        Case("g", On.OUTCOME, (Outcome.TERMINATE,)),
        Case(
            "h",
            On.SENT,
            (
                *CENTRAL_SENDERS,
                *(Authority.PARTY, Authority.PARTY_LEADER),  # R53
                *(Authority.PROSECUTOR_GENERAL, Authority.DEPUTY_PROSECUTOR_GENERAL, Authority.GPO),
            ),
        ),
        Case("i", On.EARLIER, ("committee_territorial:head", "district:head")),
        Case("i", On.CONTESTED, ("committee_territorial:head", "district:head")),  # R9
        Case("j", On.REST, ("1", "2", "3")),
    ),
)
LEVEL_6 = Storey(
    *(6, "29I.88.6", OBLAST_LEVEL, (Post.DEPUTY_HEAD,), False),
    (
        Case("a", On.OUTCOME, (Outcome.PERFORM_ACTION,)),
        Case("b", On.OUTCOME, (Outcome.SEND_DOWN,)),
        Case("c", On.OUTCOME, (Outcome.SEND_TO_BODY,)),
        Case(
            "d",
            On.CONTESTED,
            (
                *("own:apparatus_head", "own:unit_head", "own:senior_assistant", "own:assistant"),
                *("own:directorate_head", "own:prosecutor", "district:deputy_head", "district:prosecutor"),
                *("committee_territorial:deputy_head", "committee_territorial:prosecutor"),
            ),
        ),
        Case("e", On.OUTCOME, (Outcome.LEAVE_WITHOUT_CONSIDERATION,)),
        Case("f", On.OUTCOME, (Outcome.ANSWER,)),
        Case("g", On.OUTCOME, (Outcome.TERMINATE,)),
        Case("h", On.OUTCOME, (Outcome.TAKE_NOTE,)),
        Case("i", On.REST, ("1", "2", "3")),
    ),
    extra=(Official(Body.ASSET_RECOVERY, Post.DIRECTORATE_HEAD),),
)
LEVEL_7 = Storey(
    *(
        7,
        "29I.88.7",
        DISTRICT_LEVEL,
        (Post.HEAD,),
        True,
    ),  # R8: territorial bodies of the Committee as a district
    (
        Case("a", On.OUTCOME, (Outcome.ADOPT_ACT,)),
        Case("b", On.OUTCOME, (Outcome.TERMINATE,)),
        Case("c", On.OUTCOME, (Outcome.TAKE_NOTE,)),
        Case("d", On.OUTCOME, (Outcome.REFUSE,)),
        Case("e", On.OUTCOME, (Outcome.ANSWER,)),
        Case("e", On.CONTESTED, ("own:deputy_head", "own:prosecutor")),  # 29I.70: a higher prosecutor of the office
        Case("f", On.OUTCOME, _CANCELS),
        Case("g", On.OUTCOME, _CANCELS_AND_ADOPTS),
        Case("h", On.OUTCOME, (Outcome.PERFORM_ACTION,)),
        Case("i", On.OUTCOME, (Outcome.SEND_TO_BODY,)),
        Case("j", On.OUTCOME, (Outcome.LEAVE_WITHOUT_CONSIDERATION,)),
    ),
)
LEVELS = (LEVEL_1, LEVEL_2, LEVEL_3, LEVEL_4, LEVEL_5, LEVEL_6, LEVEL_7)

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
            return Signatories((), (), tuple(dict.fromkeys((*reasons, *answer.cites))))
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


DECISIONS = Matrix88(LEVELS)
