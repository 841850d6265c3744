"""What every page of the workplace needs: somebody of the staff, the post acted in, an entry in the access log."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language

from nadzor.accounts import factors, provider
from nadzor.accounts.addresses import address_of
from nadzor.accounts.models import Account
from nadzor.appeals.rights import registers_in, takes_calls
from nadzor.casework.access import may_count
from nadzor.casework.books import kept_by
from nadzor.casework.case import Case
from nadzor.casework.loading import look
from nadzor.casework.looks import Way, looked, may_read
from nadzor.casework.refusals import NotFound
from nadzor.casework.structure.sight import administers
from nadzor.law.o29.signing import DECISIONS
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.organs.actor import LEADERS, UNIT_LEADERS, Actor
from nadzor.organs.directory import directory
from nadzor.organs.roles import Role
from nadzor.organs.titles import post_title
from nadzor.workplace.sent_again import FILES_AGAIN, NOTHING, WHY_SIGN_IN, sent_with
from nadzor.workplace.sent_words import shown
from nadzor.workplace.typed import clean_texts
from nadzor.workplace.unread import unread

_P = ParamSpec("_P")
_SETS_UP = frozenset({"my-factors", "my-app", "my-key", "my-key-asked"})
"""Pages that are open to who must first set up a second factor."""
_POST_ENDED = Phrase(
    "Лауазымыңыз аяқталды, сондықтан кіру жабылды. Бұл қате болса, прокуратураңыздың әкімшісіне айтыңыз.",
    "Ваша должность завершена, поэтому доступ закрыт. Если это ошибка, обратитесь к администратору своей прокуратуры.",
    "Your post has ended, so access is closed. If this is a mistake, ask the administrator of your office.",
)
_FACTOR_FIRST = Phrase("Екінші фактор керек", "Нужен второй фактор", "A second factor is needed")
_FACTOR_TODO = Phrase(
    "Прокуратураңыз енді екінші факторды талап етеді. Жазғаныңызды төменнен көшіріп алыңыз да, «Менің баптауларым» "
    "бетінде екінші факторды орнатыңыз.",
    "Ваша прокуратура теперь требует второй фактор. Скопируйте введённое ниже и настройте второй фактор на странице "
    "«Мои настройки».",
    "Your office now asks for a second factor. Copy what you entered below and set up the second factor on the page "
    "“My settings”.",
)
_ACTING = Phrase("{post} (міндетін атқарушы)", "{post} (исполняющий обязанности)", "{post} (acting)")


class StaffRequest(HttpRequest):
    """A request whose actor is known."""

    actor: Actor


_View = Callable[Concatenate[StaffRequest, _P], HttpResponseBase]


def for_staff(view: _View[_P]) -> Callable[Concatenate[HttpRequest, _P], HttpResponseBase]:
    """Let only people of the staff in: others are asked to sign in, a first password must be changed."""

    def guarded(request: HttpRequest, /, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponseBase:
        user = request.user
        if not isinstance(user, Account):
            return _sign_in_first(request)
        if user.must_change_password:
            return redirect("password")
        if not request.actor:  # type: ignore[attr-defined]
            return render(request, "403.html", status=403)
        if not request.actor.holdings:  # type: ignore[attr-defined]
            return _left(request)
        place = request.resolver_match.url_name if request.resolver_match else ""
        if place not in _SETS_UP and factors.must_set_up(request, request.actor):  # type: ignore[attr-defined]
            return _factor_first(request)
        if any("\0" in each for each in kwargs.values() if isinstance(each, str)):
            raise Http404  # nothing of ours is called so, and the database would not even look
        clean_texts(request)
        answer = view(request, *args, **kwargs)  # type: ignore[arg-type]
        add_never_cache_headers(answer)  # pages hold people's data
        return answer

    update_wrapper(guarded, view)
    return guarded


def _left(request: HttpRequest) -> HttpResponse:
    """End the session of somebody whose post has ended while signed in: at midnight, or by an order just entered."""
    logout(request)
    context = {"errors": [{"text": _POST_ENDED}], "next": "", "provider": staff_provider()}
    answer = render(request, "workplace/sign_in.html", context, status=403)
    add_never_cache_headers(answer)
    return answer


def _factor_first(request: HttpRequest) -> HttpResponse:
    """Lead to setting up a second factor; a form that was sent meanwhile is shown to be copied."""
    sent = sent_with(request) if request.method == "POST" else NOTHING
    if not sent:
        return redirect("my-factors")
    context = {"what": _FACTOR_FIRST, "todo": _FACTOR_TODO, "typed": shown(sent)}
    return render(request, "429.html", context, status=403)


def staff_provider() -> provider.Provider | None:
    """The organisation's provider, none while the settings name none."""
    return provider.configured(provider.STAFF)


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    """Ask to sign in. A form that was sent is carried through the signing in: what was typed is not lost."""
    sent = sent_with(request) if request.method == "POST" else NOTHING
    if not sent:
        return redirect_to_login(request.get_full_path(), reverse("sign-in"))
    context = {"next": request.get_full_path(), "sent": sent, "why": WHY_SIGN_IN, "again": FILES_AGAIN}
    # the provider is not offered here: what was typed would not come back from there
    answer = render(request, "workplace/sign_in.html", {**context, "one_language": True}, status=403)
    add_never_cache_headers(answer)
    return answer


def page(request: StaffRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Render a page of the workplace with the post now acted in."""
    shared = {
        "unread": unread(request.actor),
        "acting": acting_title(request.actor),
        "reads_log": may_read(request.actor),
        "counts": may_count(request.actor),
        "administers": administers(request.actor),
        "sees_left": administers(request.actor) or any(held.post in LEADERS for held in request.actor.holdings),
        "reads_books": bool(kept_by(request.actor)),
        "takes_calls": takes_calls(request.actor),
        "registers": takes_calls(request.actor) or bool(registers_in(request.actor)),
        "signs": signs(request.actor),
        "dispatches": dispatches(request.actor),
    }
    return render(request, template, {**shared, **context}, status=status)


def signs(actor: Actor) -> bool:
    """Whether the bar leads to the queue: a post that point 88 names in its office, or one that leads there.

    What may be signed by whom is asked of each draft; this only spares the others a link.
    """
    return _leads(actor) or any(held.post in DECISIONS.posts_in(held.kind) for held in actor.holdings)


def dispatches(actor: Actor) -> bool:
    """Whether the bar leads to the dispatch book: the registrar and the leaders of offices and units."""
    return _leads(actor) or any(role is Role.REGISTRAR for role, _body in actor.roles)


def _leads(actor: Actor) -> bool:
    return any(held.post in LEADERS | UNIT_LEADERS for held in actor.holdings)


def acting_title(actor: Actor) -> Phrase | None:
    """The post to show beside the name; none for somebody without a post today."""
    held = actor.main
    if held is None:
        return None
    title = post_title(directory().bodies[held.body_id], held.post)
    return Phrase(*(_ACTING.into(lang).format(post=title.into(lang)) for lang in LANGUAGES)) if held.acting else title


def case_or_404(number: str, actor: Actor) -> Case:
    """Return a visible case. Raises Http404 for one that does not exist or is not for the actor: the same answer."""
    try:
        return look(number, actor=actor)
    except NotFound as refusal:
        raise Http404 from refusal


def log_look(request: StaffRequest, case: Case, way: Way = Way.PAGE, *, what: str = "", reason: str = "") -> None:
    """Enter a look into the access log."""
    looked([case.row.pk], way, by=request.actor, address=address_of(request), what=what, reason=reason)


def page_language() -> Lang:
    """Return the language of the page."""
    active = (get_language() or "ru")[:2]
    return next((lang for lang in LANGUAGES if lang == active), "ru")
