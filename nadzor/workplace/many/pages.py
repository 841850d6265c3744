"""The pages of papers that are registered together: begin a batch, its rows, how far it is."""

import uuid
from collections import Counter
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nadzor import clock
from nadzor.casework.models import Proceeding
from nadzor.law.words import Phrase
from nadzor.workplace import intake_form
from nadzor.workplace.intake import office_field
from nadzor.workplace.intake_form import APPLICANT, FIRST, KIND, SENDING
from nadzor.workplace.intake_paper import PAPER
from nadzor.workplace.many import keeping, making
from nadzor.workplace.many.checking import check
from nadzor.workplace.many.models import PaperBatch
from nadzor.workplace.many.reading import LARGEST, Read, read_table, read_text
from nadzor.workplace.many.shown import notes_of, row_shown
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language
from nadzor.workplace.tasks import register_papers
from nadzor.workplace.typed import key_in

_SHOWN = 100
STATES: dict[str, tuple[str, Phrase]] = {
    "filling": ("new", Phrase("Толтырылуда", "Заполняется", "Being filled in")),
    "queued": ("wait", Phrase("Кезекте тұр", "В очереди", "Waiting in the queue")),
    "registering": ("work", Phrase("Тіркеліп жатыр", "Регистрируется", "Being registered")),
    "stopped": ("late", Phrase("Үзілді", "Прервано", "Stopped")),
    "registered": ("done", Phrase("Бәрі тіркелді", "Всё зарегистрировано", "All are registered")),
}
_COMMON = (*FIRST, KIND, next(each for each in APPLICANT if each.name == "type"), *SENDING, PAPER[0])
BUSY = Phrase(
    "Қағаздар тіркеліп жатыр: біткенше ештеңе өзгертілмейді.",
    "Бумаги регистрируются: до конца ничего не меняется.",
    "The papers are being registered: nothing is changed until that is done.",
)
_NOTHING = Phrase(
    "Тіркеуге дайын қағаз жоқ: алдымен қосыңыз немесе түзетіңіз.",
    "Нет бумаг, готовых к регистрации: сначала добавьте или исправьте.",
    "No paper is ready to be registered: add or mend some first.",
)
_TOO_LARGE = Phrase(
    "Кесте 5 МБ-тан үлкен. Оны бөліңіз.", "Таблица больше 5 МБ. Разделите её.", "The table is over 5 MB. Split it."
)
SAVED = Phrase("Сақталды.", "Сохранено.", "Saved.")
_ADDED = Phrase("Қосылған қағаздар: {count}.", "Добавлено бумаг: {count}.", "Papers added: {count}.")


def may_register(request: StaffRequest) -> None:
    """Raise Http404 for who registers nothing, and for the Call-centre, which writes down what is told."""
    if not intake_form.offices(request.actor):
        raise Http404


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def many(request: StaffRequest) -> HttpResponse:
    """List one's batches, and begin one with what its papers share."""
    may_register(request)
    posted = request.POST if request.method == "POST" else None
    if posted is not None:
        kept = f"{request.actor.person_id}:{key_in(posted) or uuid.uuid4().hex}"[:200]
        return redirect("papers", _begun(request, kept, posted).public_id)
    offices = intake_form.offices(request.actor)
    last = request.session.get("intake", {})
    values = {
        "received_at": f"{timezone.localtime(clock.now()):%d.%m.%Y %H:%M}",
        "channel": last.get("channel", "paper"),
        "language": last.get("language", "ru"),
        "type": "person",
        "addressed_to": last.get("addressed_to") or offices[0].code,
    }
    rows = PaperBatch.objects.filter(maker=request.actor.person_id or 0).order_by("-made_at")[:_SHOWN]
    context = {
        "here": "intake",
        "group": intake_form.rows((*_COMMON, office_field(request)), values, {}),
        "batches": [{"row": each, **_state(each)} for each in rows],
        "days": keeping.KEPT.days,
        "key": uuid.uuid4().hex,
    }
    return page(request, "workplace/many.html", context)


def _begun(request: StaffRequest, key: str, posted: QueryDict) -> PaperBatch:
    """Begin a batch, or return the one that this page began before."""
    now = clock.now()
    said = {"public_id": uuid.uuid4(), "made_at": now, "touched_at": now, "common": _common_of(posted)}
    try:
        with transaction.atomic():
            return PaperBatch.objects.create(maker_id=request.actor.person_id or 0, key=key, **said)
    except IntegrityError:  # a second click
        return PaperBatch.objects.get(key=key)


def _common_of(posted: QueryDict) -> dict[str, Any]:
    names = [each.name for each in _COMMON] + ["addressed_to"]
    return {name: text for name in names if (text := posted.get(name, "").strip())}


def batch_or_404(request: StaffRequest, batch: uuid.UUID) -> PaperBatch:
    """A batch of one's own; any other does not exist."""
    may_register(request)
    row = PaperBatch.objects.filter(public_id=batch, maker=request.actor.person_id or 0).first()
    if row is None:
        raise Http404
    return row


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: StaffRequest, batch: uuid.UUID) -> HttpResponse:
    """Show the rows of a batch with what is wrong with each; take rows, files, common fields, and begin to register."""
    row = batch_or_404(request, batch)
    if request.method != "POST":
        return _show(request, row)
    if is_moving(row):
        return redirect("papers", row.public_id) if "register" in request.POST else _show(request, row, BUSY)
    if "register" in request.POST:
        with transaction.atomic():
            begun = making.begin(row)
            if begun:
                register_papers.defer(batch=row.pk)
        return redirect("papers", row.public_id) if begun else _show(request, row, _NOTHING)
    if "drop" in request.POST:
        keeping.drop(row)
        return redirect("many")
    return _taken(request, row)


def _taken(request: StaffRequest, row: PaperBatch) -> HttpResponse:
    """Take what the page has brought: common fields, rows, files. What could not be taken is told, all else is kept."""
    posted = request.POST
    wrong: list[Phrase] = []
    count = 0
    if "common" in posted:
        row.common = _common_of(posted)
        row.save(update_fields=["common"])
        check(row, row.rows.select_related("file"))
    if "hand" in posted:
        wrong += keeping.add_rows(row, [{}])
        fresh = row.rows.order_by("-place").first()
        return redirect("paper-row", row.public_id, fresh.place if fresh is not None else 1)
    if "add" in posted:
        found = _read(request)
        before = row.rows.count()
        told_of, missing = list(found.told), keeping.add_rows(row, found.rows) if found.rows else []
        count = row.rows.count() - before
        wrong += [*told_of, *missing] if found.rows or told_of else []
        wrong += keeping.take(row, request.FILES.getlist("files"))
        check(row, row.rows.select_related("file"))
    PaperBatch.objects.filter(pk=row.pk).update(touched_at=clock.now())
    if wrong and not count:
        return _show(request, row, *wrong, posted=posted)
    lang = page_language()
    messages.success(request, _ADDED.into(lang).format(count=count) if count else SAVED.into(lang))
    for each in wrong:
        messages.warning(request, each.into(lang))
    return redirect("papers", row.public_id)


def _read(request: StaffRequest) -> Read:
    """Read the table that came: a file, what was pasted, or both."""
    table, text = request.FILES.get("table"), request.POST.get("pasted", "")
    found = Read()
    if table is not None:
        if (table.size or 0) > LARGEST:
            return Read(told=(_TOO_LARGE,))
        found = read_table(table.read(), table.name or "")
    if text.strip():
        pasted = read_text(text)
        found = Read((*found.rows, *pasted.rows), (*found.told, *pasted.told))
    return found


def _show(request: StaffRequest, batch: PaperBatch, *wrong: Phrase, posted: QueryDict | None = None) -> HttpResponse:
    rows = list(batch.rows.select_related("file").order_by("place"))
    cases = {
        each.number: each for each in Proceeding.objects.filter(number__in=[row.number for row in rows if row.number])
    }
    notes = notes_of(request, rows)
    shown = [row_shown(row, cases.get(row.number), notes.get(row.place, [])) for row in rows]
    counts = Counter(each["name"] for each in shown)
    context = {
        **_told(batch),
        "here": "intake",
        "rows": shown,
        "ready": counts["ready"],
        "wrong_rows": counts["wrong"],
        "registered": counts["done"],
        "numbers": [row.number for row in rows if row.number],
        "files": keeping.free_files(batch),
        "group": intake_form.rows((*_COMMON, office_field(request)), batch.common, {}),
        "pasted": posted.get("pasted", "") if posted is not None else "",
        "errors": [{"text": text} for text in wrong],
    }
    return page(request, "workplace/papers.html", context, status=422 if wrong else 200)


@for_staff
@require_safe
def papers_progress(request: StaffRequest, batch: uuid.UUID) -> HttpResponse:
    """Give the bar alone: 204 while nothing has changed since `at`; when it has ended the whole page is fetched."""
    row = batch_or_404(request, batch)
    shown = _told(row)
    if not shown["moving"]:
        answer = HttpResponse(status=204)
        answer["HX-Refresh"] = "true"
        return answer
    if request.GET.get("at") == shown["at"]:
        return HttpResponse(status=204)
    return render(request, "workplace/_batch_progress.html", shown)


@for_staff
@require_POST
def go_on(request: StaffRequest, batch: uuid.UUID) -> HttpResponse:
    """Go on with a batch whose worker is lost: nothing is registered twice."""
    row = batch_or_404(request, batch)
    if _stopped(row):
        with transaction.atomic():
            kept = PaperBatch.objects.filter(pk=row.pk, state=row.state, run=row.run)
            if kept.update(state=PaperBatch.State.FILLING, run=None) and making.begin(row):
                register_papers.defer(batch=row.pk)
    return redirect("papers", row.public_id)


def _stopped(row: PaperBatch) -> bool:
    """Whether nobody is at it any more: it broke off, or its worker is silent."""
    silent = row.touched_at < clock.now() - making.SILENCE
    return row.state == PaperBatch.State.STOPPED or (row.state == PaperBatch.State.REGISTERING and silent)


def is_moving(row: PaperBatch) -> bool:
    """Whether the papers are being registered now: nothing is changed meanwhile."""
    return row.going_on and not _stopped(row)


def _state(row: PaperBatch) -> dict[str, Any]:
    tone, word = STATES["stopped" if _stopped(row) else row.state]
    return {"tone": tone, "word": word}


def _told(row: PaperBatch) -> dict[str, Any]:
    """What the bar needs. `moving`: the page asks again."""
    moving = is_moving(row)
    address = reverse("papers-progress", args=[row.public_id])
    at = f"{row.state}-{row.done}"
    return {
        "row": row,
        **_state(row),
        "moving": moving,
        "stopped": _stopped(row),
        "at": at,
        "poll": f"{address}?{urlencode({'at': at})}" if moving else "",
    }
