"""The page "Where I am signed in": sessions that stand, each with a button that closes it, and one for all others."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from nadzor.accounts import seats
from nadzor.accounts.models import Account
from nadzor.casework.forms import number_in
from nadzor.law.words import LANGUAGES, Lang, Phrase, plural
from nadzor.workplace import door
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language

_CLOSED = Phrase("Сеанс жабылды.", "Сеанс закрыт.", "The session is closed.")
_OTHERS = Phrase("Жабылды: {count}.", "Закрыто: {count}.", "Closed: {count}.")
_SESSIONS: dict[Lang, tuple[str, ...]] = {
    "kk": ("сеанс",),
    "ru": ("сеанс", "сеанса", "сеансов"),
    "en": ("session", "sessions"),
}


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def my_sessions(request: StaffRequest) -> HttpResponse:
    """List the sessions of one's own; POST closes one (`close`) or all but this one (`others`)."""
    account = request.user
    if not isinstance(account, Account):
        raise TypeError(account)  # for_staff lets nobody else in
    mine = request.session.get(seats.KEY)
    if request.method == "POST":
        if "others" in request.POST:
            count = seats.close_others(request, account)
            told = Phrase(
                *(_OTHERS.into(lang).format(count=plural(count, lang, _SESSIONS[lang])) for lang in LANGUAGES)
            )
            messages.success(request, told.into(page_language()))
        else:
            asked = number_in(request.POST.get("close", ""))
            if asked is not None and asked != mine and seats.close_one(account, asked):
                messages.success(request, _CLOSED.into(page_language()))
        return redirect("my-sessions")
    rows = [
        {"seat": seat, "browser": seats.browser_told(seat.browser), "this": seat.pk == mine}
        for seat in seats.standing(account)
    ]
    rows.sort(key=lambda row: not row["this"])
    after = number_in(request.GET.get("after", ""))
    context = {"here": "my", "seats": rows, **door.own(account, after), "first": after is not None}
    return page(request, "workplace/my_sessions.html", context)
