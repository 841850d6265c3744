"""Can a prosecutor help? The seven grounds of article 24, as the memo for citizens and 29I.4 tell them.

The memo is no law: what binds is 29I.4.1; its rows name what to do instead. Readings: R21, R43.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from nadzor.law.words import LANGUAGES, Phrase


class Do(StrEnum):
    """What a person does instead where no ground is met."""

    APPLY_TO_BODY = "apply_to_body"
    ATTACH_FINAL_ANSWER = "attach_final_answer"
    HIGHER_BODY_OR_COURT = "higher_body_or_court"


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground of competence: the facts that must all be there."""

    norm: str
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Way:
    """What to do where no ground is met: tried from the top, the first whose facts are all there."""

    do: Do
    facts: frozenset[str]
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Competence:
    """Whether a prosecutor takes it, on which grounds, or what to do instead; the points, most specific first."""

    competent: bool
    grounds: tuple[str, ...]
    instead: Way | None
    cites: tuple[str, ...]


GROUNDS: tuple[Ground, ...] = (
    Ground("MEMO.2", frozenset({"cannot_defend_own_rights"})),
    Ground("MEMO.3", frozenset({"minor"})),  # R21: a minor need not also be unable to act
    Ground("MEMO.4", frozenset({"indefinite_circle"})),
    Ground("MEMO.5", frozenset({"body_failed", "final_answer_attached"})),
    Ground("MEMO.6", frozenset({"no_competent_body"})),
    Ground("MEMO.8", frozenset({"business_interference"})),
    Ground("MEMO.10", frozenset({"constitutional_threat"})),
    Ground("MEMO.11", frozenset({"danger_to_life"})),
    Ground("MEMO.12", frozenset({"president_order"})),
    Ground("MEMO.13", frozenset({"prosecutor_general_order"})),
)

# MEMO.9: interference counts when it comes from one of these; a private person alone is not among them.
INTERFERERS_CITES = ("MEMO.9",)
INTERFERERS: tuple[Phrase, ...] = (
    Phrase("мемлекеттік орган", "государственный орган", "a state body"),
    Phrase("жергілікті өкілді орган (мәслихат)", "местный представительный орган (маслихат)", "a maslikhat"),
    Phrase("жергілікті атқарушы орган (әкімдік)", "местный исполнительный орган (акимат)", "an akimat"),
    Phrase("жергілікті өзін-өзі басқару органы", "орган местного самоуправления", "a body of local self-government"),
    Phrase("мекеме", "учреждение", "an institution"),
    Phrase("олардың лауазымды адамы", "их должностное лицо", "an official of any of them"),
    Phrase(
        "меншік нысанына қарамастан басқа ұйым",
        "другая организация любой формы собственности",
        "another organisation, whoever owns it",
    ),
)

WAYS: tuple[Way, ...] = (
    Way(Do.APPLY_TO_BODY, frozenset({"body_not_asked_yet"}), ("MEMO.14",)),
    Way(Do.ATTACH_FINAL_ANSWER, frozenset({"body_failed"}), ("MEMO.7", "MEMO.5")),
    Way(Do.HIGHER_BODY_OR_COURT, frozenset(), ("MEMO.17", "MEMO.15", "MEMO.16")),  # R43
)

FACTS = frozenset().union(*(row.facts for row in GROUNDS), *(way.facts for way in WAYS))


def competence(facts: Collection[str]) -> Competence:
    """Return whether a prosecutor can help. One ground is enough. Source: 29I.4.1, the memo, readings R21 and R43."""
    given = frozenset(facts)
    met = tuple(ground.norm for ground in GROUNDS if ground.facts <= given)
    if met:
        return Competence(competent=True, grounds=met, instead=None, cites=(*met, "MEMO.1", "29I.4.1"))
    way = next(way for way in WAYS if way.facts <= given)
    return Competence(competent=False, grounds=(), instead=way, cites=(*way.cites, "MEMO.1", "29I.4.1"))


def interferers_told() -> Phrase:
    """Return the list of those whose interference counts, as a sentence. Source: MEMO.9."""
    lists = (", ".join(each.into(lang) for each in INTERFERERS) for lang in LANGUAGES)
    return Phrase(*(f"{text[0].upper()}{text[1:]}." for text in lists))
