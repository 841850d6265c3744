"""The public page "Words of the law": every term with its meaning and its point, found by what people type."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nadzor.law import lecture_words
from nadzor.law.definitions import Definition
from nadzor.law.o29 import definitions as words_29
from nadzor.law.o29 import scope
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.folding import folded, sort_key
from nadzor.portal.speech import page_language

_LONGEST = 100  # letters of the field


@dataclass(frozen=True, slots=True)
class Group:
    """Words of one source, in the order of the alphabet of the page."""

    title: Phrase
    note: Phrase | None
    words: tuple[tuple[Definition, Phrase | None], ...]


_SUB_POINT = Phrase(
    "№ 29 нұсқаулық, 2-тармақ, {n}) тармақша",
    "Инструкция № 29, п. 2, подпункт {n})",
    "Instruction No. 29, point 2, sub-point {n})",
)
_INSTRUCTION = Phrase(
    "№ 29 нұсқаулық: жолданымдарды қарау",
    "Инструкция № 29: рассмотрение обращений",
    "Instruction No. 29: considering appeals",
)
_LECTURE = Phrase("Прокуратура жүйесі", "Система прокуратуры", "The system of the offices")
_NO_LAW = Phrase(
    "Бұл сөздер оқу мәтінінен алынған. Ол заң емес, заңды баяндайды.",
    "Эти слова взяты из учебного текста. Он не закон, а пересказывает его.",
    "These words come from a teaching text. It is no law, it retells the law.",
)
SOURCES = (
    (_INSTRUCTION, None, words_29.DEFINITIONS),
    (_LECTURE, _NO_LAW, lecture_words.DEFINITIONS),
)


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """List the words; `q` keeps those whose term (in any language) or meaning (in that of the page) holds it."""
    asked = request.GET.get("q", "").strip()[:_LONGEST]
    groups = tuple(
        Group(title, note, tuple((row, _point(row)) for row in found))
        for title, note, rows in SOURCES
        if (found := _found(rows, asked))
    )
    shown = {
        "asked": asked,
        "groups": groups,
        "count": sum(len(group.words) for group in groups),
        "basis": scope.BASIS,
        "basis_cites": scope.BASIS_CITES,
        "covers": scope.COVERS,
        "covers_cites": scope.COVERS_CITES,
    }
    return render(request, "portal/words.html", shown)


def _found(rows: tuple[Definition, ...], asked: str) -> tuple[Definition, ...]:
    lang, wanted = page_language(), folded(asked)
    found = [row for row in rows if wanted in _text(row)]
    return tuple(sorted(found, key=lambda row: sort_key(row.term.into(lang))))


def _point(row: Definition) -> Phrase | None:
    """The sub-point of point 2 as a reader cites it; none for a word that stands elsewhere."""
    numbers = row.norm.split(".")[1:]
    of_point_2 = row in words_29.DEFINITIONS and numbers[0] == "2"
    return Phrase(*(text.format(n=numbers[1]) for text in _SUB_POINT)) if of_point_2 else None


def _text(row: Definition) -> str:
    """What a search looks at. A line's end stands between texts, so that no find runs from one into the next."""
    return "\n".join(
        folded(text) for text in (*(row.term.into(each) for each in LANGUAGES), row.meaning.into(page_language()))
    )
