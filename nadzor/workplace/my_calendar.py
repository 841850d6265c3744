"""The page "My calendar": weeks with one's terms and hearings; a secret address of them, made, renewed, taken back."""

import hashlib

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_http_methods, require_safe

from nadzor import clock
from nadzor.accounts.middleware import actor_of_account
from nadzor.accounts.models import Account, digest_of, new_token
from nadzor.casework.asking import day_in
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.workplace.lists import zone_of
from nadzor.workplace.models import TermsCalendar
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language
from nadzor.workplace.terms_days import weeks_of
from nadzor.workplace.terms_feed import feed_of

_TAKEN_BACK = Phrase(
    "Мекенжай жойылды: енді ол ештеңе көрсетпейді.",
    "Адрес отозван: по нему больше ничего не видно.",
    "The address is taken back: it shows nothing any more.",
)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def my_calendar(request: StaffRequest) -> HttpResponse:
    """Make the address or another in its place, and show it this once; or take it back (`take_back`)."""
    me = request.actor.person_id
    if me is None:
        raise Http404
    url = ""
    if request.method == "POST" and "take_back" in request.POST:
        TermsCalendar.objects.filter(person=me).delete()
        messages.success(request, _TAKEN_BACK.into(page_language()))
        return redirect("my-calendar")
    if request.method == "POST":
        token = new_token()
        made = {"token_digest": digest_of(token), "made_at": clock.now()}
        TermsCalendar.objects.update_or_create(person_id=me, defaults=made)
        url = request.build_absolute_uri(reverse("calendar-feed", args=[token]))
    kept = TermsCalendar.objects.filter(person=me).first()
    today = clock.today(zone_of(request.actor))
    since = day_in(request.GET.get("since", "")) or today
    if abs((since - today).days) > _FARTHEST:
        since = today
    shown = weeks_of(request.actor, since, today)
    return page(request, "workplace/my_calendar.html", {"here": "my", "kept": kept, "url": url, "shown": shown})


_FARTHEST = 3650  # days to and fro: beyond, nobody has terms


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """Give the calendar at a secret address, in the language of the person; 304 while nothing has changed.

    404 for an address never made, taken back or renewed, for a closed account and for somebody without a post: the
    same answer to all, so that nothing is told to whoever tries addresses.
    """
    account = (
        Account.objects.filter(person__terms_calendar__token_digest=digest_of(token), is_active=True)
        .select_related("person")
        .first()
    )
    actor = actor_of_account(account) if account is not None else None
    if account is None or actor is None or not actor.holdings:
        raise Http404
    lang: Lang = next((each for each in LANGUAGES if each == account.language), "ru")
    content = feed_of(actor, lang, lambda number: request.build_absolute_uri(reverse("proceeding", args=[number])))
    etag = quote_etag(hashlib.sha256(content).hexdigest())
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = etag
    answer["Content-Disposition"] = 'inline; filename="nadzor.ics"'
    answer["Cache-Control"] = "private, no-cache"
    answer["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, etag=etag, response=answer) or answer
