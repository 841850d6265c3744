"""The applicant follows an appeal by its code, without an account."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router

from nadzor.accounts import attempts
from nadzor.accounts.addresses import address_of
from nadzor.accounts.models import Attempt
from nadzor.api.documents import FAULTS
from nadzor.api.errors import ApiError, answer, language
from nadzor.api.wording import term_said
from nadzor.appeals.applicant.doings import Now
from nadzor.appeals.following import Followed, followed
from nadzor.casework.looks import Way, looked
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


@router.get("/track/{code}", auth=None, response=FAULTS, summary="Follow an appeal by its code")
def track(request: HttpRequest, code: str) -> HttpResponse:
    """Return the state in words, the terms with why, the answer and what can be done next.

    Ten wrong codes an hour from one address are answered 429.
    """
    address = address_of(request)
    if attempts.too_many(Attempt.Kind.TRACK, address):
        raise ApiError(429, "too_many", _TOO_MANY, retry_after=_AN_HOUR)
    found = followed(code[:60])
    if found is None:
        attempts.failed(Attempt.Kind.TRACK, address)
        raise ApiError(404, "not_found", _NO_SUCH_CODE)
    said = answer(_said(found, language()))
    said["Cache-Control"] = "no-store"
    looked([found.row_id], Way.FOLLOW, by=None, address=address)
    return said


def _said(found: Followed, lang: Lang) -> dict[str, Any]:
    """What the page of the public tells, as data."""
    return {
        "number": found.number,
        "registered_on": found.registered_on.isoformat(),
        "body": found.body.name.into(lang),
        "state": {"name": found.state.name, "title": found.state.title.into(lang)},
        "terms": [{"title": term["title"].into(lang), **term_said(term["data"])} for term in found.terms],
        "answer": _answer(found, lang),
        "next": _next(found, lang),
        "may": [_may(each, lang) for each in found.may.now],
        "may_not": [
            {
                "do": each.doing.name,
                "title": each.doing.title.into(lang),
                "why": each.why.into(lang),
                "cites": each.cites,
            }
            for each in found.may.closed
        ],
    }


def _may(each: Now, lang: Lang) -> dict[str, Any]:
    """One thing that the applicant may do on the page of the public; `awaited`: the office waits for it."""
    return {
        "do": each.doing.name,
        "title": each.doing.title.into(lang),
        "told": each.told.into(lang),
        "until": each.until.isoformat() if each.until else None,
        "awaited": each.doing.leads,
        "cites": each.doing.cites,
        "page": f"{settings.SITE_URL}/follow/{each.doing.name}/",
    }


def _answer(found: Followed, lang: Lang) -> dict[str, Any] | None:
    if not found.answer:
        return None
    return {
        "answered_on": found.answered_on.isoformat(),
        "outcome": found.outcome_code,
        "outcome_title": found.outcome.into(lang) if found.outcome else found.outcome_code,
        "text": found.answer,
        "signed_by": found.signed_by.into(lang) if found.signed_by else "",
    }


def _next(found: Followed, lang: Lang) -> list[dict[str, Any]]:
    """What can be done: wait while it is considered; after the answer a complaint, after that on a complaint the court.

    Ask why it is considered no more; wait for what the applicant has asked for.

    The term of a complaint runs from the day the applicant learns of the decision (29I.71.1). `until` is the day up to
    which a complaint is in time in any case: reckoned from the day the answer was sent.
    """
    waits: list[dict[str, Any]] = [
        {"do": "wait", "told": each.why.into(lang), "until": None, "cites": list(each.cites)}
        for each in found.may.going_on
    ]
    if found.complaint is not None:
        cites = list(found.complaint_cites)
        until = found.complaint_until.isoformat() if found.complaint_until else None
        do = "complaint" if until else "court"
        return [{"do": do, "told": found.complaint.into(lang), "until": until, "cites": cites}, *waits]
    if found.next is None:
        return waits
    do = "wait" if found.state.open else "ask"
    return [{"do": do, "told": found.next.into(lang), "until": None, "cites": []}, *waits]
