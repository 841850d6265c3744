"""The courier book: what was handed to whom and when, and who signed the receipt; printable by month."""

import datetime as dt
import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from nadzor import clock
from nadzor.accounts.addresses import address_of
from nadzor.casework.asking import BAD_DAY
from nadzor.casework.delivery import Delivery, Outcome
from nadzor.casework.forms import number_in
from nadzor.casework.looks import Way, looked
from nadzor.law.words import Phrase, day_text
from nadzor.organs.directory import directory
from nadzor.organs.models import Person
from nadzor.papers.lists import HandedList, set_list
from nadzor.workplace.deliveries import day_in, entered, kept_office, line, of_office, sentence, what, whom
from nadzor.workplace.letters import refused
from nadzor.workplace.registers import saved_pdf
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language
from nadzor.workplace.typed import key_in

_WAYS = ("courier", "by_hand")
_MOST, _PAGE = 200, 50
_ENDS = (
    ("sent", Phrase("курьерге берілді", "передано курьеру", "handed to the courier")),
    ("delivered", Phrase("табыс етілді, қолхат алынды", "вручено, расписка получена", "delivered, receipt signed")),
    ("declined", Phrase("алудан бас тартты", "отказался получить", "would not take it")),
    ("returned", Phrase("қайтарылды", "вернулось", "returned")),
)
_ALL = tuple(name for name, _ in _ENDS)
_CHOOSE = Phrase("Не болғанын таңдаңыз.", "Выберите, что произошло.", "Choose what happened.")
_GONE = Phrase(
    "Бұл жазба енді күтпейді. Тізімді қараңыз.",
    "Эта запись уже не ждёт. Посмотрите список.",
    "This line waits no more. See the list.",
)
_TITLE = Phrase("Курьерлік кітап, {month}", "Разносная книга, {month}", "Courier book, {month}")
_COLUMNS: tuple[tuple[Phrase, int], ...] = (
    (Phrase("№", "№", "No."), 1),
    (Phrase("Істің нөмірі, құжат", "Номер дела, документ", "Case, paper"), 5),
    (Phrase("Кімге, мекенжайы", "Кому, адрес", "To whom, address"), 7),
    (Phrase("Кім берді", "Кто передал", "Handed by"), 4),
    (Phrase("Кімге, қашан берілді", "Кому и когда передано", "To whom handed, when"), 4),
    (Phrase("Кім алды, күні", "Кто получил, день", "Received by, day"), 4),
    (Phrase("Алғанның қолы", "Подпись получившего", "Signature"), 3),
)
_EMPTY = Phrase("Бұл айда жазба жоқ.", "За этот месяц записей нет.", "There are no entries in this month.")
_KEPT = Phrase("Кітапты жүргізген (аты-жөні, қолы)", "Книгу вёл (фамилия, подпись)", "Kept by (name, signature)")
_DAY = Phrase("Күні", "Дата", "Day")


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def courier_book(request: StaffRequest) -> HttpResponse:
    """Show what waits for the courier, what is with him and what was delivered; POST enters what came of one."""
    body = kept_office(request.actor)
    if body is None:
        return refused(request)
    if request.method != "POST":
        return _show(request, body)
    posted, errors = request.POST, []
    pk = number_in(posted.get("delivery", "")) or 0
    row = _open(body).filter(pk=pk).first()
    if row is None:
        return _show(request, body, [{"id": "id_waiting", "text": _GONE}])
    end = posted.get("end", "")
    if end not in dict(_ENDS):
        errors.append({"id": f"id_end_{pk}", "name": "end", "text": _CHOOSE})
    try:
        day = day_in(posted.get("day", ""))
    except ValueError:
        errors.append({"id": f"id_day_{pk}", "name": "day", "text": BAD_DAY})
    if not errors:
        said = {"outcome": end, "day": day, "by": posted.get("by", ""), "reason": posted.get("reason", "")}
        refusal = entered(request, row, key_in(posted) or "", **said)
        if refusal is None:
            return redirect("courier-book")
        name = next((each for each in ("by", "reason", "day") if each in refusal.fields), "end")
        errors.append({"id": f"id_{name}_{pk}", "name": name, "text": sentence(refusal)})
    return _show(request, body, errors, pk)


def _open(body: int) -> Any:
    return of_office(body, *_WAYS).filter(outcome__in=(Outcome.WAITING, Outcome.SENT))


def _show(request: StaffRequest, body: int, errors: list[dict[str, Any]] | None = None, wrong: int = 0) -> HttpResponse:
    before = number_in(request.GET.get("before", ""))
    ended = of_office(body, *_WAYS).filter(outcome__in=(Outcome.DELIVERED, Outcome.DECLINED, Outcome.RETURNED))
    if before is not None:
        ended = ended.filter(pk__lt=before)
    rows = list(ended.order_by("-pk")[: _PAGE + 1])
    posted, today = request.POST, clock.today(directory().bodies[body].zone)
    context = {
        "here": "dispatch",
        "tab": "courier",
        "waiting": [
            {
                **line(row),
                "typed": posted if row.pk == wrong else {},
                "errors": {each["name"]: each["text"] for each in errors or () if "name" in each}
                if row.pk == wrong
                else {},
            }
            for row in _open(body).order_by("pk")[:_MOST]
        ],
        "ended": [line(row) for row in rows[:_PAGE]],
        "ends": _ENDS,
        "next": rows[_PAGE - 1].pk if len(rows) > _PAGE else None,
        "later": before is not None,
        "month": f"{today:%Y-%m}",
        "errors": errors or [],
        "key": uuid.uuid4().hex,
    }
    return page(request, "workplace/courier.html", context, status=422 if errors else 200)


@for_staff
@require_safe
def courier_pdf(request: StaffRequest) -> HttpResponse:
    """Give a month of the book as a PDF. `month`: 2026-03; anything else is the present month."""
    body = kept_office(request.actor)
    if body is None:
        return refused(request)
    zone, lang = directory().bodies[body].zone, page_language()
    try:
        first = dt.date.fromisoformat(f"{request.GET.get('month', '')}-01")
    except ValueError:
        first = clock.today(zone).replace(day=1)
    rows = list(of_office(body, *_WAYS).exclude(outcome=Outcome.WAITING).filter(at__date__gte=first).order_by("pk"))
    month = [row for row in rows if _days(row) and f"{_days(row)[0]:%Y-%m}" == f"{first:%Y-%m}"]
    people = Person.objects.in_bulk({each for row in month if (each := _entered_by(row))})
    looked(
        [row.notice.proceeding_id for row in month],
        Way.TABLE,
        by=request.actor,
        address=address_of(request),
        what="courier",
    )
    title = _TITLE.into(lang).format(month=f"{first:%m.%Y}")
    handed = HandedList(
        title=title,
        under=(directory().bodies[body].name.into(lang),),
        heads=[head.into(lang) for head, _ in _COLUMNS],
        widths=[width for _, width in _COLUMNS],
        rows=[_cells(place, row, people, lang) for place, row in enumerate(month, start=1)],
        signed=(_KEPT.into(lang),),
        day=_DAY.into(lang),
        empty=_EMPTY.into(lang),
        foot=title,
    )
    return saved_pdf(set_list(handed, lang, clock.now()), f"courier-{first:%Y-%m}.pdf")


def _days(row: Delivery) -> list[dt.date]:
    told = (row.proof.get(each, {}).get("day") for each in _ALL)
    return [dt.date.fromisoformat(each) for each in told if each]


def _entered_by(row: Delivery) -> int | None:
    told = (row.proof.get(each, {}).get("entered_by") for each in _ALL)
    return next((each for each in told if each), None)


def _cells(place: int, row: Delivery, people: dict[int, Person], lang: Any) -> list[str]:
    case = row.notice.proceeding
    paper = what(row.notice)

    def said(name: str) -> str:
        entry = row.proof.get(name, {})
        day = day_text(dt.date.fromisoformat(entry["day"]), lang) if entry.get("day") else ""
        return ", ".join(each for each in (entry.get("by", ""), entry.get("reason", ""), day) if each)

    person = people.get(_entered_by(row) or 0)
    return [
        str(place),
        f"{case.number}, {paper if isinstance(paper, str) else paper.into(lang)}",
        f"{whom(row).into(lang)}, {row.address}".removesuffix(", "),
        person.short_name if person is not None else "",
        said("sent"),
        said("delivered") or said("declined") or said("returned"),
        "",
    ]
