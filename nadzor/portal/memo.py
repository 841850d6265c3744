"""The pages of "Can a prosecutor help?": one question a page, no account, nothing written.

What was answered stands in the address, so that the pages work without script, Back shows the page before, and a change
of language keeps the place. An address holds choices alone, never a text or a name.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.law.memo import GROUNDS, Competence
from nadzor.law.o29.scope import COMPLAINT_LIMITS_CITES, governed_by
from nadzor.law.words import Phrase
from nadzor.organs.models import Body, ReferenceEntry, held_on
from nadzor.organs.seed_records import ZONE
from nadzor.portal import memo_words as words
from nadzor.portal.guide import held
from nadzor.portal.memo_questions import BY_KEY, QUESTIONS, UNSURE, Question, Result, Stand, stand_of

_AT = "at"  # a question that is to be shown again, answered or not
_SENT = "sent"  # the question whose page was sent


@require_safe
def memo(request: HttpRequest) -> HttpResponse:
    """Ask the next question, or tell the result. `at`: show an answered question; `sent`: the page that was sent.

    A page sent without an answer comes back with 422 and all that was answered before.
    """
    answers = _offered(request.GET)
    stand = stand_of(answers)
    reached = [question for question, _ in stand.given]
    if isinstance(stand.ahead, Question):
        reached.append(stand.ahead)
    sent, at = BY_KEY.get(request.GET.get(_SENT, "")), BY_KEY.get(request.GET.get(_AT, ""))
    if sent is not None and sent in reached and sent.key not in answers:
        return _asked(request, sent, answers, error=words.UNANSWERED)
    if at is not None and at in reached:
        return _asked(request, at, answers)
    if isinstance(stand.ahead, Question):
        return _asked(request, stand.ahead, answers)
    return _told(request, stand, stand.ahead, answers)


def _offered(given: Mapping[str, str]) -> dict[str, str]:
    """Keep what the pages offer."""
    return {key: given[key] for key, question in BY_KEY.items() if question.option(given.get(key)) is not None}


def _asked(
    request: HttpRequest, question: Question, answers: dict[str, str], error: Phrase | None = None
) -> HttpResponse:
    place = QUESTIONS.index(question)
    others = [(key, value) for key, value in answers.items() if key != question.key]
    back = _address(answers, at=QUESTIONS[place - 1]) if place else reverse("home")
    shown = {
        "question": question,
        "place": place + 1,
        "all": len(QUESTIONS),
        "others": others,
        "chosen": answers.get(question.key),
        "back": back,
        "error": error,
        "errors": [{"id": f"id_{question.key}_0", "text": error}] if error else [],
    }
    return render(request, "portal/memo.html", shown, status=422 if error else 200)


def _told(request: HttpRequest, stand: Stand, result: Result, answers: dict[str, str]) -> HttpResponse:
    told = stand.told
    instead = told.instead if told and answers.get("body") != UNSURE else None  # who knows no body has no way shown
    layers, layers_cites = governed_by(stand.regime) if stand.regime else ((), ())
    shown = {
        "result": result,
        "head": words.HEADS[result],
        "first": words.FIRST[result],
        "first_cites": sorted({*words.FIRST_CITES[result], *(cite for each in stand.unknown for cite in each.cites)}),
        "grounds": [words.GROUND_WORDS[norm] for norm in told.grounds] if told else [],
        "unknown": stand.unknown,
        "way": words.WAYS[instead.do] if instead else None,
        "way_source": words.WAY_SOURCE,
        "if_none": words.IF_NONE,
        "no_guide": words.NO_GUIDE,
        "guide": bool(instead and held(ReferenceEntry.Kind.COMPETENCE)),
        "layers": [words.LAYERS[layer] for layer in layers],
        "layers_head": words.LAYERS_HEAD,
        "layers_cites": layers_cites,
        "limits": words.COMPLAINT_LIMITS if told else None,
        "limits_cites": COMPLAINT_LIMITS_CITES,
        "details": _details(told) if told else None,
        "details_cites": words.DETAILS_CITES,
        "door": words.DOOR.get(result),
        "door_cites": words.DOOR_CITES,
        "door_article": words.DOOR_ARTICLE if result is not Result.EXEMPT else None,
        "all_grounds": [words.GROUND_WORDS[ground.norm] for ground in GROUNDS],
        "given": [(question, option, _address(answers, at=question)) for question, option in stand.given],
        "back": _address(answers, at=stand.given[-1][0]),
        "offices": _offices(),
    }
    return render(request, "portal/memo_result.html", shown)


def _details(told: Competence) -> dict[str, object] | None:
    """What another act details of grounds 1 and 2 (29I.4.2): the sentence, and the rows of it that were entered."""
    points = {words.GROUND_WORDS[norm].sub_point for norm in told.grounds}
    rows = [row for point, kind in words.DETAILED.items() if point in points for row in held(kind)]
    return {"text": words.DETAILS, "rows": rows} if points & set(words.DETAILED) else None


def _address(answers: Mapping[str, str], at: Question) -> str:
    """The address of an answered question: its own answer stays chosen."""
    return f"{reverse('memo')}?{urlencode({**answers, _AT: at.key})}"


def _offices() -> QuerySet[Body]:
    """Offices of today whose address is known."""
    return Body.objects.filter(held_on(clock.today(ZONE))).exclude(address="")
