"""The page “What is kept about you”: for whoever has entered the cabinet and takes part in an appeal.

For others: for whoever holds its code and knows the applicant's surname.
"""

import json
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from nadzor import clock
from nadzor.accounts.addresses import address_of
from nadzor.accounts.attempts import too_many
from nadzor.accounts.models import Attempt
from nadzor.appeals import kept_about
from nadzor.appeals.following import followed
from nadzor.casework.looks import Way, looked
from nadzor.casework.models import Proceeding
from nadzor.law.words import LANGUAGES, Lang
from nadzor.organs.directory import directory
from nadzor.portal.cabinet import citizen_of
from nadzor.portal.doing import FOLLOWED, TOO_MANY, WAIT, misnamed

_KNOWN = "kept_for"
"""In the session: the code for which the surname was given."""


def _appeal_of(request: HttpRequest) -> Proceeding | None:
    kept = request.session.get(FOLLOWED)
    found = followed(kept) if kept else None
    return Proceeding.objects.get(pk=found.row_id) if found is not None else None


def _confirmed(request: HttpRequest, row: Proceeding) -> str:
    """Return the IIN of whoever has entered the cabinet, where it stands in an appeal; else nothing."""
    citizen = citizen_of(request)
    return citizen.iin if citizen is not None and kept_about.roles_of(row, citizen.iin) else ""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def kept(request: HttpRequest) -> HttpResponse:
    """Ask for the surname, ten wrong tries an hour; then show what is kept and who looked: a look too."""
    row = _appeal_of(request)
    if row is None:
        return redirect("follow")
    iin = _confirmed(request, row)
    if request.method == "POST" and not iin:
        address = address_of(request)
        if too_many(Attempt.Kind.TRACK, address):
            return render(request, "429.html", {"what": TOO_MANY, "todo": WAIT}, status=429)
        surname = request.POST.get("surname", "")[:300]
        if not kept_about.knows(row, surname):
            told = misnamed(surname, address)
            errors = [{"id": "id_surname", "text": told}]
            wrong = {"number": row.number, "surname": surname, "error": told, "errors": errors}
            return render(request, "portal/kept_ask.html", wrong, status=422)
        request.session[_KNOWN] = row.track
        return redirect("kept")
    if not iin and request.session.get(_KNOWN) != row.track:
        return render(request, "portal/kept_ask.html", {"number": row.number, "surname": ""})
    _log(request, row)
    looks = kept_about.looks_at(row)
    zone = ZoneInfo(directory().bodies[row.body_id].zone)
    context: dict[str, Any] = {
        "row": row,
        "title": kept_about.TITLE,
        "parts": kept_about.kept_about(row, iin),
        "looks_title": kept_about.LOOKS,
        "why": kept_about.WHY,
        "cites": kept_about.KEPT_CITES,
        "heads": [{"title": head} for head in kept_about.HEADS],
        "looks": [
            {
                "url": None,
                "cells": [
                    {"text": f"{each.at.astimezone(zone):%d.%m.%Y %H:%M}"},
                    {"text": each.who},
                    {"text": each.how},
                ],
            }
            for each in looks
        ],
        "empty": kept_about.NONE_LOOKED,
    }
    return render(request, "portal/kept.html", context)


@never_cache
@require_safe
def kept_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the same as a file to be saved, JSON or PDF, in the language of the page."""
    row = _appeal_of(request)
    iin = _confirmed(request, row) if row is not None else ""
    if row is None or not (iin or request.session.get(_KNOWN) == row.track):
        return redirect("kept" if row is not None else "follow")
    _log(request, row)
    lang: Lang = next((each for each in LANGUAGES if each == get_language()), "ru")
    if form == "pdf":
        url = request.build_absolute_uri(reverse("kept"))
        made = kept_about.as_pdf(row, lang, url=url, at=clock.now(), iin=iin)
        answer = HttpResponse(made, content_type="application/pdf")
    else:
        text = json.dumps(kept_about.as_json(row, lang, iin), ensure_ascii=False, indent=1)
        answer = HttpResponse(text, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{row.number}.{form}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _log(request: HttpRequest, row: Proceeding) -> None:
    looked([row.pk], Way.KEPT, by=None, address=address_of(request))
