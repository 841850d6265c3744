"""What was done while an appeal is considered, for its page: passed to whom, who is interested, what was gathered."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from nadzor.appeals.bans.told import vouched_told
from nadzor.appeals.beside import Addition, Breach, Called, CrimeMaterials, Explanation, Passing
from nadzor.appeals.crime import RECEIVERS
from nadzor.appeals.interest import interests
from nadzor.appeals.requests import ADDRESSED, CALLED_FOR
from nadzor.appeals.routing.told import rows_of, texts_of_part
from nadzor.appeals.states import UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.law.words import LANGUAGES, Lang, Phrase, day_text

_PASSED = Phrase("{to}, {day}", "{to}, {day}", "{to}, {day}")
_STUDIED = Phrase("зерделенді: {what}", "изучено: {what}", "studied: {what}")
_INTEREST = Phrase("{name}, {day}: {words}", "{name}, {day}: {words}", "{name}, {day}: {words}")
_REPLACE = Phrase("орындаушыны ауыстыру керек", "исполнителя нужно сменить", "another executor must be named")
_EXPLAINED = Phrase("Түсініктеме: {who}, {day}", "Объяснение: {who}, {day}", "Explanation: {who}, {day}")
_OF_THE_CONTESTED = Phrase(
    "әрекетіне шағым жасалған прокурордан", "от прокурора, чьи действия обжалуются", "from the contested prosecutor"
)
_BREACH = Phrase("Анықталған бұзушылық, {day}", "Выявленное нарушение, {day}", "Breach found, {day}")
_MEASURES = Phrase("Қабылданған шаралар, {day}", "Принятые меры, {day}", "Measures taken, {day}")
_LATE = Phrase("кешіктірілген", "с опозданием", "late")
_ADDED = Phrase(
    "Өтініш берушінің материалдары, {day} {time}",
    "Материалы заявителя, {day} {time}",
    "Applicant’s materials, {day} {time}",
)
_TO_CALL_FOR = Phrase(
    "Өтініш беруші сұратуды өтінеді, {day} {time}",
    "Заявитель просит истребовать, {day} {time}",
    "The applicant asks to call for, {day} {time}",
)
_FILES_ONLY = Phrase("Файлдар: {count}", "Файлы: {count}", "Files: {count}")
_CRIME = Phrase("Берілді: {to}, {day}", "Передано: {to}, {day}", "Passed on: {to}, {day}")
_IN_REGISTER = Phrase("СДТБТ № {number}", "ЕРДР № {number}", "Unified Register No. {number}")
_IN_BOOK = Phrase(
    "Ақпаратты есепке алу кітабы, № {number}, {day}",
    "Книга учёта информации, № {number}, {day}",
    "Book of Information Records, No. {number}, {day}",
)


def _said(phrase: Phrase, **values: Phrase | str | int | dt.date) -> Phrase:
    """Fill the places of a phrase in each language: Phrases and days by their words."""
    return Phrase(
        *(
            phrase.into(lang).format(**{name: _worded(value, lang) for name, value in values.items()})
            for lang in LANGUAGES
        )
    )


def _worded(value: Phrase | str | int | dt.date, lang: Lang) -> str:
    if isinstance(value, Phrase):
        return value.into(lang)
    return day_text(value, lang) if isinstance(value, dt.date) else str(value)


def _beside(first: Phrase, *more: Phrase | None) -> Phrase:
    kept = [first, *(each for each in more if each is not None)]
    return Phrase(*("; ".join(each.into(lang) for each in kept) for lang in LANGUAGES))


def facts(case: Case) -> list[tuple[Phrase, Any]]:
    """Return rows for the data of a case: its passing on, interests; of a request, to whom it goes and for what."""
    if case.procedure.name == "materials_request":
        return _called(case)
    if case.procedure.name != "appeal":
        return rows_of(case)
    rows: list[tuple[Phrase, Any]] = rows_of(case) + vouched_told(case)
    passed = Passing.objects.filter(appeal=case.row.pk).select_related("unit", "leader").order_by("pk")
    for row in passed:
        to = row.unit.name if row.unit is not None else row.leader.full_name if row.leader is not None else ""
        studied = _said(_STUDIED, what=row.studied) if row.studied else None
        title = Phrase("Берілді", "Передано", "Passed on to")
        if row.leader is not None:
            title = Phrase("Басшылыққа баяндауға", "На доклад руководству", "To the leadership for report")
        rows.append((title, _beside(_said(_PASSED, to=to, day=row.passed_on), studied)))
    people = {each.person_id: each.person.full_name for each in interests(case)}
    for each in interests(case):
        said = _said(_INTEREST, name=people[each.person_id], day=each.since, words=each.words)
        held = _REPLACE if each.person_id == case.row.executor_id and case.row.state == UNDER_REVIEW else None
        rows.append((Phrase("Мүдделілік", "Заинтересованность", "Interest"), _beside(said, held)))
    return rows


def _called(case: Case) -> list[tuple[Phrase, Any]]:
    row = Called.objects.filter(request=case.row.pk).first()
    if row is None:  # asked before this was kept
        return []
    return [
        (Phrase("Кімге жолданған", "Адресовано", "Addressed to"), ADDRESSED.get(row.addressed)),
        (Phrase("Не сұратылады", "Истребуется", "Called for"), CALLED_FOR.get(row.calls_for)),
        (Phrase("Кімнің қорытындысы", "Чьи выводы", "Whose conclusions"), _OF_THE_CONTESTED if row.contested else None),
    ]


def texts(case: Case) -> list[dict[str, Any]]:
    """Return what was gathered, each with its title, in the order in which it came."""
    if case.procedure.name != "appeal":
        return texts_of_part(case)
    here = case.row.pk
    found: list[dict[str, Any]] = []
    for explained in Explanation.objects.filter(appeal=here).order_by("pk"):
        who = ", ".join(part for part in (explained.giver, explained.post) if part)
        title = _said(_EXPLAINED, who=who, day=explained.taken_on)
        mark = _OF_THE_CONTESTED if explained.contested else None
        found.append({"title": _beside(title, mark), "text": explained.words})
    for added in Addition.objects.filter(appeal=here).order_by("pk"):
        at = added.given_at.astimezone(ZoneInfo(case.body.zone))
        when: dict[str, Any] = {"day": at.date(), "time": f"{at:%H:%M}"}
        count = _said(_FILES_ONLY, count=added.files) if added.files else None
        if added.words or not added.to_call_for:
            found.append({"title": _beside(_said(_ADDED, **when), count), "text": added.words})
        if added.to_call_for:
            found.append({"title": _said(_TO_CALL_FOR, **when), "text": added.to_call_for})
    for breach in Breach.objects.filter(appeal=here).order_by("pk"):
        taken = _beside(_said(_MEASURES, day=breach.measured_on), _LATE if breach.late else None)
        found += [
            {"title": _said(_BREACH, day=breach.found_on), "text": breach.found},
            {"title": taken, "text": breach.measures},
        ]
    crimes = CrimeMaterials.objects.filter(appeal=here).order_by("pk")
    return found + [{"title": _crime(crime), "text": crime.what} for crime in crimes]


def _crime(row: CrimeMaterials) -> Phrase:
    if not row.to:
        return _said(_IN_BOOK, number=row.number, day=row.on)
    number = _said(_IN_REGISTER, number=row.number) if row.number else None
    return _beside(_said(_CRIME, to=RECEIVERS[row.to], day=row.on), number)
