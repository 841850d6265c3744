"""The papers in which a slip may be corrected: the decisions and replies that went to the applicant (APPK 82, 29I.21).

That is an answer, and any written paper for the applicant: a decision on a complaint, one to terminate, an interim
reply. A paper written after this becomes one of them by its declaration (written.py). What ends the case is corrected
once it was sent; what goes out beside it, while the case is considered too.
"""

from typing import Any

from django.db.models import Q

from nadzor.appeals.drafting import who_may_decide
from nadzor.appeals.drafts import lacks_of, last_answer, said_by_answer
from nadzor.appeals.models import AnswerGiven, PaperDraft
from nadzor.appeals.paper_models import Slip
from nadzor.appeals.parts import ANSWER
from nadzor.appeals.rights import holds, signatories
from nadzor.appeals.slip_forms import corrected
from nadzor.appeals.states import ANSWERED, CLOSED, TERMINATED
from nadzor.appeals.written import SIGN_PAPER, WRITTEN, gone_by_notice, lacks_of_paper, who_may_sign_paper
from nadzor.casework.case import Case
from nadzor.law.facts import Outcome
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.papers.declared import To
from nadzor.papers.models import IssuedPaper

SIGNED, SENT = "signed", "sent"
"""States of a correction that has made a paper."""
_ENDED = frozenset({ANSWERED, CLOSED, TERMINATED})


def root_of(paper: IssuedPaper) -> IssuedPaper:
    """Return the paper whose slips were corrected: itself where it corrects nothing."""
    while paper.corrects is not None:
        paper = paper.corrects
    return paper


def papers_with_slips(case: Case) -> list[IssuedPaper]:
    """Return the papers of a case in which a slip may be corrected as they stand now, what ends the case first."""
    given = last_answer(case.row.pk) if case.row.state in _ENDED else None
    found = [given.paper] if given is not None and given.paper is not None and _is_kept(given.paper) else []
    beside = [name for name, each in WRITTEN.items() if each.paper.to is To.APPLICANT]
    if case.row.state not in _ENDED:
        beside = [name for name in beside if WRITTEN[name].step == SIGN_PAPER]
    rows = IssuedPaper.objects.filter(proceeding=case.row.pk, paper__in=beside, corrected_by__isnull=True)
    rows = rows.filter(Q(draft__isnull=False) | Q(corrects__isnull=False), answer__isnull=True)
    gone = Q(dispatches__isnull=False) | Q(paper__in=gone_by_notice(), corrects__isnull=True)
    return [*found, *rows.filter(gone).select_related("corrects").distinct().order_by("-pk")]


def _is_kept(paper: IssuedPaper) -> bool:
    """Whether the words of a paper are kept apart from how it was set."""
    return paper.paper == ANSWER or (
        paper.paper in WRITTEN and PaperDraft.objects.filter(issued=root_of(paper)).exists()
    )


def paper_asked(case: Case, pk: int | None) -> IssuedPaper | None:
    """Return the paper that is named, the first where none is; none where it is not one to be corrected."""
    return next((each for each in papers_with_slips(case) if pk in {None, each.pk}), None)


def contents_of(paper: IssuedPaper) -> dict[str, Any]:
    """Return what a paper says: as it was drafted, with the slips that were corrected up to it."""
    given = AnswerGiven.objects.filter(paper=paper).first()
    if given is not None and given.contents:
        return dict(given.contents)
    if paper.corrects is None:
        return dict(PaperDraft.objects.get(issued=paper).contents)
    slip = Slip.objects.get(paper=paper.corrects, proceeding__state__in=(SIGNED, SENT))
    return corrected(contents_of(paper.corrects), slip.part, slip.wrong, slip.right)


def draft_saying(paper: IssuedPaper, contents: dict[str, Any]) -> PaperDraft:
    """Return the draft of a written paper as if it said this; it is not kept."""
    draft = PaperDraft.objects.select_related("proceeding__executor").get(issued=root_of(paper))
    draft.contents = contents
    return draft


def lacks_with(case: Case, paper: IssuedPaper, said: dict[str, Any]) -> list[tuple[Phrase, str]]:
    """Return what a paper would lack with the slip corrected and does not lack now, each with its point."""
    if paper.paper == ANSWER:
        return [(each.text, each.point) for each in lacks_of(said_by_answer(said), case)]
    before = lacks_of_paper(draft_saying(paper, contents_of(paper)))
    after = lacks_of_paper(draft_saying(paper, said))
    return [(each, WRITTEN[paper.paper].points[0]) for each in after if each not in before]


def may_sign(actor: Actor, case: Case, paper: IssuedPaper) -> bool:
    """Whether somebody may sign the corrected paper: who may sign the decision that it holds (29I.88)."""
    outcome = _outcome_of(paper)
    if outcome is not None:
        return holds(actor, case, signatories(case, outcome))
    return paper.paper in WRITTEN and WRITTEN[paper.paper].signer.test(actor, case, None)


def who_may_sign(case: Case, papers: list[IssuedPaper]) -> list[tuple[int, Phrase]]:
    """Return the people of the office who may sign one of some corrected papers, by name."""
    told: dict[int, Phrase] = {}
    for paper in papers:
        outcome = _outcome_of(paper)
        if outcome is not None:
            told |= dict(who_may_decide(case, outcome))
        elif paper.paper in WRITTEN:
            people = who_may_sign_paper(WRITTEN[paper.paper], case)
            told = {**{person: Phrase(name, name, name) for person, name in people}, **told}
    return list(told.items())


def _outcome_of(paper: IssuedPaper) -> Outcome | None:
    outcome = contents_of(paper).get("outcome")
    return Outcome(outcome) if outcome else None


def standing_paper(slip: Slip) -> IssuedPaper | None:
    """Return the corrected paper that a correction has made; none while nobody has signed it."""
    return IssuedPaper.objects.filter(corrects=slip.paper).order_by("-pk").first()
