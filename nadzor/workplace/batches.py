"""Letters for many cases: what to print is chosen once, a job makes them, the page shows how far it is."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.db import IntegrityError, transaction
from django.db.models import Count
from django.http import FileResponse, Http404, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nadzor import clock
from nadzor.accounts.addresses import address_of
from nadzor.casework.access import visible
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.workplace import batch_keeping, batch_kinds, batch_posting
from nadzor.workplace.answer_templates import slots_told, wrong_text
from nadzor.workplace.batch_asked import Chosen, chosen
from nadzor.workplace.batch_making import SILENCE
from nadzor.workplace.batch_models import BatchLetter, LetterBatch
from nadzor.workplace.lists import zone_of
from nadzor.workplace.staff import StaffRequest, for_staff, page
from nadzor.workplace.tasks import make_letters, post_letters
from nadzor.workplace.typed import key_in

LONGEST_TITLE, LONGEST_TEXT = 200, 20_000
_SHOWN = 200  # letters left out that the page names
STATES: dict[str, tuple[str, Phrase]] = {
    "queued": ("wait", Phrase("Кезекте тұр", "В очереди", "Waiting in the queue")),
    "setting": ("work", Phrase("Хаттар жасалып жатыр", "Письма составляются", "Letters are being made")),
    "joining": ("work", Phrase("Хаттар біріктіріліп жатыр", "Письма объединяются", "Letters are being joined")),
    "done": ("done", Phrase("Дайын", "Готово", "Ready")),
    "cancelled": ("ended", Phrase("Тоқтатылды, файл қалмады", "Отменено, файлов нет", "Cancelled, nothing was kept")),
    "stopped": ("late", Phrase("Үзілді", "Прервано", "Stopped")),
}
_EACH_ITS_OWN = Phrase("әр жолданымның тілінде", "на языке каждого обращения", "in the language of each appeal")
LANGUAGE_CHOICES = (("", _EACH_ITS_OWN), *batch_kinds.LANGUAGE_TITLES.items())
_NO_KIND = Phrase("Нені басу керегін таңдаңыз.", "Выберите, что печатать.", "Choose what to print.")
_NO_TITLE = Phrase("Хаттың тақырыбын жазыңыз.", "Напишите заголовок письма.", "Write the title of the letter.")
_NO_TEXT = Phrase("Хаттың мәтінін жазыңыз.", "Напишите текст письма.", "Write the text of the letter.")
_TOO_LONG = Phrase(
    "Тым ұзын: ең көбі {most} таңба.", "Слишком длинно: не больше {most} знаков.", "Too long: at most {most} signs."
)
_BUSY = Phrase(
    "Алдыңғы хаттарыңыз әлі жасалып жатыр. Күтіңіз немесе оны тоқтатыңыз.",
    "Ваши предыдущие письма ещё составляются. Дождитесь или отмените их.",
    "Your previous letters are still being made. Wait, or cancel them.",
)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def new_batch(request: StaffRequest) -> HttpResponse:
    """Ask what to print for the chosen cases; POST with `make` orders it. Other POSTs bring ticked rows."""
    actor, said = request.actor, request.POST if request.method == "POST" else request.GET
    picked = chosen(actor, said, clock.today(zone_of(actor)))
    if request.method != "POST" or "make" not in said:
        return _ask(request, picked, said, {"": picked.wrong} if picked.wrong else {})
    key = f"{actor.person_id}:{key_in(said)}" if key_in(said) else None
    before = LetterBatch.objects.filter(key=key).first() if key else None  # a second click on the same page
    if before is not None:
        return redirect("batch", before.public_id)
    wrong = _wrong(actor, picked, said)
    if wrong:
        return _ask(request, picked, said, wrong)
    own = said["kind"] == batch_kinds.OWN
    batch = LetterBatch(
        kind=said["kind"],
        language=said.get("language", ""),
        two_sided="two_sided" in said,
        title={lang: said[f"title_{lang}"] for lang in ("kk", "ru") if own and said.get(f"title_{lang}")},
        text={lang: said[f"text_{lang}"] for lang in ("kk", "ru") if own and said.get(f"text_{lang}")},
        key=key and key[:200],
    )
    return redirect("batch", _begun(request, batch, picked.cases).public_id)


def _begun(request: StaffRequest, batch: LetterBatch, cases: Sequence[tuple[int, str]]) -> LetterBatch:
    """Write a batch with its letters and its job, all or nothing."""
    batch.public_id, batch.maker_id = uuid.uuid4(), request.actor.person_id or 0
    batch.made_at = batch.touched_at = clock.now()
    batch.address, batch.total = address_of(request), len(cases)
    try:
        with transaction.atomic():
            batch.save()
            BatchLetter.objects.bulk_create(
                (
                    BatchLetter(batch=batch, place=place, proceeding_id=pk, number=number)
                    for place, (pk, number) in enumerate(cases, start=1)
                ),
                batch_size=1000,
            )
            make_letters.defer(batch=batch.pk)
    except IntegrityError:  # the second of two clicks at once
        return LetterBatch.objects.get(key=batch.key)
    return batch


def _wrong(actor: Actor, picked: Chosen, said: QueryDict) -> dict[str, Phrase]:
    """What is wrong with an order, by field."""
    if picked.wrong is not None:
        return {"": picked.wrong}
    if any(batch.going_on for batch in LetterBatch.objects.filter(maker=actor.person_id, ended_at__isnull=True)):
        return {"": _BUSY}
    if not batch_kinds.known(said.get("kind", "")):
        return {"kind": _NO_KIND}
    if said.get("language", "") not in dict(LANGUAGE_CHOICES):
        return {"language": _NO_KIND}
    if said["kind"] != batch_kinds.OWN:
        return {}
    wrong: dict[str, Phrase] = {}
    only = said.get("language", "")
    typed = [lang for lang in ("kk", "ru") if any(said.get(f"{part}_{lang}", "").strip() for part in ("title", "text"))]
    wanted = [only] if only else typed or ["kk", "ru"]
    for lang in wanted:
        wrong |= _wrong_words(said, lang)
    return wrong


def _wrong_words(said: Mapping[str, str], lang: str) -> dict[str, Phrase]:
    wrong: dict[str, Phrase] = {}
    title, text = (said.get(f"{name}_{lang}", "").strip() for name in ("title", "text"))
    for name, typed, most, lacking in (
        ("title", title, LONGEST_TITLE, _NO_TITLE),
        ("text", text, LONGEST_TEXT, _NO_TEXT),
    ):
        if not typed:
            wrong[f"{name}_{lang}"] = lacking
        elif len(typed) > most:
            wrong[f"{name}_{lang}"] = Phrase(*(_TOO_LONG.into(each).format(most=most) for each in LANGUAGES))
    if text and (found := wrong_text(text)) is not None:
        wrong[f"text_{lang}"] = found
    return wrong


def _ask(request: StaffRequest, picked: Chosen, said: QueryDict, wrong: Mapping[str, Phrase | None]) -> HttpResponse:
    """Show the form with what was typed."""
    kinds = batch_kinds.offered([pk for pk, _ in picked.cases]) if not picked.wrong else []
    choices = [(name, _counted(title, count, len(picked.cases))) for name, title, count in kinds]
    kind = said.get("kind", "")
    context = {
        "here": "inbox",
        "count": len(picked.cases),
        "picked": picked,
        "kinds": choices,
        "kind": kind or (kinds[0][0] if kinds else ""),
        "languages": LANGUAGE_CHOICES,
        "said": said,
        "words": [
            (
                lang,
                title,
                said.get(f"title_{lang}", ""),
                said.get(f"text_{lang}", ""),
                wrong.get(f"title_{lang}"),
                wrong.get(f"text_{lang}"),
            )
            for lang, title in batch_kinds.LANGUAGE_TITLES.items()
        ],
        "own": kind == batch_kinds.OWN,
        "slots": slots_told(),
        "longest": (LONGEST_TITLE, LONGEST_TEXT),
        "wrong": wrong,
        "errors": [{"id": f"id_{name}" if name else "", "text": text} for name, text in wrong.items()],
        "key": key_in(said) or uuid.uuid4().hex,
    }
    return page(request, "workplace/batch_new.html", context, status=422 if wrong else 200)


def _counted(title: Phrase, count: int, of: int) -> Phrase:
    """A paper with for how many of the chosen cases it is there, where it is not for all."""
    return title if count == of else Phrase(*(f"{title.into(lang)}: {count} / {of}" for lang in LANGUAGES))


@for_staff
@require_safe
def batches(request: StaffRequest) -> HttpResponse:
    """Show the batches of the person, newest first."""
    rows = LetterBatch.objects.filter(maker=request.actor.person_id or 0).order_by("-made_at")[:_SHOWN]
    shown = [{"row": row, "title": batch_kinds.title_of(row.kind), **_state(row)} for row in rows]
    return page(request, "workplace/batches.html", {"here": "inbox", "rows": shown, "days": batch_keeping.KEPT.days})


@for_staff
@require_safe
def batch(request: StaffRequest, batch: uuid.UUID) -> HttpResponse:
    """Show how far a batch is, what was left out and why, and the files when they are there."""
    row = _batch_or_404(request.actor, batch)
    left = row.letters.filter(reason__isnull=False).order_by("place")
    counts = left.order_by().values_list("reason").annotate(count=Count("pk")).order_by("-count")
    reasons = [{"said": _reason(said), "count": count} for said, count in counts]
    shown = list(left.select_related("proceeding")[:_SHOWN])
    seen = set(
        visible(request.actor).filter(pk__in=[each.proceeding_id for each in shown]).values_list("pk", flat=True)
    )
    hidden = _unseen(request.actor, row) if row.state == LetterBatch.State.DONE else 0
    context = {
        **_told(row),
        "here": "inbox",
        "left": [
            {"number": each.number, "seen": each.proceeding_id in seen, "said": _reason(each.reason)} for each in shown
        ],
        "more_left": row.left_out > len(shown),
        "reasons": reasons,
        "hidden": hidden,
        "may_be_posted": not hidden and batch_posting.may_be_posted(row, request.actor),
        "posting": batch_posting.told(row),
        "sizes": {} if hidden or row.state != LetterBatch.State.DONE else _sizes(row),
        "until": row.ended_at and row.ended_at + batch_keeping.KEPT,
        "language": dict(LANGUAGE_CHOICES).get(row.language, ""),
        "own_words": [
            (batch_kinds.LANGUAGE_TITLES[lang], row.title.get(lang), text) for lang, text in row.text.items()
        ],
    }
    return page(request, "workplace/batch.html", context)


@for_staff
@require_safe
def batch_progress(request: StaffRequest, batch: uuid.UUID) -> HttpResponse:
    """Give the bar alone: 204 while nothing has changed since `at`; when it has ended the whole page is fetched."""
    row = _batch_or_404(request.actor, batch)
    told = _told(row)
    if not told["moving"]:
        answer = HttpResponse(status=204)
        answer["HX-Refresh"] = "true"
        return answer
    if request.GET.get("at") == told["at"]:
        return HttpResponse(status=204)
    return render(request, "workplace/_batch_progress.html", told)


@for_staff
@require_POST
def cancel_batch(request: StaffRequest, batch: uuid.UUID) -> HttpResponse:
    """Cancel a batch: its job stops at its next look, and no file stays."""
    row = _batch_or_404(request.actor, batch)
    going_on = LetterBatch.objects.filter(pk=row.pk).exclude(state__in=("done", "cancelled"))
    if going_on.update(state=LetterBatch.State.CANCELLED, ended_at=clock.now(), touched_at=clock.now()):
        batch_keeping.drop(row.public_id)
    return redirect("batch", row.public_id)


@for_staff
@require_POST
def post_batch(request: StaffRequest, batch: uuid.UUID) -> HttpResponse:
    """Give the letters to the post, once: a job enters them into their cases."""
    row = _batch_or_404(request.actor, batch)
    if batch_posting.may_be_posted(row, request.actor) and not _unseen(request.actor, row):
        asked = {"post_asked_at": clock.now(), "post_asked_by": request.actor.person_id}
        with transaction.atomic():
            if LetterBatch.objects.filter(pk=row.pk, post_asked_at__isnull=True).update(**asked):
                post_letters.defer(batch=row.pk)
    return redirect("batch", row.public_id)


@for_staff
@require_POST
def begin_again(request: StaffRequest, batch: uuid.UUID) -> HttpResponse:
    """Go on with a batch that has stopped; make an ended one anew, for the cases that are still seen."""
    row = _batch_or_404(request.actor, batch)
    if _stopped(row):
        with transaction.atomic():
            kept = LetterBatch.objects.filter(pk=row.pk, state=row.state, run=row.run)
            if kept.update(state=LetterBatch.State.QUEUED, run=None, touched_at=clock.now()):
                make_letters.defer(batch=row.pk)
        return redirect("batch", row.public_id)
    if row.going_on:
        return redirect("batch", row.public_id)
    if LetterBatch.objects.filter(maker=request.actor.person_id, ended_at__isnull=True).exists():
        return redirect("batches")
    cases = list(row.letters.order_by("place").values_list("proceeding_id", "number"))
    seen = set(visible(request.actor).filter(pk__in=[pk for pk, _ in cases]).values_list("pk", flat=True))
    kept_ones = [each for each in cases if each[0] in seen]
    if not kept_ones:
        return redirect("batch", row.public_id)
    same = {name: getattr(row, name) for name in ("kind", "language", "two_sided", "title", "text")}
    return redirect("batch", _begun(request, LetterBatch(**same), kept_ones).public_id)


@for_staff
@require_safe
def batch_file(request: StaffRequest, batch: uuid.UUID, name: str) -> HttpResponseBase:
    """Give the PDF or the ZIP to be saved, as long as every case in it is seen."""
    row = _batch_or_404(request.actor, batch)
    if row.state != LetterBatch.State.DONE or name not in {batch_keeping.PDF, batch_keeping.ZIP}:
        raise Http404
    if _unseen(request.actor, row):
        return redirect("batch", row.public_id)
    try:
        content = (batch_keeping.folder_of(row.public_id) / name).open("rb")
    except OSError as error:
        raise Http404 from error
    kind = "application/pdf" if name == batch_keeping.PDF else "application/zip"
    answer = FileResponse(content, as_attachment=True, filename=name, content_type=kind)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer


def _batch_or_404(actor: Actor, public_id: uuid.UUID) -> LetterBatch:
    """A batch of one's own, or one of which one sees every case; any other does not exist."""
    row = LetterBatch.objects.filter(public_id=public_id).first()
    if row is None or (row.maker_id != actor.person_id and _unseen(actor, row, every=True)):
        raise Http404
    return row


def _unseen(actor: Actor, row: LetterBatch, *, every: bool = False) -> int:
    """How many of the cases that were printed somebody does not see; of all cases asked for with `every`."""
    letters = row.letters.all() if every else row.letters.filter(reason__isnull=True)
    return letters.exclude(proceeding__in=visible(actor).values("pk")).count()


def _stopped(row: LetterBatch) -> bool:
    """Whether nobody is at it any more: it broke off, or its worker is silent."""
    silent = row.touched_at < clock.now() - SILENCE
    return row.state == LetterBatch.State.STOPPED or (row.state in {"setting", "joining"} and silent)


def _state(row: LetterBatch) -> dict[str, Any]:
    tone, word = STATES["stopped" if _stopped(row) else row.state]
    return {"tone": tone, "word": word}


def _told(row: LetterBatch) -> dict[str, Any]:
    """What the bar needs. `moving`: the page asks again."""
    moving = row.going_on and not _stopped(row)
    address = reverse("batch-progress", args=[row.public_id])
    at = f"{row.state}-{row.done}"
    return {
        "row": row,
        "title": batch_kinds.title_of(row.kind),
        **_state(row),
        "moving": moving,
        "stopped": _stopped(row),
        "at": at,
        "poll": f"{address}?{urlencode({'at': at})}" if moving else "",
        "made": row.done - row.left_out,
    }


def _reason(said: Mapping[str, str] | None) -> Phrase:
    return Phrase(*((said or {}).get(lang, "") for lang in LANGUAGES))


def _sizes(row: LetterBatch) -> dict[str, float]:
    """The files that are there, with their megabytes."""
    found = {}
    for name in (batch_keeping.PDF, batch_keeping.ZIP):
        path = batch_keeping.folder_of(row.public_id) / name
        if path.is_file():
            found[name] = path.stat().st_size / 1_000_000
    return found
