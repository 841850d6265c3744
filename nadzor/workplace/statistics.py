"""The statistics of an office: the page, the list behind each figure, the workbook and the paper."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.accounts.addresses import address_of
from nadzor.appeals.statistics import Figure, Part, counted, listed
from nadzor.casework.access import may_count
from nadzor.casework.forms import number_in
from nadzor.casework.looks import Way, looked
from nadzor.casework.models import Proceeding
from nadzor.casework.refusals import NoRight
from nadzor.complaints import silence
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.workplace import lists, statistics_papers, tables
from nadzor.workplace.sealed import counted_only, sealed_from
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language
from nadzor.workplace.statistics_asked import LABELS, Asked, asked, parts_in
from nadzor.workplace.statistics_charts import charts_of
from nadzor.workplace.statistics_papers import Report
from nadzor.workplace.statistics_tables import tables_of, whole_of
from nadzor.workplace.statistics_words import FIGURE_MEANS, FIGURE_TITLES, PART_TITLES, TITLE, value_title

_NOT_YOURS = Phrase(
    "Статистиканы прокуратураның немесе бөлімшенің басшысы және талдаушы көреді. Көрсеткіш керек болса, соларға "
    "жүгініңіз.",
    "Статистику видят руководители прокуратуры и подразделений и аналитик. Если нужны показатели, обратитесь к ним.",
    "Statistics are seen by heads of offices and units and by the analyst. If you need figures, ask them.",
)
_EMPTY = Phrase(
    "Бұл көрсеткіште бірде-бір жолданым жоқ.",
    "За этим показателем нет ни одного обращения.",
    "There is no appeal behind this figure.",
)
_FARTHEST = 100_000  # pages: an address beyond is a typing error


@for_staff
@require_safe
def statistics(request: StaffRequest) -> HttpResponse:
    """Show the figures of a period. In the address: `since`, `until` (days), `office` (code or "all"), `unit` (id)."""
    if not may_count(request.actor):
        return _refused(request)
    said = asked(request)
    if said.errors:
        return page(request, "workplace/statistics.html", _form(said), status=422)
    counts, lang = counted(said.whose, said.period), page_language()
    parts = tables_of(said, counts)
    kept = urlencode(said.kept)
    return page(
        request,
        "workplace/statistics.html",
        {
            **_form(said),
            "at": clock.now(),
            "named": said.named,
            "period": statistics_papers.period_said(said),
            "whole": [(FIGURE_TITLES[each.figure], FIGURE_MEANS[each.figure], each) for each in whole_of(said, counts)],
            "late": statistics_papers.LATE_ONES,
            "charts": [
                {"finding": each.finding, "summary": each.summary, "svg": mark_safe(each.svg(lang))}  # noqa: S308  # drawn here
                for each in charts_of(counts, parts)
            ],
            "tables": parts,
            "silent": silence.counted(said.whose, said.period.since, said.period.until),
            "book_url": f"{reverse('statistics-book')}?{kept}",
            "paper_url": f"{reverse('statistics-paper')}?{kept}",
        },
    )


def _form(said: Asked) -> dict[str, Any]:
    days = {name: said.values[name] or getattr(said.period, name) for name in ("since", "until")}
    fields: list[tuple[Any, ...]] = [(name, LABELS[name], days[name], said.errors.get(name), None) for name in days]
    for name, choices in (("office", said.offices), ("unit", said.units)):
        if len(choices) > 1 or name in said.errors:
            fields.append((name, LABELS[name], said.values[name], said.errors.get(name), choices))
    wrong = [{"id": f"id_{name}", "label": LABELS[name], "text": text} for name, text in said.errors.items()]
    return {"here": "statistics", "title": TITLE, "fields": fields, "errors": wrong}


def _refused(request: StaffRequest) -> HttpResponse:
    context = {"here": "statistics", "title": TITLE, "refusal": NoRight(_NOT_YOURS)}
    return page(request, "workplace/statistics_refused.html", context, status=403)


@for_staff
@require_safe
def statistics_list(request: StaffRequest) -> HttpResponse:
    """Show the appeals behind a figure, newest first. In the address besides: `figure`, a part, `page`."""
    if not may_count(request.actor):
        return _refused(request)
    said, figure, parts = asked(request), _figure(request), parts_in(request)
    if said.errors:
        return page(request, "workplace/statistics.html", _form(said), status=422)
    place = max(1, min(number_in(request.GET.get("page", "")) or 1, _FARTHEST))
    ids, count = listed(said.whose, said.period, figure, parts, limit=lists.PAGE, skip=lists.PAGE * (place - 1))
    rows = _rows(ids)
    hidden = sealed_from(request.actor, rows)
    today = clock.today(lists.zone_of(request.actor))
    here = _kept(said, figure, parts)
    return page(
        request,
        "workplace/statistics_list.html",
        {
            "here": "statistics",
            "title": _title(figure, parts),
            "named": said.named,
            "period": statistics_papers.period_said(said),
            "means": FIGURE_MEANS[figure],
            "count": count,
            "heads": [{"title": head["title"]} for head in lists.HEADS],
            "rows": [
                counted_only(row) if row.pk in hidden else lists.table_row(row, today, request.actor) for row in rows
            ],
            "empty": _EMPTY,
            "back_url": f"{reverse('statistics')}?{urlencode(said.kept)}",
            "table_url": f"{reverse('statistics-list-table')}?{here}" if ids else "",
            "first_url": f"?{here}" if place > 1 else "",
            "next_url": f"?{here}&page={place + 1}" if count > lists.PAGE * place else "",
        },
    )


@for_staff
@require_safe
def statistics_list_table(request: StaffRequest) -> HttpResponse:
    """Give the list behind a figure as a workbook; each case taken along is entered into the access log."""
    if not may_count(request.actor):
        return _refused(request)
    said, figure, parts = asked(request), _figure(request), parts_in(request)
    if said.errors:
        raise Http404
    ids, _ = listed(said.whose, said.period, figure, parts, limit=tables.MOST)
    what = _kept(said, figure, parts)
    zone, rows = lists.zone_of(request.actor), _rows(ids)
    hidden = sealed_from(request.actor, rows)
    rows = [row for row in rows if row.pk not in hidden]
    looked([row.pk for row in rows], Way.TABLE, by=request.actor, address=address_of(request), what=what)
    return tables.workbook(rows, _title(figure, parts), clock.today(zone), page_language(), zone)


@for_staff
@require_safe
def statistics_book(request: StaffRequest) -> HttpResponse:
    """Give all tables as a workbook; that they were taken along is entered into the access log."""
    return _taken(request, charts=False)


@for_staff
@require_safe
def statistics_paper(request: StaffRequest) -> HttpResponse:
    """Give figures, charts and tables as a PDF; that it was taken along is entered into the access log."""
    return _taken(request, charts=True)


def _taken(request: StaffRequest, *, charts: bool) -> HttpResponse:
    actor = request.actor
    if not may_count(actor):
        return _refused(request)
    said = asked(request)
    if said.errors:
        return page(request, "workplace/statistics.html", _form(said), status=422)
    counts, lang, zone = counted(said.whose, said.period), page_language(), lists.zone_of(actor)
    whole, parts = whole_of(said, counts), tables_of(said, counts)
    looked([None], Way.TABLE, by=actor, address=address_of(request), what=urlencode(said.kept))
    drawn = charts_of(counts, parts) if charts else []
    report = Report(said, whole, parts, drawn, lang, zone, actor.name)
    return statistics_papers.paper(report) if charts else statistics_papers.workbook(report)


def _figure(request: StaffRequest) -> Figure:
    """The figure of an address. Raises Http404 for a name that no figure has."""
    try:
        return Figure(request.GET.get("figure", ""))
    except ValueError:
        raise Http404 from None


def _kept(said: Asked, figure: Figure, parts: dict[Part, str]) -> str:
    by = {str(part): value for part, value in parts.items()}
    return urlencode({"figure": str(figure), **said.kept, **by})


def _rows(ids: list[int]) -> list[Proceeding]:
    found = Proceeding.objects.select_related("executor").in_bulk(ids)
    return [found[each] for each in ids]


def _title(figure: Figure, parts: dict[Part, str]) -> Phrase:
    """The figure with what it is parted by: "Received. Topic: land"."""
    told = []
    for lang in LANGUAGES:
        more = [
            f"{PART_TITLES[part].into(lang)}: {value_title(part, value).into(lang)}" for part, value in parts.items()
        ]
        told.append(". ".join([FIGURE_TITLES[figure].into(lang), *more]))
    return Phrase(*told)
