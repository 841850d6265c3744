"""The guide "Who considers what": rows of the reference book that hold today, and what the law itself says."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.folding import folded, sort_key
from nadzor.organs.models import ReferenceEntry, held_on
from nadzor.organs.seed_records import ZONE
from nadzor.portal import memo_words
from nadzor.portal.speech import page_language

_LONGEST = 100  # letters of the field
NO_SUBSTITUTE = Phrase(
    "Прокуратура бұл органдарды алмастырмайды: шешімді олар қабылдайды, прокурор заңның бұзылғанын тексереді.",
    "Прокуратура не подменяет эти органы: решение принимают они, прокурор проверяет, не нарушен ли закон.",
    "The prosecutor's office does not take the place of these bodies: they decide, a prosecutor checks whether the law "
    "was broken.",
)
NO_SUBSTITUTE_CITES = ("SYS.8",)
GUIDE_CITES = ("MEMO.18",)


@dataclass(frozen=True, slots=True)
class LawRow:
    """What the law itself says of who considers a complaint; `norm`: shown where it is law."""

    what: Phrase
    who: Phrase
    norm: str | None = None


BY_LAW: tuple[LawRow, ...] = (
    LawRow(
        Phrase(
            "лауазымды адамның әрекеті (әрекетсіздігі), мемлекеттік органның актісі (шешімі)",
            "действия (бездействие) должностного лица, акт (решение) государственного органа",
            "actions or inaction of an official, an act (decision) of a state body",
        ),
        Phrase(
            "жоғары тұрған мемлекеттік орган, жоғары тұрған лауазымды адам немесе сот",
            "вышестоящий государственный орган, вышестоящее должностное лицо или суд",
            "the superior state body, the superior official or a court",
        ),
    ),
    LawRow(
        Phrase(
            "прокуратураның шешімі, әрекеті (әрекетсіздігі)",
            "решение, действие (бездействие) прокуратуры",
            "a decision, action or inaction of a prosecutor's office",
        ),
        Phrase(
            "жоғары тұрған прокурор; шағым шешіміне шағым жасалып отырған прокуратураға беріледі",
            "вышестоящий прокурор; жалобу подают в ту прокуратуру, чьё решение обжалуют",
            "the superior prosecutor; the complaint is filed with the office whose decision is contested",
        ),
        "29I.71.1",
    ),
)


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """List who considers what; `q` keeps the rows whose subject or body holds the words, in any language."""
    asked = request.GET.get("q", "").strip()[:_LONGEST]
    lang = page_language()
    rows = [row for row in held(ReferenceEntry.Kind.COMPETENCE) if _holds(row, asked)]
    shown = {
        "asked": asked,
        "rows": sorted(rows, key=lambda row: sort_key(row.name.into(lang))),
        "by_law": BY_LAW,
        "empty": memo_words.NO_GUIDE,
        "known": bool(rows) or bool(asked and held(ReferenceEntry.Kind.COMPETENCE)),
        "no_substitute": NO_SUBSTITUTE,
        "way_source": memo_words.WAY_SOURCE,
    }
    return render(request, "portal/guide.html", shown)


def held(kind: ReferenceEntry.Kind) -> list[ReferenceEntry]:
    """Return the rows of a list that hold today."""
    return list(ReferenceEntry.objects.filter(held_on(clock.today(ZONE)), kind=kind))


def _holds(row: ReferenceEntry, asked: str) -> bool:
    texts = [each.into(lang) for each in (row.name, row.considered_by) for lang in LANGUAGES]
    text = "\n".join(folded(each) for each in texts)
    return all(word in text for word in folded(asked).split())
