"""Signing in by the organisation's provider: there by a button, back to the account that an administrator has tied."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from nadzor.accounts import provider
from nadzor.law.words import Phrase
from nadzor.workplace.entering import onward_of, passed_first, why_shut
from nadzor.workplace.sent_again import NOTHING
from nadzor.workplace.staff import staff_provider

GOING = Phrase("Кіру қызметіне өту", "Переход в службу входа", "Going to the sign-in service")
GO = Phrase("Өту: {title}", "Перейти: {title}", "Go: {title}")


@never_cache
@require_POST
def to_provider(request: HttpRequest) -> HttpResponse:
    """Lead to the provider by a page of its own: a form of ours may be sent to this site alone."""
    return leave_for(request, provider.STAFF, onward_of(request), "workplace/sign_in.html")


def leave_for(request: HttpRequest, name: str, onward: str, refused: str) -> HttpResponse:
    """Lead to a provider; where it does not answer, say so on the page `refused`."""
    known = provider.configured(name)
    if known is None:
        raise Http404
    try:
        address = provider.begin(request, name, onward)
    except provider.Unconfirmed as answer:
        return refuse(request, refused, answer.phrase, onward, 503)
    title = Phrase(*(text.format(title=known.title) for text in GO))
    return render(request, "to_provider.html", {"address": address, "heading": GOING, "title": title})


@never_cache
@require_safe
def from_provider(request: HttpRequest) -> HttpResponse:
    """Come back from the provider: to the second factor or in, or a sentence why not."""
    if staff_provider() is None:
        raise Http404
    try:
        who = provider.finish(request, provider.STAFF)
        account = provider.account_of(who)
    except provider.Unconfirmed as answer:
        return refuse(request, "workplace/sign_in.html", answer.phrase, "", 403)
    shut = why_shut(account)
    if shut is not None:
        return refuse(request, "workplace/sign_in.html", shut, "", 403)
    return passed_first(request, account, onward_of(request, who.onward), NOTHING)


def refuse(request: HttpRequest, template: str, phrase: Phrase, onward: str, status: int) -> HttpResponse:
    """Show a page of signing in with what is wrong above it."""
    context = {"errors": [{"text": phrase}], "next": onward, "provider": staff_provider()}
    return render(request, template, context, status=status)
