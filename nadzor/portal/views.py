"""Pages of the public: the first page and following an appeal by its code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from nadzor.accounts import provider
from nadzor.accounts.addresses import address_of
from nadzor.accounts.attempts import failed, too_many
from nadzor.accounts.models import Attempt
from nadzor.appeals.following import followed, paper_choices
from nadzor.casework.looks import Way, looked
from nadzor.law.words import Phrase
from nadzor.portal.doing import FOLLOWED, TOO_MANY, WAIT

_LONGEST = 40  # letters of the field
WRONG_CODE = Phrase(
    "Мұндай коды бар жолданым табылмады. Кодты анықтамадан қайта тексеріңіз: онда 16 әріп пен цифр бар. "
    "Код жоғалса, 115 нөміріне қоңырау шалыңыз.",
    "Обращения с таким кодом нет. Сверьте код со справкой о приёме: в нём 16 букв и цифр. "
    "Если код потерян, позвоните по номеру 115.",
    "There is no appeal with this code. Compare it with your receipt: it has 16 letters and digits. "
    "If the code is lost, call 115.",
)
NO_CODE = Phrase("Кодты енгізіңіз.", "Введите код.", "Enter the code.")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page."""
    return render(request, "portal/home.html", {"cabinet": provider.configured(provider.APPLICANTS)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Show an appeal by its code. A right code goes into the session, so that a change of language keeps the page.

    POST with `code` looks it up; GET with `code` (a link, a QR code) only fills the field, so that a link writes
    nothing and a page that is opened beforehand by a program counts as no look; POST with `leave` forgets it.
    """
    if "leave" in request.POST:
        if request.user.is_authenticated:
            request.session.pop(FOLLOWED, None)
        else:
            request.session.flush()
        return redirect("follow")
    if "code" in request.POST:
        return _look_up(request, request.POST["code"])
    if "code" in request.GET:
        return render(request, "portal/follow.html", {"code": request.GET["code"][:_LONGEST]})
    return followed_page(request)


def followed_page(
    request: HttpRequest, *, error: Phrase | None = None, field: str = "surname", status: int = 200
) -> HttpResponse:
    """Show the appeal whose code the session holds, else ask for a code. `error`: at the field of a PDF."""
    kept = request.session.get(FOLLOWED)
    found = followed(kept) if kept else None
    if found:
        looked([found.row_id], Way.FOLLOW, by=None, address=address_of(request))
    errors = [{"id": f"id_{field}", "text": error}] if error else []
    papers = paper_choices(found) if found else []
    context = {
        "found": found,
        "error": error if field == "surname" else None,
        "paper_error": error if field != "surname" else None,
        "errors": errors,
        "paper_choices": papers,
        "paper": request.POST.get("paper") or (papers[0][0] if papers else ""),
    }
    return render(request, "portal/followed.html" if found else "portal/follow.html", context, status=status)


def _look_up(request: HttpRequest, asked: str) -> HttpResponse:
    address = address_of(request)
    if too_many(Attempt.Kind.TRACK, address):
        return render(request, "429.html", {"what": TOO_MANY, "todo": WAIT}, status=429)
    if not asked.strip():
        return _refused(request, asked, NO_CODE)
    if followed(asked) is None:
        failed(Attempt.Kind.TRACK, address)
        return _refused(request, asked, WRONG_CODE)
    request.session[FOLLOWED] = asked
    if not request.user.is_authenticated:
        request.session.set_expiry(0)  # with the browser: it may be a computer that everybody uses
    return redirect("follow")


def _refused(request: HttpRequest, asked: str, text: Phrase) -> HttpResponse:
    errors = [{"id": "id_code", "text": text}]
    return render(request, "portal/follow.html", {"code": asked, "error": text, "errors": errors}, status=422)
