"""The applicant's own page: entering by the state's provider of identity, the appeals in which that IIN stands.

As the applicant; as a representative, who acts in the applicant's stead (29I.40.3); as a member of a group that has
written together, each of whom is an applicant (29I.63.1): all three follow the appeal and add to it.

Nothing is made of an applicant here: no account. Who somebody is stays in the session, goes with the browser, and ends
two hours after entering. Opening an appeal leads to the pages of following, as its code does.
"""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nadzor import clock
from nadzor.accounts import provider
from nadzor.accounts.addresses import address_of
from nadzor.appeals.kept_about import role_told
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.looks import Way, looked
from nadzor.casework.models import Proceeding
from nadzor.law.words import Phrase
from nadzor.organs.directory import directory
from nadzor.portal.doing import FOLLOWED

CITIZEN = "citizen"
_HOLDS = 2 * 3600
_MOST = 200
_LONGEST_NUMBER = 40
_GOING = Phrase("Кіру қызметіне өту", "Переход в службу входа", "Going to the sign-in service")
_GO = Phrase("Өту: {title}", "Перейти: {title}", "Go: {title}")
NO_IIN = Phrase(
    "Кіру қызметі ЖСН-іңізді бермеді, сондықтан жолданымдарыңыз табылмайды. Анықтамадағы код бойынша бақылаңыз.",
    "Служба входа не передала ваш ИИН, поэтому ваши обращения не найти. Следите за обращением по коду из справки.",
    "The sign-in service gave no IIN of yours, so your appeals cannot be found. Follow an appeal by the code of its "
    "receipt.",
)


@dataclass(frozen=True, slots=True)
class Citizen:
    """Whom the provider has confirmed."""

    iin: str
    name: str


def citizen_of(request: HttpRequest) -> Citizen | None:
    """Return who has entered in this browser; none after two hours."""
    told = request.session.get(CITIZEN)
    if not isinstance(told, dict) or not 0 <= clock.now().timestamp() - told["at"] < _HOLDS:
        return None
    return Citizen(told["iin"], told["name"])


def _require_configured() -> provider.Provider:
    known = provider.configured(provider.APPLICANTS)
    if known is None:
        raise Http404
    return known


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def cabinet(request: HttpRequest) -> HttpResponse:
    """List the appeals of whoever has entered; POST opens one (`open`, `kept`: what is kept) or leaves (`leave`)."""
    known = _require_configured()
    who = citizen_of(request)
    if request.method == "POST" and "leave" in request.POST:
        _leave(request)
        return redirect("cabinet")
    if who is None:
        return render(request, "portal/cabinet_enter.html", {"provider": known})
    rows = list(_rows(who.iin)[:_MOST])
    if request.method == "POST":
        asked = (request.POST.get("open") or request.POST.get("kept") or "")[:_LONGEST_NUMBER]
        row = next((each for each in rows if each.number == asked), None)
        if row is None or not row.track:
            raise Http404
        request.session[FOLLOWED] = row.track
        return redirect("kept" if "kept" in request.POST else "follow")
    looked([row.pk for row in rows], Way.FOLLOW, by=None, address=address_of(request), what=known.title)
    return render(request, "portal/cabinet.html", {"citizen": who, "rows": [_shown(row, who) for row in rows]})


def _rows(iin: str) -> Any:
    """The appeals in which an IIN stands, the latest first, each with its parties."""
    mine = Proceeding.objects.filter(procedure=APPEAL.name, parties__iin=iin)
    return mine.distinct().order_by("-registered_on", "-pk").prefetch_related("parties")


def _shown(row: Proceeding, who: Citizen) -> dict[str, Any]:
    state, body = APPEAL.state_of[row.state], directory().bodies[row.body_id].name
    role = role_told(each.role for each in row.parties.all() if each.iin == who.iin)
    return {"row": row, "state": state, "body": body, "role": role}


def _leave(request: HttpRequest) -> None:
    if request.user.is_authenticated:  # a member of staff at the same browser stays signed in
        for name in (CITIZEN, FOLLOWED):
            request.session.pop(name, None)
    else:
        request.session.flush()


@never_cache
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Lead to the provider."""
    known = _require_configured()
    try:
        address = provider.begin(request, provider.APPLICANTS, "")
    except provider.Unconfirmed as answer:
        return _refused(request, known, answer.phrase, 503)
    title = Phrase(*(text.format(title=known.title) for text in _GO))
    return render(request, "to_provider.html", {"address": address, "heading": _GOING, "title": title})


@never_cache
@require_safe
def entered(request: HttpRequest) -> HttpResponse:
    """Come back from the provider."""
    known = _require_configured()
    try:
        who = provider.finish(request, provider.APPLICANTS)
    except provider.Unconfirmed as answer:
        return _refused(request, known, answer.phrase, 403)
    if not who.iin:
        return _refused(request, known, NO_IIN, 403)
    staff = request.user.is_authenticated
    request.session.cycle_key()
    request.session.pop(FOLLOWED, None)
    request.session[CITIZEN] = {"iin": who.iin, "name": who.name, "at": int(clock.now().timestamp())}
    if not staff:
        request.session.set_expiry(0)  # with the browser: it may be a computer that everybody uses
    return redirect("cabinet")


def _refused(request: HttpRequest, known: provider.Provider, phrase: Phrase, status: int) -> HttpResponse:
    context = {"provider": known, "errors": [{"text": phrase}]}
    return render(request, "portal/cabinet_enter.html", context, status=status)
