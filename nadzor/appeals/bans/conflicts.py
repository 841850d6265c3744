"""Who may have no part in an appeal, and why: one answer for buttons, lists of people, refusals and pages.

People, posts, units and offices named in the appeal, and those of the earlier decisions it contests, are held against
the staff. Source: 29I.61.2, 29I.61.4. Readings: R74.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import prefetch_related_objects

from nadzor import clock
from nadzor.appeals.beside import Interest
from nadzor.appeals.models import Appeal, PaperDraft
from nadzor.appeals.paper_models import Agreement
from nadzor.casework.case import Case
from nadzor.casework.models import Party, Proceeding
from nadzor.casework.people import same_person
from nadzor.casework.procedure import YES, Verdict, no
from nadzor.law.o29.bans import BANS, Ban, Ground
from nadzor.law.o29.repeats import RepeatReason
from nadzor.law.posts import POSTS_OF, Post, official
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.directory import BodyCard
from nadzor.organs.folding import folded
from nadzor.organs.models import Acting, Appointment, Person, held_on
from nadzor.organs.titles import post_title
from nadzor.papers.models import IssuedPaper

SHORT = 8  # letters of a name that says too little to be looked for inside another
_FARTHEST = 20  # earlier appeals looked through: a longer chain says nothing new of who is objective
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody and a ground that stands against his part in an appeal."""

    person: int
    name: str
    ground: Ground

    @property
    def ban(self) -> Ban:
        """What the ground says."""
        return BANS[self.ground]

    @property
    def why(self) -> Phrase:
        """The sentence of a refusal; empty where the ground forbids nothing by itself."""
        return Phrase(*(text.format(name=self.name) for text in self.ban.why))


def conflicts(case: Case, people: Iterable[int]) -> list[Conflict]:
    """Return the grounds against some people in an appeal, or in a child matter of it; those that forbid first.

    Source: 29I.61.2, 29I.61.4.
    """
    appeal, wanted = appeal_of(case), set(people)
    if appeal is None or not wanted:
        return []
    known = Person.objects.in_bulk(wanted)
    found = dict.fromkeys(
        (pk, ground) for pk, ground in _grounds(case, appeal, known) if pk in known
    )  # each once, in the order in which they were found
    order = list(Ground)
    told = [Conflict(pk, known[pk].short_name, ground) for pk, ground in found]
    return sorted(told, key=lambda each: order.index(each.ground))


def conflict_among(case: Case, people: Iterable[int], *, but: Ground | None = None) -> Verdict:
    """Refuse the first of people who may have no part in an appeal. `but`: a ground that is asked elsewhere."""
    for each in conflicts(case, people):
        if each.ban.forbids and each.ground is not but:
            return no(each.why, each.ban.point)
    return YES


def appeal_of(case: Case) -> Appeal | None:
    """Return the facts of an appeal, or of the appeal of a child matter; none before they are written."""
    facts = (case.parent or case).facts
    if not isinstance(facts, Appeal) or facts.pk is None or facts._state.adding:  # noqa: SLF001  # made up, or new
        return None
    return facts


def _grounds(case: Case, appeal: Appeal, people: Mapping[int, Person]) -> Iterator[tuple[int, Ground]]:
    said: list[dict[str, Any]] = list(appeal.complained_of)
    for pk, person in people.items():
        if any(same_person(person, each["name"]) for each in said if each.get("name")):
            yield pk, Ground.NAMED
    office = (case.parent or case).body
    yield from _by_post(case, appeal, office, people)
    yield from _by_earlier(appeal)
    prefetch_related_objects([appeal], "interests")  # once for all guards that ask
    for row in _standing(appeal.interests.all()):
        yield row.person_id, Ground.INTERESTED
    for pk, person in people.items():
        if any(_kin(person, each) for each in (case.parent or case).parties if isinstance(each, Party)):
            yield pk, Ground.NAMESAKE


def _standing(rows: Iterable[Interest]) -> list[Interest]:
    return [row for row in rows if row.lifted_on is None]


def _kin(person: Person, party: Party) -> bool:
    return bool(party.surname) and folded(party.surname) == folded(person.surname)


def _by_post(
    case: Case, appeal: Appeal, office: BodyCard, people: Mapping[int, Person]
) -> Iterator[tuple[int, Ground]]:
    """Whoever holds, in the office of the case, a post or sits in a unit that the appeal complains of.

    A name beside them says who is meant. Where the words leave it open whether this office is meant, or several hold
    the post, each is only pointed out.
    """
    posts: dict[Post, bool] = {}
    units: set[int] = set()
    bodies: list[int] = []
    for each in appeal.complained_of:
        told, body = folded(str(each.get("post") or "")), str(each.get("body") or "")
        here = _here(case, office, body)
        bodies.append(here if body else _MAYBE)
        if each.get("name") or here == _ELSEWHERE:
            continue
        post, unit = _post_in(office, told), _unit_in(case, office, f"{told} {body}")
        if post is not None:
            posts[post] = posts.get(post, False) or here == _SURELY
        elif unit is not None and here == _SURELY:
            units.add(unit)
    contested = official(appeal.contested_by) if appeal.contested_by else None
    if contested is not None and contested.body is office.kind and (here := max(bodies, default=_MAYBE)) != _ELSEWHERE:
        posts[contested.post] = posts.get(contested.post, False) or here == _SURELY
    if not posts and not units:
        return
    today = clock.today(office.zone)
    rows = [
        row
        for model in (Appointment, Acting)
        for row in model.objects.filter(held_on(today), body_id=office.id).values_list("person_id", "post", "unit_id")
    ]
    for post, surely in posts.items():
        held = {pk for pk, its, _unit in rows if its == post}
        ground = Ground.POST if surely and len(held) == 1 else Ground.ONE_OF_POST
        yield from ((pk, ground) for pk in sorted(held & people.keys()))
    yield from ((pk, Ground.UNIT) for pk, _post, unit in rows if unit in units and pk in people)


_ELSEWHERE, _MAYBE, _SURELY = 0, 1, 2


def _here(case: Case, office: BodyCard, said: str) -> int:
    """Whether a body that an appeal names is an office: surely, maybe ("the prosecutor's office of the district"), no.

    A name of another office that says more is that other one: an oblast stands inside the names of its districts.
    """
    told = _stems(said)
    if not told:
        return _ELSEWHERE
    best = max(case.directory.bodies.values(), key=lambda each: _fitting(each, told))
    if _fitting(best, told):
        return _SURELY if best.id == office.id else _ELSEWHERE
    return _MAYBE if any(told <= _stems(name) for name in office.name) else _ELSEWHERE


def _fitting(office: BodyCard, told: frozenset[str]) -> int:
    """How many words of the name of an office stand in what is told: all of one name, or none."""
    return max((len(stems) for stems in map(_stems, office.name) if stems and stems <= told), default=0)


@lru_cache(maxsize=2000)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a name: their endings change with the case they stand in."""
    return frozenset(word[:_STEM] for word in _WORD.findall(folded(text)) if len(word) >= _SAYS)


_STEM, _SAYS = 6, 4


def is_office(office: BodyCard, said: str) -> bool:
    """Whether a name in an appeal is that of an office, in either language."""
    return any(same_body(folded(said), folded(name)) for name in office.name if name)


def same_body(said: str, name: str) -> bool:
    """Whether two folded names are of one body: a long one may stand inside the other."""
    return said == name or (len(said) > SHORT and said in name) or name in said


def _unit_in(case: Case, office: BodyCard, told: str) -> int | None:
    """The unit of an office whose name stands in what the appeal says of a body or a post; the leadership is none."""
    words = _stems(told)
    for unit in case.directory.units.values():
        if unit.body_id != office.id or unit.code in _NO_UNIT:
            continue
        if any(len(stems) > 1 and stems <= words for stems in map(_stems, unit.name)):
            return unit.id
    return None


_NO_UNIT = frozenset({"leadership"})


def _post_in(office: BodyCard, told: str) -> Post | None:
    """The post of an office that an appeal names: the longest title that stands in its words, or holds them."""
    if not told:
        return None
    best: tuple[int, Post] | None = None
    for post in POSTS_OF[office.kind]:
        for title in post_title(office, post):
            name = folded(title)
            if name == told:
                return post
            fits = _WORD.findall(name) == _WORD.findall(told)[: len(_WORD.findall(name))] or (
                len(told) > SHORT and name.startswith(told)
            )
            if fits and (best is None or len(name) > best[0]):
                best = (len(name), post)
    return best[1] if best is not None else None


def _by_earlier(appeal: Appeal) -> Iterator[tuple[int, Ground]]:
    """Whoever signed or prepared the earlier decision that is contested; whoever else took part in the chain."""
    contested = appeal.repeat_reason == RepeatReason.CONTESTS
    chain = _chain(appeal)
    if not chain:
        return
    first = _onward(chain[:1]) if contested else set()
    every = _onward(chain)
    answers = IssuedPaper.objects.filter(proceeding__in=every, paper="answer", signer__isnull=False)
    signed = set(answers.values_list("proceeding", "signer"))
    held = set(Proceeding.objects.filter(pk__in=every, executor__isnull=False).values_list("pk", "executor"))
    drafts = PaperDraft.objects.filter(proceeding__parent__in=every, paper="answer", issued__isnull=False)
    written = drafts.filter(proceeding__executor__isnull=False)
    held |= {(pk or 0, person) for pk, person in written.values_list("proceeding__parent", "proceeding__executor")}
    agreed = Agreement.objects.filter(draft__in=drafts, agrees=True).values_list("person", flat=True)
    decided = {pk for pk, _person in signed}
    for pk, person in sorted(signed):
        yield person, Ground.DECIDED if pk in first else Ground.TOOK_PART
    for pk, person in sorted(held):
        yield person, Ground.PREPARED if pk in first and pk in decided else Ground.TOOK_PART
    yield from ((person, Ground.TOOK_PART) for person in sorted(agreed))


def _chain(appeal: Appeal) -> list[int]:
    """The earlier appeals that one repeats, newest first."""
    found: list[int] = []
    before = appeal.repeat_of_id
    while before is not None and before not in found and len(found) < _FARTHEST:
        found.append(before)
        before = Appeal.objects.filter(pk=before).values_list("repeat_of", flat=True).first()
    return found


def _onward(earlier: Iterable[int]) -> set[int]:
    """Appeals and those that they were forwarded on as: a decision was given there."""
    every, fresh = set(earlier), set(earlier)
    while fresh:
        fresh = set(Appeal.objects.filter(forwarded_from__in=fresh).values_list("pk", flat=True)) - every
        every |= fresh
    return every


def marked(name: str, found: Iterable[Conflict]) -> Phrase:
    """Return a name with what stands beside it, for a list that is chosen from."""
    marks = [each.ban.mark for each in found]
    if not marks:
        return Phrase(name, name, name)
    return Phrase(*(f"{name} ({'; '.join(mark.into(lang) for mark in marks)})" for lang in LANGUAGES))


__all__ = [
    "SHORT",
    "Conflict",
    "appeal_of",
    "conflict_among",
    "conflicts",
    "is_office",
    "marked",
    "same_body",
]
