"""What the page of a case says of appeals beside it: the chain of repeats as one line of time, texts like its own.

Source: 29I.2.6, 2.10, 2.12, 35.1. A case that who looks may not see is not told of; nothing is merged by being shown.
"""

from typing import Any

from nadzor.appeals.earlier import seen_by, standing_told
from nadzor.appeals.ends.chain import Link, chain_of
from nadzor.appeals.ends.likeness import like
from nadzor.appeals.models import Appeal
from nadzor.casework.access import visible
from nadzor.casework.case import Case
from nadzor.casework.procedure import PROCEDURES
from nadzor.law.words import LANGUAGES, Phrase, day_text
from nadzor.organs.actor import Actor

_WORDS = Phrase("ортақ сөздер: {said}", "общие слова: {said}", "words in common: {said}")
_MORE = Phrase(" және тағы {count}", " и ещё {count}", " and {count} more")
_SHOWN = 4
_ANSWERED = Phrase("жауап берілді: {day}", "ответ дан {day}", "answered on {day}")
_ENDED = Phrase("хат алмасу тоқтатылды", "переписка прекращена", "correspondence ended")


def why_like(words: tuple[str, ...]) -> Phrase:
    """Return why a text is offered as like another: pairs of words that both have."""
    said = ", ".join(f"«{each}»" for each in words[:_SHOWN])
    rest = len(words) - _SHOWN
    more = [_MORE.into(lang).format(count=rest) if rest > 0 else "" for lang in LANGUAGES]
    return Phrase(*(_WORDS.into(lang).format(said=said + tail) for lang, tail in zip(LANGUAGES, more, strict=True)))


def told(case: Case, actor: Actor) -> dict[str, Any]:
    """Return what the page of an appeal shows of those beside it; nothing for other proceedings."""
    if case.procedure.name != "appeal":
        return {}
    links = chain_of(case.row.pk)
    return {"chain": _chain(case, links, actor), "alike": _alike(case, links, actor)}


def _chain(case: Case, links: tuple[Link, ...], actor: Actor) -> list[dict[str, Any]]:
    """The chain, oldest first; empty where the appeal stands alone."""
    if len(links) <= 1:
        return []
    seen = seen_by(actor, case.directory, [each.number for each in links])
    return [
        {
            "number": each.number,
            "day": each.registered_on,
            "here": each.id == case.row.pk,
            "state": case.procedure.state_of[case.procedure.mapped.get(each.state, each.state)],
            "subject": each.subject,
            "standing": standing_told(each.standing, "", each.reason) if each.standing else None,
            "after": _after(each),
        }
        for each in links
        if each.number in seen
    ]


def _after(link: Link) -> list[Phrase]:
    found = []
    if link.answered_on is not None and link.answered:
        found.append(Phrase(*(_ANSWERED.into(lang).format(day=day_text(link.answered_on, lang)) for lang in LANGUAGES)))
    return [*found, _ENDED] if link.ended else found


def _alike(case: Case, links: tuple[Link, ...], actor: Actor) -> list[dict[str, Any]]:
    """Appeals whose text is like that of this one, with the reason; those of its chain are told of there."""
    facts: Appeal = case.facts
    told_of = {each.id for each in links} | {facts.forwarded_from_id}
    found = {each.id: each for each in like(facts.text, leaving_out=case.row.pk) if each.id not in told_of}
    rows = visible(actor, case.directory).filter(pk__in=found, procedure="appeal").order_by() if found else ()
    return alike_told({row.pk: row for row in rows}, {each.id: each.words for each in found.values()})


def alike_told(rows: dict[int, Any], words: dict[int, tuple[str, ...]]) -> list[dict[str, Any]]:
    """Return what is told of appeals (by their ids) that have words in common with a text, the likest first."""
    procedure = PROCEDURES["appeal"]
    return [
        {
            "number": rows[pk].number,
            "day": rows[pk].registered_on,
            "state": procedure.state_of[procedure.mapped.get(rows[pk].state, rows[pk].state)],
            "subject": rows[pk].subject,
            "why": why_like(words[pk]),
        }
        for pk in words
        if pk in rows
    ]
