"""Questions to the law: public, without an account."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from nadzor.api.documents import FAULTS, with_list
from nadzor.api.errors import ApiError, answer, language, unfit
from nadzor.api.reading import json_of
from nadzor.law import catalogue
from nadzor.law.ask import ask
from nadzor.law.calendar import FIRST_DAY, current
from nadzor.law.catalogue.coverage import row_of, standings
from nadzor.law.citations import LawRefusal, wording
from nadzor.law.explain import point_text
from nadzor.law.words import Phrase

router = Router(tags=["law"], auth=None)
MOST_QUESTIONS = 1000
_NOT_A_LIST = Phrase(
    "Сұрақтардың тізімін (JSON массивін) жіберіңіз, ең көбі 1000.",
    "Пришлите список вопросов (массив JSON), не больше 1000.",
    "Send a list of questions (a JSON array), at most 1000.",
)
_NO_SUCH_NORM = Phrase(
    "Каталогта мұндай норма жоқ: {id}.", "В каталоге нет такой нормы: {id}.", "The catalogue has no such norm: {id}."
)
_NO_CALENDAR = Phrase(
    "Бұл жылдың күнтізбесі жоқ: {first}–{last} жылдары бар.",
    "Календаря этого года нет: есть {first}–{last} годы.",
    "There is no calendar of this year: the years {first}–{last} are held.",
)
_NOT_ON_THE_DAY = Phrase(
    "Бұл күні норма қолданылмайды немесе оның сол кездегі мәтіні бізде жоқ.",
    "В этот день норма не действует, или её тогдашней редакции у нас нет.",
    "The norm is not in force on this day, or we do not hold its wording of that time.",
)


@router.post(
    "/law/ask", response={**FAULTS, 200: list[dict[str, Any]]}, openapi_extra=with_list(), summary="Ask the law"
)
def asked(request: HttpRequest) -> HttpResponse:
    """Answer a list of questions, in order (docs/ask.md). A bad question has its own `error` and stops no other."""
    questions = json_of(request)
    if not isinstance(questions, list) or len(questions) > MOST_QUESTIONS:
        raise unfit("form", _NOT_A_LIST)
    return answer([ask(question, language()) for question in questions])


@router.get("/law/norms/{id}", response=FAULTS, summary="A norm")
def norm(request: HttpRequest, id: str, on: dt.date | None = None) -> HttpResponse:  # noqa: A002, ARG001  # api.md
    """Return what a point asks, since when its wording holds and where it is carried out. `on`: the day asked about."""
    row_id = row_of(id)
    if row_id is None:
        raise ApiError(404, "unknown_norm", _with(_NO_SUCH_NORM, id=id[:40]))
    row = catalogue.rows()[row_id]
    try:
        held = wording(id, on)
    except LawRefusal as refusal:
        raise ApiError(422, refusal.code, _NOT_ON_THE_DAY, id, fields={"on": _NOT_ON_THE_DAY}) from None
    return answer(
        {
            "id": id,
            "row": row.id,
            "point": point_text(id, language()),
            "kind": row.kind,
            "area": row.area,
            "title": row.title,
            "rule": row.rule,
            "facts": _plain(dict(row.facts)),
            "since": None if held.since is None else held.since.isoformat(),
            "order": held.order,
            "standing": _standing(row.id),
        }
    )


@router.get("/law/calendar/{year}", response=FAULTS, summary="The working calendar of a year")
def calendar(request: HttpRequest, year: int) -> HttpResponse:  # noqa: ARG001
    """Return the days off of a year with their reasons, worked weekend days, and whether the year is provisional."""
    known, lang = current(), language()
    first, last = FIRST_DAY.year, known.last_day.year
    if not first <= year <= last:
        raise ApiError(404, "calendar_unknown", _with(_NO_CALENDAR, first=str(first), last=str(last)))
    return answer(
        {
            "year": year,
            "version": known.version.isoformat(),
            "provisional": year in known.provisional_years,
            "days_off": [
                {
                    "day": day.isoformat(),
                    "reason": off.reason,
                    "name": off.name.into(lang),
                    "instead_of": None if off.instead_of is None else off.instead_of.isoformat(),
                }
                for day, off in sorted(known.offs.items())
                if day.year == year
            ],
            "working_weekends": sorted(day.isoformat() for day in known.working_weekends if day.year == year),
        }
    )


_standings: dict[str, dict[str, object]] = {}


def _standing(row_id: str) -> dict[str, object]:
    """Where a row is carried out, read once from the package's own source."""
    if not _standings:
        _standings.update({each.row.id: each.as_json() for each in standings()})
    found = _standings[row_id]
    return {name: found[name] for name in ("status", "reason", "code", "tests")}


def _with(phrase: Phrase, **values: str) -> Phrase:
    return Phrase(*(text.format(**values) for text in phrase))


def _plain(value: Any) -> Any:  # whatever YAML holds
    if isinstance(value, dict):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
