"""Registered letters: which wait for the post, the lists handed to it, numbers of items and returns.

Source: article 66 of the code on administrative procedures (29I.44): a registered letter with advice of delivery.
"""

import uuid
from typing import Any

from django.db import transaction
from django.db.models import Count, Max, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from nadzor import clock
from nadzor.accounts.addresses import address_of
from nadzor.casework.asking import BAD_DAY
from nadzor.casework.delivery import Delivery, Outcome, PostList
from nadzor.casework.forms import number_in
from nadzor.casework.looks import Way, looked
from nadzor.law.words import Phrase
from nadzor.organs.directory import directory
from nadzor.workplace import letters_file
from nadzor.workplace.deliveries import NOT_YOURS, day_in, entered, kept_office, line, of_office, sentence, whom
from nadzor.workplace.envelopes import with_papers
from nadzor.workplace.lists import zone_of
from nadzor.workplace.registers import saved_pdf
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language
from nadzor.workplace.typed import key_in

_MOST = 200
_LISTS = 50
_NOTHING = Phrase("Хаттарды белгілеңіз.", "Отметьте письма.", "Tick the letters.")
_NOTHING_TYPED = Phrase(
    "Нөмірлерді не нәтижелерді жазыңыз немесе почта қайтарған файлды таңдаңыз.",
    "Впишите номера или итоги либо выберите файл, который вернула почта.",
    "Type numbers or outcomes, or choose the file that the post returned.",
)
_ENDS = (
    ("delivered", Phrase("табыс етілді", "вручено", "delivered")),
    ("declined", Phrase("алудан бас тартты", "отказался получить", "would not take it")),
    ("returned", Phrase("қайтарылды", "вернулось", "returned")),
)


def refused(request: StaffRequest) -> HttpResponse:
    """Say that letters are dispatched by others."""
    return page(request, "workplace/dispatch_refused.html", {"here": "dispatch", "why": NOT_YOURS}, status=403)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: StaffRequest) -> HttpResponse:
    """Show the letters that wait for the post and the last lists; POST makes a list of the ticked ones."""
    body = kept_office(request.actor)
    if body is None:
        return refused(request)
    if request.method == "POST":
        ticked = [pk for pk in map(number_in, request.POST.getlist("letter")) if pk is not None]
        made = _made(request, body, ticked)
        if made is not None:
            return redirect("post-list", made.pk)
        return _waiting(request, body, [{"id": "id_waiting", "text": _NOTHING}])
    return _waiting(request, body)


def _made(request: StaffRequest, body: int, ticked: list[int]) -> PostList | None:
    """Make a list of the letters that still wait; none where there are none. A second press finds none."""
    year = clock.today(zone_of(request.actor)).year
    with transaction.atomic():
        rows = Delivery.objects.select_for_update().filter(
            pk__in=ticked, way="post", outcome=Outcome.WAITING, notice__proceeding__body=body
        )
        found = [row.pk for row in rows.order_by("pk")]
        if not found:
            return None
        with_number = PostList.objects.filter(body=body, year=year)
        list(with_number.select_for_update().order_by("pk").values_list("pk"))
        last = with_number.aggregate(last=Max("number"))["last"] or 0
        made = PostList.objects.create(
            body_id=body, year=year, number=last + 1, made_at=clock.now(), made_by_id=request.actor.person_id
        )
        Delivery.objects.filter(pk__in=found).update(outcome=Outcome.LISTED, post_list=made)
    return made


def _waiting(request: StaffRequest, body: int, errors: list[dict[str, Any]] | None = None) -> HttpResponse:
    rows = list(of_office(body, "post").filter(outcome=Outcome.WAITING).order_by("pk")[:_MOST])
    papers = with_papers(rows)
    found = PostList.objects.filter(body=body).order_by("-year", "-number").select_related("made_by")
    counted = found.annotate(
        letters_in=Count("letters"),
        without=Count("letters", filter=Q(letters__outcome=Outcome.LISTED)),
        back=Count("letters", filter=Q(letters__outcome=Outcome.RETURNED)),
    )
    context = {
        "here": "dispatch",
        "tab": "letters",
        "waiting": [{**line(row), "has_paper": row.pk in papers} for row in rows],
        "lists": list(counted[:_LISTS]),
        "errors": errors or [],
    }
    return page(request, "workplace/letters.html", context, status=422 if errors else 200)


def _list_or_404(request: StaffRequest, pk: int) -> tuple[PostList, list[Delivery]]:
    body = kept_office(request.actor)
    found = PostList.objects.filter(pk=pk, body=body or 0).first()
    if found is None:
        raise Http404
    return found, list(of_office(found.body_id, "post").filter(post_list=found).order_by("pk"))


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def post_list(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a list; POST enters numbers and outcomes, typed or from the file that the post returned."""
    made, rows = _list_or_404(request, pk)
    if request.method != "POST":
        return _list_page(request, made, rows, {}, {})
    typed = {name: str(request.POST[name]).strip() for name in request.POST if "_" in name}
    file = request.FILES.get("file")
    if file is not None:
        read = letters_file.read(file, rows)
        if isinstance(read, Phrase):
            return _list_page(request, made, rows, typed, {}, [{"id": "id_file", "text": read}])
        typed = {**typed, **read}
    wrong: dict[str, Phrase] = {}
    done = sum(_enter(request, row, typed, wrong) for row in rows)
    errors: list[dict[str, Any]] = [{"id": f"id_{name}", "text": text} for name, text in wrong.items()]
    if not done and not wrong:
        errors.append({"id": "id_file", "text": _NOTHING_TYPED})
    if not errors:
        return redirect("post-list", made.pk)
    made, rows = _list_or_404(request, pk)
    return _list_page(request, made, rows, typed, wrong, errors, done)


def _enter(request: StaffRequest, row: Delivery, typed: dict[str, str], wrong: dict[str, Phrase]) -> int:
    """Enter what was typed of a letter: its number, then its end. Returns how much was done."""
    pk, done, key = row.pk, 0, key_in(request.POST)
    number, end = typed.get(f"tracking_{pk}", ""), typed.get(f"end_{pk}", "")
    if row.outcome == Outcome.LISTED and number:
        try:
            handed = day_in(typed.get("handed_on", ""))
        except ValueError:
            wrong["handed_on"] = BAD_DAY
            return 0
        refusal = entered(request, row, f"{key}:{pk}:n" if key else "", outcome="sent", tracking=number, day=handed)
        if refusal is not None:
            wrong["handed_on" if "day" in refusal.fields else f"tracking_{pk}"] = sentence(refusal)
            return 0
        row.outcome, done = Outcome.SENT, 1
    if row.outcome != Outcome.SENT or end not in dict(_ENDS):
        return done
    try:
        day = day_in(typed.get(f"day_{pk}", ""))
    except ValueError:
        wrong[f"day_{pk}"] = BAD_DAY
        return done
    said = {"outcome": end, "day": day, "reason": typed.get(f"reason_{pk}", "")}
    refusal = entered(request, row, f"{key}:{pk}:e" if key else "", **said)
    if refusal is not None:
        wrong[f"{'reason' if 'reason' in refusal.fields else 'day'}_{pk}"] = sentence(refusal)
        return done
    return done + 1


def _list_page(  # noqa: PLR0913, PLR0917  # what the page may hold
    request: StaffRequest,
    made: PostList,
    rows: list[Delivery],
    typed: dict[str, str],
    wrong: dict[str, Phrase],
    errors: list[dict[str, Any]] | None = None,
    done: int = 0,
) -> HttpResponse:
    papers = with_papers(rows)
    context = {
        "here": "dispatch",
        "tab": "letters",
        "made": made,
        "rows": [
            {**_row(row, place, typed, wrong), "has_paper": row.pk in papers} for place, row in enumerate(rows, start=1)
        ],
        "any_paper": bool(papers),
        "ends": _ENDS,
        "any_listed": any(row.outcome == Outcome.LISTED for row in rows),
        "any_open": any(row.outcome in {Outcome.LISTED, Outcome.SENT} for row in rows),
        "handed_on": typed.get("handed_on", ""),
        "handed_error": wrong.get("handed_on"),
        "done": done,
        "errors": errors or [],
        "key": uuid.uuid4().hex,
    }
    return page(request, "workplace/post_list.html", context, status=422 if errors else 200)


def _row(row: Delivery, place: int, typed: dict[str, str], wrong: dict[str, Phrase]) -> dict[str, Any]:
    names = ("tracking", "end", "day", "reason")
    return {
        **line(row),
        "place": place,
        "values": {name: typed.get(f"{name}_{row.pk}", "") for name in names},
        "errors": {name: wrong.get(f"{name}_{row.pk}") for name in names},
    }


@for_staff
@require_safe
def post_list_table(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a list as a workbook that the post fills in; who took which cases along is entered into the access log."""
    made, rows = _list_or_404(request, pk)
    _look(request, made, rows)
    return letters_file.workbook(made, rows, page_language())


@for_staff
@require_safe
def post_list_pdf(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a list as a PDF to be handed to the post and signed."""
    made, rows = _list_or_404(request, pk)
    _look(request, made, rows)
    zone = directory().bodies[made.body_id].zone
    told = [whom(row) for row in rows]
    return saved_pdf(letters_file.paper(made, rows, told, page_language(), zone), f"post-{made.year}-{made.number}.pdf")


def _look(request: StaffRequest, made: PostList, rows: list[Delivery]) -> None:
    cases = [row.notice.proceeding_id for row in rows]
    looked(cases, Way.TABLE, by=request.actor, address=address_of(request), what=f"post {made.number}/{made.year}")
