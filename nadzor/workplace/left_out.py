"""Whom and what a list of a step leaves out, and why: said before anything is chosen.

Source: 29I.61.2, 61.4 (people, units), 28.13, 29, 30 (offices).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from nadzor import clock
from nadzor.appeals.bans.conflicts import Conflict, appeal_of, conflicts, marked
from nadzor.appeals.bans.offices import accused_heads, barred_office
from nadzor.appeals.forwarding import routes, wrong_place
from nadzor.appeals.passing import HEADS_MAY, RECEIVER_MAY
from nadzor.appeals.telling import head_of_unit
from nadzor.casework.case import Case
from nadzor.casework.procedure import YES, Step
from nadzor.law.words import LANGUAGES, Phrase

_ASKED_OF_PEOPLE = frozenset(
    {"not_complained_of", "no_interest", "named_may_take_part", "head_may", HEADS_MAY.name, RECEIVER_MAY.name}
)
_PEOPLE = frozenset({"person", "people", "chain", "leader", "signatory"})
_UNITS = frozenset({"unit", "units"})
Choices = tuple[tuple[str, Phrase | str], ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody, or an office, that is not offered: its name, the reason in words, the points."""

    name: Phrase
    why: Phrase
    cites: tuple[str, ...]


def parted(step: Step, widget: str, choices: Choices, case: Case) -> tuple[Choices, tuple[LeftOut, ...]]:
    """Part the choices of a field of a step into those that are offered, marked, and those left out with why."""
    guards = {guard.name for guard in step.guards}
    if appeal_of(case) is None:
        return choices, ()
    if widget in _PEOPLE and guards & _ASKED_OF_PEOPLE:
        return _people(choices, case)
    if widget in _UNITS and guards & _ASKED_OF_PEOPLE:
        return _units(choices, case)
    if widget == "office" and "may_go_there" in guards:
        return _offices(choices, case)
    return choices, ()


def _people(choices: Choices, case: Case) -> tuple[Choices, tuple[LeftOut, ...]]:
    found = _by_person(case, (int(value) for value, _name in choices))
    kept: list[tuple[str, Phrase | str]] = []
    out: list[LeftOut] = []
    for value, name in choices:
        against = found.get(int(value), [])
        if any(each.ban.forbids for each in against):
            out.append(_out(name, against))
        else:
            kept.append((value, marked(name, against) if against and isinstance(name, str) else name))
    return tuple(kept), tuple(out)


def _units(choices: Choices, case: Case) -> tuple[Choices, tuple[LeftOut, ...]]:
    """Units whose head may have no part are left out."""
    today = clock.today(case.body.zone)
    heads = {value: head_of_unit(int(value), today) for value, _name in choices}
    found = _by_person(case, (each for each in heads.values() if each is not None))
    kept: list[tuple[str, Phrase | str]] = []
    out: list[LeftOut] = []
    for value, name in choices:
        against = [each for each in found.get(heads[value] or 0, []) if each.ban.forbids]
        if against:
            out.append(_out(name, against))
        else:
            kept.append((value, name))
    return tuple(kept), tuple(out)


def _by_person(case: Case, people: Iterable[int]) -> dict[int, list[Conflict]]:
    found: dict[int, list[Conflict]] = defaultdict(list)
    for each in conflicts(case, people):
        found[each.person].append(each)
    return found


def _out(name: Phrase | str, against: list[Conflict]) -> LeftOut:
    bans = [each.ban for each in against if each.ban.forbids]
    why = Phrase(*("; ".join(ban.mark.into(lang) for ban in bans) for lang in LANGUAGES))
    title = name if isinstance(name, Phrase) else Phrase(name, name, name)
    return LeftOut(title, why, tuple(dict.fromkeys(ban.point for ban in bans)))


def _offices(choices: Choices, case: Case) -> tuple[Choices, tuple[LeftOut, ...]]:
    """Offices that may not get the appeal are left out; those without power to consider it, as one line."""
    appeal, route = appeal_of(case), routes(case)
    accused = accused_heads(appeal, clock.today(case.body.zone)) if appeal is not None else {}
    kept: list[tuple[str, Phrase | str]] = []
    out: list[LeftOut] = []
    low: dict[tuple[Phrase, tuple[str, ...]], int] = {}
    for code, name in choices:
        office = case.directory.by_code[code]
        verdict = wrong_place(case, office, route) if route is not None else YES
        if not verdict.allowed:
            low[verdict.why, verdict.cites] = low.get((verdict.why, verdict.cites), 0) + 1
            continue
        barred = barred_office(appeal, office, accused) if appeal is not None and appeal.complained_of else None
        if barred is not None:
            title = name if isinstance(name, Phrase) else Phrase(name, name, name)
            out.append(LeftOut(title, barred.mark, (barred.point,)))
        else:
            kept.append((code, name))
    for (why, cites), count in low.items():
        title = Phrase(*(_SEVERAL.into(lang).format(count=count) for lang in LANGUAGES))
        out.append(LeftOut(title, why, cites))
    return tuple(kept), tuple(out)


_SEVERAL = Phrase("прокуратуралар ({count})", "прокуратуры ({count})", "offices ({count})")
