"""Intake: the registrar's page, and the receipt with number and code."""

import datetime as dt
import uuid
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from nadzor import clock
from nadzor.appeals.earlier import standing_told
from nadzor.appeals.forms import KIND_TITLES
from nadzor.appeals.models import Appeal
from nadzor.appeals.protocol import NAME as PROTOCOL
from nadzor.appeals.receipt import receipt_paper
from nadzor.appeals.rights import REGISTRAR
from nadzor.casework import files
from nadzor.casework.access import visible
from nadzor.casework.case import Case
from nadzor.casework.filetypes import REFUSED_TYPE, Said, is_taken
from nadzor.casework.looks import Way
from nadzor.casework.models import Proceeding, StoredFile
from nadzor.casework.refusals import Invalid, NoRight, Refusal, invalid
from nadzor.casework.showing import running_terms
from nadzor.law.facts import Kind
from nadzor.law.o29.kinds import DEFINITIONS
from nadzor.law.o29.registration import Channel
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import HOUSE
from nadzor.papers.models import IssuedPaper
from nadzor.workplace import intake_form, intake_found
from nadzor.workplace.intake_field import IntakeField
from nadzor.workplace.intake_form import APPLICANT, CONTENT, FIRST, KIND, REPRESENTATIVE, SENDING
from nadzor.workplace.intake_found import NOTHING, Found
from nadzor.workplace.intake_paper import EARLIER, PAPER
from nadzor.workplace.proceeding import FLAG_TITLES
from nadzor.workplace.registering import registered_with, registering
from nadzor.workplace.registers import saved_pdf
from nadzor.workplace.scans import scan_of
from nadzor.workplace.staff import StaffRequest, case_or_404, for_staff, log_look, page, page_language
from nadzor.workplace.typed import key_in

_NO_RIGHT = Phrase(
    "Жолданымдарды мыналар тіркейді: {who}. Қағазды солардың біріне беріңіз.",
    "Обращения регистрируют: {who}. Передайте бумагу одному из них.",
    "Appeals are registered by: {who}. Hand the paper to one of them.",
)
_TOO_LARGE = Phrase(
    "Файл 25 МБ-тан үлкен: {name}. Оны бөліп немесе кішірейтіп қосыңыз.",
    "Файл больше 25 МБ: {name}. Разделите или уменьшите его.",
    "The file is larger than 25 MB: {name}. Split it or make it smaller.",
)
_EMPTY_FILE = Phrase(
    "Файл бос: {name}. Басқасын таңдаңыз.", "Файл пуст: {name}. Выберите другой.", "The file is empty: {name}."
)
_UNSEEN = Phrase(
    "ол іс сізге көрінбейді.", "это дело находится не у вас и вам не видно.", "that case is not visible to you."
)
_HEAD = 16  # the bytes by which a program is known
_OFFICE = Phrase("Қай прокуратураға", "В какую прокуратуру", "To which office")


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def intake(request: StaffRequest) -> HttpResponse:
    """Ask for an appeal and register it. A second click, with the same key in the form, leads to the first receipt."""
    if not intake_form.offices(request.actor):
        refusal = NoRight(
            Phrase(*(_NO_RIGHT.into(lang).format(who=REGISTRAR.who.into(lang)) for lang in LANGUAGES)), *REGISTRAR.cites
        )
        return page(request, "workplace/intake_refused.html", {"here": "intake", "refusal": refusal}, status=403)
    if request.method == "POST":
        act = request.POST.get("act", "")
        return _register(request) if act in {"", "next", "open"} else _looked(request, act)
    last = request.session.get("intake", {})
    offices = intake_form.offices(request.actor)
    values = {
        "received_at": f"{timezone.localtime(clock.now()):%d.%m.%Y %H:%M}",
        "channel": last.get("channel", "paper"),
        "language": last.get("language", "ru"),
        "type": "person",
        "addressed_to": last.get("addressed_to") or offices[0].code,
        "addressee": last.get("addressee", ""),
    }
    return _show(request, values, [])


def _register(request: StaffRequest) -> HttpResponse:
    posted = request.POST
    key = key_in(posted) or uuid.uuid4().hex
    before = registered_with(key, request)
    if before is not None and request.FILES.getlist("files"):  # files come anew each time; the form is the same
        return _led(request, before)
    kept, errors = uploads_of(request)
    data, wrong = intake_form.data_of(posted, kept)

    def then(number: str) -> HttpResponse:
        request.session["intake"] = {name: posted.get(name, "") for name in _KEPT}
        return _led(request, number)

    def again(refusal: Refusal) -> HttpResponse:
        return _show(request, posted, kept, refusal=refusal, key=key)

    return registering(request, data, {**wrong, **errors}, key=key, then=then, again=again)


_KEPT = ("channel", "language", "addressed_to", "addressee")  # what the next paper likely shares


def _led(request: StaffRequest, number: str) -> HttpResponse:
    """Where the button leads: the receipt, the case, or the next paper."""
    act = request.POST.get("act", "")
    if act == "next":
        return redirect(f"{reverse('intake')}?{urlencode({'done': number})}")
    return redirect("proceeding" if act == "open" else "receipt", number)


def uploads_of(request: StaffRequest) -> tuple[list[StoredFile], dict[str, Phrase]]:
    """Keep what was uploaded, beside the files kept before; return them and what was not taken."""
    kept = intake_form.kept_files(request.POST, request.actor)
    errors: dict[str, Phrase] = {}
    for each in request.FILES.getlist("files"):
        if not each.size or each.size > files.LARGEST:
            said = _TOO_LARGE if each.size else _EMPTY_FILE
            errors["files"] = Phrase(*(text.format(name=each.name) for text in said))
            continue
        head = each.read(_HEAD)
        each.seek(0)
        if not is_taken(Said(each.name or "", each.content_type or "", head)):
            errors["files"] = Phrase(*(f"{each.name}: {text}" for text in REFUSED_TYPE))
            continue
        kept.append(
            files.store(
                each.chunks(),
                name=each.name or "file",
                content_type=each.content_type or "application/octet-stream",
                space=request.actor.key_space,
            )
        )
    return kept, errors


def _looked(request: StaffRequest, act: str) -> HttpResponse:
    """Show the form again with what was found and what would follow; nothing is registered."""
    posted = intake_found.filled(request, request.POST, act)
    key = key_in(posted) or uuid.uuid4().hex
    kept, errors = uploads_of(request)
    data, wrong = intake_form.data_of(posted, kept)
    try:
        if errors:
            raise invalid(**errors)
        seen = intake_found.found(request, posted, data if not wrong else {})
    except Refusal as refusal:
        return _show(request, posted, kept, refusal=refusal, key=key)
    if seen.foreseen is not None and not posted.get("offered"):  # once: what was unticked stays so
        ticked = {*posted.getlist("also_missing"), *(str(each) for each in seen.foreseen.seems)}
        posted.setlist("also_missing", sorted(ticked))
        posted["offered"] = "1"
    return _show(request, posted, kept, key=key, seen=seen)


def _show(  # noqa: PLR0913  # what the page may hold
    request: StaffRequest,
    values: dict[str, str] | QueryDict,
    kept: list[StoredFile],
    *,
    refusal: Refusal | None = None,
    key: str = "",
    seen: Found = NOTHING,
) -> HttpResponse:
    told = intake_form.at_fields(refusal.fields) if isinstance(refusal, Invalid) else {}
    groups = {
        name: intake_form.rows(fields, values, told)
        for name, fields in (
            ("first", (*FIRST, office_field(request))),
            ("applicant", APPLICANT),
            ("content", CONTENT),
            ("representative", REPRESENTATIVE),
            ("sending", SENDING),
            ("paper", PAPER),
            ("earlier", EARLIER),
            ("sealed", intake_form.sealing(request.actor)),
        )
    }
    labels = {field.name: field.label for group in groups.values() for field, *_rest in group}
    labels[KIND.name] = KIND.label
    errors: list[dict[str, Any]] = [
        {"id": f"id_{name}", "label": labels.get(name), "text": text} for name, text in told.items()
    ]
    context = {
        "here": "intake",
        **groups,
        "kinds": kinds_shown(),
        "kind": values.get("kind", ""),
        "kind_field": KIND,
        "kind_error": told.get("kind"),
        "represented": any(value or error for _field, value, error, _ in groups["representative"]),
        "sent_on": any(value or error for _field, value, error, _ in groups["sending"]),
        "beside": any(value or error for _field, value, error, _ in groups["earlier"]),
        "closed": any(chosen or error for _field, _value, error, chosen in groups["sealed"]),
        "scans": [scan_of(file) for file in kept],
        "file_error": told.get("files"),
        "errors": errors,
        "refusal": None if told else refusal,
        "key": key or uuid.uuid4().hex,
        "offered": values.get("offered", ""),
        "found": seen,
        "personal": PERSONAL,
        "paper_number": intake_found.papers_today(request) + 1,
        "done": _just_done(request),
        "lang": get_language(),
    }
    return page(request, "workplace/intake.html", context, status=422 if refusal else 200)


PERSONAL = (
    Phrase(
        "Адам өзі берген деректерді ғана жазыңыз: жолданымға қатысы жоғын сұрамаңыз және іздемеңіз.",
        "Записывайте только то, что человек сообщил сам: не спрашивайте и не ищите того, что к обращению не относится.",
        "Enter only what the person gave: do not ask or look for what has nothing to do with the appeal.",
    ),
    ("29I.61.6",),
)


def office_field(request: StaffRequest) -> IntakeField:
    """The choice of an office among those for which somebody registers."""
    choices = tuple((card.code, card.name) for card in intake_form.offices(request.actor))
    return IntakeField("addressed_to", _OFFICE, "choice", choices=choices, required=True)


def kinds_shown() -> list[tuple[str, Phrase, Phrase, str]]:
    """Each kind with its title, its definition and its point."""
    return [
        (str(kind), title, DEFINITIONS[Kind(kind)].text, DEFINITIONS[Kind(kind)].norm)
        for kind, title in KIND_TITLES.items()
    ]


def _just_done(request: StaffRequest) -> Proceeding | None:
    """The appeal that this person has just registered, to be shown above the next form."""
    number = request.GET.get("done", "")
    mine = Proceeding.objects.filter(number=number, registrar=request.actor.person_id, procedure="appeal")
    mine = mine.filter(Q(circle__isnull=True) | Q(recorded_at__gte=clock.now() - _HANDED_OVER))
    return mine.first() if number else None


_HANDED_OVER = dt.timedelta(hours=12)
"""How long who has registered a sealed appeal may see its receipt: it is handed to the applicant that day."""


@for_staff
@require_safe
def receipt(request: StaffRequest, number: str) -> HttpResponse:
    """Show the receipt to whom registered the appeal. The code is the applicant's: nobody else is shown it."""
    case = _registered_by_me(request, number)
    log_look(request, case)
    facts = case.facts
    duplicate = facts.duplicate_of
    return page(
        request,
        "workplace/receipt.html",
        {
            "here": "intake",
            "row": case.row,
            "body": case.body,
            "terms": running_terms(case, clock.today(case.body.zone)),
            "flags": [FLAG_TITLES.get(flag, flag) for flag in facts.flags],
            "duplicate": _UNSEEN if duplicate else "",
            "duplicate_number": duplicate.number if duplicate and _is_seen(duplicate, request) else "",
            "standing": _standing(facts, request),
            "handed_on": facts.channel == Channel.CALL_CENTRE and request.actor.person_id == case.row.registrar_id,
            "protocol": _protocol(case.row),
            "follow_url": request.build_absolute_uri(reverse("follow")),
        },
    )


@for_staff
@require_safe
def receipt_pdf(request: StaffRequest, number: str) -> HttpResponse:
    """Give the receipt as a PDF to whom registered the appeal; the printing is entered into the access log."""
    case = _registered_by_me(request, number)
    log_look(request, case, Way.PRINT, what="receipt")
    follow_url = request.build_absolute_uri(f"{reverse('follow')}?code={case.row.track}")
    by = request.actor.name
    made = receipt_paper(case.row, page_language(), accepted_by=by, follow_url=follow_url, at=clock.now())
    return saved_pdf(made, f"{case.row.number}.pdf")


def _registered_by_me(request: StaffRequest, number: str) -> Case:
    """The case; of a sealed one too for half a day: who wrote it down hands over its receipt."""
    sealed = Proceeding.objects.filter(number=number, circle__isnull=False, registrar=request.actor.person_id)
    today = request.actor.person_id is not None and sealed.filter(recorded_at__gte=clock.now() - _HANDED_OVER).exists()
    case = case_or_404(number, HOUSE if today else request.actor)
    if case.row.registrar_id != request.actor.person_id or not case.row.track:
        raise Http404
    return case


def _standing(facts: Appeal, request: StaffRequest) -> Phrase | None:
    """What the appeal was registered as; the number of an earlier one only where it may be seen."""
    if not facts.standing:
        return None
    earlier = facts.repeat_of or facts.duplicate_of
    number = earlier.number if earlier is not None and _is_seen(earlier, request) else ""
    return standing_told(facts.standing, number, facts.repeat_reason)


def _protocol(row: Proceeding) -> IssuedPaper | None:
    """The protocol of an oral appeal, the one drawn up last."""
    return IssuedPaper.objects.filter(proceeding=row, paper=PROTOCOL).order_by("-pk").first()


def _is_seen(row: Proceeding, request: StaffRequest) -> bool:
    return visible(request.actor).filter(pk=row.pk).exists()
