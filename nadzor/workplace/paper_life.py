"""The life of a paper on pages: whose turn it is, the comments, the versions and how two of them differ."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from nadzor.appeals.agreement import in_turn
from nadzor.appeals.comments import PART_TITLES, comments_of
from nadzor.appeals.comparing import Part, compared
from nadzor.appeals.drafts import AGREEING, DRAFT
from nadzor.appeals.models import DraftVersion, PaperDraft
from nadzor.appeals.paper_models import Agreement
from nadzor.casework.case import Case
from nadzor.casework.forms import number_in
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.models import Person
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page


@dataclass(frozen=True, slots=True)
class Link:
    """One of the agreement chain: who, what was said last of which version, whether it is their turn now."""

    person: Person
    said: Agreement | None
    stands: bool  # agreed the version that stands
    turn: bool


def chain_of(draft: PaperDraft, state: str) -> list[Link]:
    """Return the agreement chain of a draft in its order."""
    people = Person.objects.in_bulk(draft.agreers)
    last = {row.person_id: row for row in draft.agreements.order_by("pk")}
    turn = in_turn(draft) if state == AGREEING else []
    return [
        Link(people[each], last.get(each), each in draft.agreed, each in turn)
        for each in draft.agreers
        if each in people
    ]


def life_told(case: Case) -> dict[str, Any] | None:
    """Return what the page of a draft shows of its life; none for another case."""
    draft = case.facts
    if not isinstance(draft, PaperDraft):
        return None
    return {
        "chain": chain_of(draft, case.row.state),
        "changed": draft.changed,
        "comments": [{"row": each, "part": PART_TITLES.get(each.part, _WHOLE)} for each in comments_of(draft)],
        "versions": draft.version,
        "draftable": case.row.state == DRAFT,
    }


_WHOLE = Phrase("бүкіл жоба", "весь проект", "the whole draft")


def changed_since(draft: PaperDraft) -> list[Part]:
    """Return how a draft differs from its version before; empty for the first version."""
    before = draft.versions.filter(version=draft.version - 1).first()
    return [] if before is None else compared(before.contents, draft.contents)


@for_staff
@require_safe
def versions(request: StaffRequest, number: str) -> HttpResponse:
    """Show the versions of a draft and how two of them differ: `from` and `to`, else the last two."""
    case = case_or_404(number, request.actor)
    draft = case.facts
    if not isinstance(draft, PaperDraft):
        raise Http404
    log_look(request, case)
    rows = list(draft.versions.select_related("person").order_by("-version"))
    known = {row.version: row for row in rows}
    new = _asked(request, "to", known, draft.version)
    old = _asked(request, "from", known, max(new - 1, min(known)))
    context = {
        "case": case,
        "draft": draft,
        "versions": rows,
        "choices": [(str(row.version), _version_told(row)) for row in rows],
        "old": known[old],
        "new": known[new],
        "parts": compared(known[old].contents, known[new].contents),
    }
    return page(request, "workplace/versions.html", context)


def _version_told(row: DraftVersion) -> Phrase:
    return Phrase(*(_VERSION.into(lang).format(number=row.version) for lang in LANGUAGES))


_VERSION = Phrase("{number}-нұсқа", "версия {number}", "version {number}")


def _asked(request: StaffRequest, name: str, known: dict[int, DraftVersion], otherwise: int) -> int:
    """Which version is asked for; one that is not there is answered by the usual one."""
    found = number_in(request.GET.get(name, ""))
    return found if found in known else otherwise
