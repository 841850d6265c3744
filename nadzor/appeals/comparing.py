"""Two versions of a draft beside each other: by its parts, each word that was added or removed marked as such."""

import datetime as dt
import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.drafting_forms import Draft
from nadzor.appeals.forms import OUTCOME_TITLES
from nadzor.appeals.parts import ADDRESSEE, ANSWER, PART_TITLES
from nadzor.casework.forms import Asked
from nadzor.law.o29.decisions import CHARACTER_TITLES, FINDING_TITLES
from nadzor.law.words import LANGUAGE_TITLES, LANGUAGES, Phrase, day_text
from nadzor.papers.declared import PAPERS, Kind

_WORD = re.compile(r"\n+|[^\S\n]+|[\w⟦⟧]+|[^\w\s]", re.UNICODE)
_CLOSE = 0.5  # how like two texts of arguments are that are taken for one argument reworded
_FEW = 4  # letters: a stretch so short between two changes is not worth a reader's stop


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text. `how`: "same", "added", "gone"."""

    how: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part in which two versions differ: its pieces, or for a choice of the form what it was and what it is."""

    name: str
    title: Phrase
    pieces: tuple[Piece, ...]
    before: Phrase | None = None
    after: Phrase | None = None

    @property
    def is_choice(self) -> bool:
        """Whether it is a choice of the form, not a text."""
        return self.before is not None or self.after is not None


_CHOICES: dict[str, tuple[Phrase, Mapping[Any, Phrase]]] = {
    "outcome": (Phrase("Шешім", "Решение", "Decision"), OUTCOME_TITLES),
    "character": (Phrase("Актінің сипаты", "Характер акта", "Character of the act"), CHARACTER_TITLES),
    "language": (Phrase("Жауаптың тілі", "Язык ответа", "Language of the answer"), LANGUAGE_TITLES),
}
_TEXTS = tuple(name for name in PART_TITLES if name != "arguments" and name in Draft.model_fields)
_OF_ARGUMENT: dict[str, Phrase] = {
    "argument": Phrase("{n}-уәж", "Довод {n}", "Argument {n}"),
    "finding": Phrase("{n}-уәж: тексеру нәтижесі", "Довод {n}: итог проверки", "Argument {n}: what was found"),
    "facts": Phrase("{n}-уәж: фактілер", "Довод {n}: факты", "Argument {n}: facts"),
}
NOTHING = Phrase("таңдалмаған", "не выбрано", "not chosen")


def compared_paper(
    paper: str, old: Mapping[str, Any], new: Mapping[str, Any], choices: Mapping[str, Asked] | None = None
) -> list[Part]:
    """Return the parts in which two versions of a draft differ, by the paper it is of. `choices`: beside its items."""
    if paper == ANSWER:
        return compared(old, new)
    days = {each.name for each in PAPERS[paper].typed() if each.kind is Kind.DAY}
    titles = {**ADDRESSEE, **{each.name: each.title for each in PAPERS[paper].typed()}}
    found = []
    if old.get("language") != new.get("language"):
        told = (LANGUAGE_TITLES.get(each.get("language", ""), NOTHING) for each in (old, new))
        found.append(Part("language", Phrase("Тілі", "Язык", "Language"), (), *told))
    for name, asked in (choices or {}).items():
        if old.get(name) != new.get(name):
            known = dict(asked.choices)
            found.append(Part(name, asked.label, (), *(known.get(each.get(name, ""), NOTHING) for each in (old, new))))
    for name, title in titles.items():
        before, after = str(old.get(name) or ""), str(new.get(name) or "")
        if before == after:
            continue
        if name in days:
            found.append(Part(name, title, (), _day_told(before), _day_told(after)))
        else:
            found.append(Part(name, title, tuple(words(before, after))))
    return found


def _day_told(said: str) -> Phrase:
    if not said:
        return NOTHING
    return Phrase(*(day_text(dt.date.fromisoformat(said), lang) for lang in LANGUAGES))


def compared(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Part]:
    """Return the parts in which two versions differ, in the order of the letter; empty where they are the same."""
    return [*_choices(old, new), *_texts(old, new, ("text",)), *_arguments(old, new), *_texts(old, new, _TEXTS[1:])]


def _choices(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Part]:
    for name, (title, titles) in _CHOICES.items():
        before, after = old.get(name) or "", new.get(name) or ""
        if before != after:
            yield Part(name, title, (), titles.get(before, NOTHING), titles.get(after, NOTHING))


def _texts(old: Mapping[str, Any], new: Mapping[str, Any], names: tuple[str, ...]) -> Iterator[Part]:
    for name in names:
        before, after = str(old.get(name) or ""), str(new.get(name) or "")
        if before != after:
            yield Part(name, PART_TITLES[name], tuple(words(before, after)))


def _arguments(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Part]:
    for place, (before, after) in enumerate(
        _paired(list(old.get("arguments") or ()), list(new.get("arguments") or ())), 1
    ):
        for field, title in _OF_ARGUMENT.items():
            one, two = str(before.get(field) or ""), str(after.get(field) or "")
            told = Phrase(*(title.into(lang).format(n=place) for lang in LANGUAGES))
            if one == two:
                continue
            if field == "finding":
                yield Part(field, told, (), FINDING_TITLES.get(one, NOTHING), FINDING_TITLES.get(two, NOTHING))
            else:
                yield Part(field, told, tuple(words(one, two)))


def _paired(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Arguments of two versions side by side: the same words, then words alike; who has no fellow stands alone."""
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = []
    left = list(old)
    for each in new:
        fellow = max(left, key=lambda one: _likeness(one, each), default=None)
        if fellow is None or _likeness(fellow, each) < _CLOSE:
            pairs.append(({}, each))
            continue
        left.remove(fellow)
        pairs.append((fellow, each))
    return [*pairs, *((each, {}) for each in left)]


def _likeness(one: Mapping[str, Any], two: Mapping[str, Any]) -> float:
    first, second = str(one.get("argument") or ""), str(two.get("argument") or "")
    return 1.0 if first == second else difflib.SequenceMatcher(None, first, second, autojunk=False).quick_ratio()


def words(old: str, new: str) -> list[Piece]:
    """Return how one text became another, word by word; the pieces that are not gone make the new text, and so on.

    A change of one word inside a long text marks that word; where all but a few letters differ, the stretch is marked
    whole, as a reader would strike it out and write it anew.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    found: list[Piece] = []
    for how, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(Piece("same", "".join(before[a:b])))
            continue
        found += [Piece("gone", "".join(before[a:b]))] if b > a else []
        found += [Piece("added", "".join(after[c:d]))] if d > c else []
    return _joined(found)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Join what stands between changes and says nothing (a space, a comma) with them: fewer marks to read."""
    found: list[Piece] = []
    gone, added = "", ""
    for place, each in enumerate(pieces):
        last = place == len(pieces) - 1
        if each.how == "same" and (last or not (gone or added) or len(each.text.strip()) >= _FEW or "\n" in each.text):
            found += _changed(gone, added)
            gone = added = ""
            found.append(each)
            continue
        gone += each.text if each.how != "added" else ""
        added += each.text if each.how != "gone" else ""
    return [*found, *_changed(gone, added)]


def _changed(gone: str, added: str) -> list[Piece]:
    return [*([Piece("gone", gone)] if gone else []), *([Piece("added", added)] if added else [])]
