"""The applicant follows an appeal by its code, without an account."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from nadzor.accounts import attempts
from nadzor.accounts.addresses import address_of
from nadzor.accounts.models import Attempt
from nadzor.api.documents import FAULTS
from nadzor.api.errors import ApiError, answer, language
from nadzor.api.wording import term_said
from nadzor.appeals.forms import OUTCOME_TITLES
from nadzor.casework.answers import term_answer
from nadzor.casework.case import Case
from nadzor.casework.loading import case_of
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import read_track_code
from nadzor.law.ask import ask
from nadzor.law.words import Lang, Phrase

router = Router(tags=["applicant"])
_AN_HOUR = 3600
_TOO_MANY = Phrase(
    "Бір сағатта он рет қате код енгізілді. Бір сағаттан кейін қайталаңыз.",
    "За час десять раз введён неверный код. Повторите через час.",
    "Ten wrong codes came within an hour. Try again in an hour.",
)
_NO_SUCH_CODE = Phrase(
    "Мұндай код табылмады. Талондағы кодты тексеріңіз.",
    "Такой код не найден. Проверьте код в талоне.",
    "There is no such code. Check the code on the receipt.",
)
_COMPLAINT = Phrase(
    "Жауаппен келіспесеңіз, оны берген прокуратура арқылы шағым жасай аласыз.",
    "Если вы не согласны с ответом, подайте жалобу через прокуратуру, которая его дала.",
    "If you do not agree with the answer, file a complaint through the office that gave it.",
)
_WAIT = Phrase(
    "Жауапты күтіңіз; мерзімі жоғарыда көрсетілген.",
    "Ждите ответа; срок указан выше.",
    "Wait for the answer; its term is given above.",
)


@router.get("/track/{code}", auth=None, response=FAULTS, summary="Follow an appeal by its code")
def track(request: HttpRequest, code: str) -> HttpResponse:
    """Return the state in words, the terms with why, the answer and what can be done next.

    Ten wrong codes an hour from one address are answered 429.
    """
    address = address_of(request)
    if attempts.too_many(Attempt.Kind.TRACK, address):
        raise ApiError(429, "too_many", _TOO_MANY, retry_after=_AN_HOUR)
    row = Proceeding.objects.filter(track=read_track_code(code[:60])).first()
    if row is None:
        attempts.failed(Attempt.Kind.TRACK, address)
        raise ApiError(404, "not_found", _NO_SUCH_CODE)
    said = answer(_followed(case_of(row, parent=row.parent), language()))
    said["Cache-Control"] = "no-store"
    return said


def _followed(case: Case, lang: Lang) -> dict[str, Any]:
    given = _answer(case, lang)
    return {
        "number": case.row.number,
        "registered_on": case.row.registered_on.isoformat(),
        "body": case.body.name.into(lang),
        "state": {"name": case.state.name, "title": case.state.title.into(lang)},
        "terms": [
            {"title": case.procedure.clock_of[term.clock].title.into(lang), **term_said(term_answer(term))}
            for term in case.terms
            if term.clock in case.procedure.clock_of
        ],
        "answer": given,
        "next": _next(case, given, lang),
    }


def _answer(case: Case, lang: Lang) -> dict[str, Any] | None:
    facts = case.facts
    day = getattr(facts, "answered_on", None)
    if day is None:
        return None
    outcome = OUTCOME_TITLES.get(facts.outcome)
    return {
        "answered_on": day.isoformat(),
        "outcome": facts.outcome,
        "outcome_title": outcome.into(lang) if outcome else facts.outcome,
        "text": facts.answer,
        "signed_by": facts.signed_by,
    }


def _next(case: Case, given: dict[str, Any] | None, lang: Lang) -> list[dict[str, Any]]:
    """What can be done: wait while it is considered; after the answer a complaint, at the latest by 29I.71.1."""
    if given is None:
        return [{"do": "wait", "told": _WAIT.into(lang), "until": None, "cites": []}] if case.state.open else []
    reckoned = ask({"ask": "due", "norm": "29I.71.1", "from": given["answered_on"]}, lang)
    if "error" in reckoned:  # no calendar of that year yet: the way of complaint stands all the same
        return [{"do": "complaint", "told": _COMPLAINT.into(lang), "until": None, "cites": ["29I.71.1"]}]
    return [
        {
            "do": "complaint",
            "told": _COMPLAINT.into(lang),
            "until": reckoned["due"],
            "why": reckoned["why"][lang],
            "cites": reckoned["cites"],
        }
    ]
