"""`nadzor law preview`, `nadzor law apply`: what another calendar changes, and the change itself."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nadzor.cli.ready import filled, refuse, setup
from nadzor.cli.root import cli
from nadzor.law.words import LANGUAGES, Lang, Phrase, days_text
from nadzor.supervisor.words import language, say, warn

if TYPE_CHECKING:
    from nadzor.casework.applying import Outcome
    from nadzor.casework.recalendar import Line
    from nadzor.law.calendar.facts import Facts

_FILE = click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
_VERSIONS = Phrase(
    "Күнтізбе нұсқасы: қазір {old}, жаңасы {new}.",
    "Версия календаря: сейчас {old}, новая {new}.",
    "Version of the calendar: now {old}, the new one {new}.",
)
_DAYS = Phrase("себебі: {days}", "из-за дней: {days}", "because of: {days}")
_KNOWN = Phrase("енді нақты", "теперь окончательно", "final now")
_PROVISIONAL = Phrase("алдын ала", "предварительно", "provisional")
_STUCK = Phrase(
    "{number}  {clock}: есептеу мүмкін емес ({why}); мерзім өзгермейді",
    "{number}  {clock}: пересчитать нельзя ({why}); срок не изменится",
    "{number}  {clock}: cannot be reckoned ({why}); the term stays as it is",
)
_OFFICE = Phrase(
    "{office}: мерзім {terms}, іс {cases}",
    "{office}: сроков {terms}, дел {cases}",
    "{office}: {terms} terms, {cases} cases",
)
_TOTAL = Phrase(
    "Барлығы: мерзім {terms}, іс {cases}.",
    "Всего: сроков {terms}, дел {cases}.",
    "In all: {terms} terms, {cases} cases.",
)
_NOTHING = Phrase(
    "Жүріп жатқан бірде-бір мерзім өзгермейді.",
    "Ни один идущий срок не меняется.",
    "No running term changes.",
)
_PREVIEW_ONLY = Phrase(
    'Ештеңе өзгертілген жоқ. Қолдану: nadzor law apply {file}--order "…".',
    'Ничего не изменено. Применить: nadzor law apply {file}--order "…".',
    'Nothing was changed. To apply: nadzor law apply {file}--order "…".',
)
_ASK = Phrase(
    "Күнтізбені орнына қойып, {cases} істі қайта есептеу керек пе?",
    "Поставить календарь и пересчитать дел: {cases}?",
    "Put the calendar in place and reckon {cases} cases anew?",
)
_NO_ONE_TO_ASK = Phrase(
    "Растайтын адам жоқ: терминалда орындаңыз немесе --yes қосыңыз. Ештеңе өзгертілген жоқ.",
    "Некому подтвердить: запустите в терминале или добавьте --yes. Ничего не изменено.",
    "There is nobody to confirm: run it in a terminal, or add --yes. Nothing was changed.",
)
_LEFT = Phrase("Ештеңе өзгертілген жоқ.", "Ничего не изменено.", "Nothing was changed.")
_NO_ORDER = Phrase(
    "Негіздеме бос: «--order» ішінде қаулыны немесе бұйрықты атаңыз.",
    "Основание пустое: назовите в «--order» постановление или приказ.",
    "The ground is empty: name the decree or order in “--order”.",
)
_LONG_ORDER = Phrase(
    "Негіздеме тым ұзын: 500 таңбаға дейін қысқартыңыз.",
    "Основание слишком длинное: сократите до 500 знаков.",
    "The ground is too long: shorten it to 500 characters.",
)
_PLACED = Phrase("Күнтізбе орнына қойылды: {path}", "Календарь поставлен: {path}", "The calendar is in place: {path}")
_NOT_PLACED = Phrase(
    "{path} файлын жазу мүмкін болмады: {why}. Ештеңе өзгертілген жоқ.",
    "Не удалось записать {path}: {why}. Ничего не изменено.",
    "{path} could not be written: {why}. Nothing was changed.",
)
_DONE = Phrase(
    "Қайта есептелді: {moved}. Қажет болмады: {settled}. Қабылданбады: {refused}.",
    "Пересчитано дел: {moved}. Уже не понадобилось: {settled}. Отказов: {refused}.",
    "Cases reckoned anew: {moved}. No longer needed: {settled}. Refused: {refused}.",
)
_NOTICED = Phrase(
    "Жұмыс істеп тұрған серверлер жаңа күнтізбені келесі сұрауда өздері оқиды.",
    "Работающие серверы сами прочтут новый календарь при следующем запросе.",
    "Running servers read the new calendar by themselves at the next request.",
)
_LABEL = Phrase("Істер", "Дела", "Cases")


@cli.group("law")
def law_group() -> None:
    """Another calendar: what it changes, and the change itself."""


@law_group.command("preview")
@_FILE
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one for each term, the totals last.")
def preview_command(file: Path | None, *, as_json: bool) -> None:
    """List every running term that moves under the calendar of FILE (YYYY.toml). Changes nothing.

    Without FILE: under the calendar in use, for terms that were reckoned by an earlier one.
    """
    setup()
    facts = _facts_with(file)
    totals = _Totals()
    for line in _survey(facts):
        totals.add(line)
        if as_json:
            click.echo(json.dumps(_as_json(line), ensure_ascii=False))
        else:
            click.echo(_as_text(line, language()))
    if as_json:
        click.echo(json.dumps({"totals": totals.as_json(), **_versions(facts)}, ensure_ascii=False))
        return
    _tell(totals, facts)
    say(filled(_PREVIEW_ONLY, file=f"{file} " if file else ""))


@law_group.command("apply")
@_FILE
@click.option("--order", required=True, help="The decree or order by which this is done, for the journal.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def apply_command(file: Path | None, order: str, *, yes: bool) -> None:
    """Put FILE (YYYY.toml) in place and reckon every case anew whose terms move, one entry each.

    Without FILE: by the calendar in use. Run it again after a break: nothing is done twice. The exit status is 1 where
    a case was refused.
    """
    if not order.strip() or len(order) > 500:
        refuse(_LONG_ORDER if order.strip() else _NO_ORDER)
    setup()
    facts, totals = _facts_with(file), _Totals()
    for line in _survey(facts):
        totals.add(line)
    _tell(totals, facts)
    if not yes:
        if not _somebody_there():
            refuse(_NO_ONE_TO_ASK)
        if not click.confirm(filled(_ASK, cases=len(totals.cases)).into(language())):
            say(_LEFT)
            return
    if file is not None:
        _put(file)
    _apply(order, len(totals.cases))


def _somebody_there() -> bool:
    return sys.stdin.isatty()


def _survey(facts: "Facts") -> "Iterator[Line]":
    from nadzor.casework.recalendar import survey  # noqa: PLC0415

    return survey(facts)


def _facts_with(file: Path | None) -> "Facts":
    """The facts in use with those of a file that fits them; the same file that is in place already fits too."""
    from django.conf import settings  # noqa: PLC0415

    from nadzor import clock  # noqa: PLC0415
    from nadzor.casework import yearfiles  # noqa: PLC0415
    from nadzor.law import calendar as kz  # noqa: PLC0415
    from nadzor.law.calendar.issues import require_sound  # noqa: PLC0415
    from nadzor.law.calendar.years import YearRefusal  # noqa: PLC0415

    if file is None or yearfiles.is_in_place(file, settings.DATA):
        return kz.held()
    try:
        return require_sound(yearfiles.read(file), kz.held(), clock.today("Asia/Almaty"))
    except YearRefusal as refusal:
        refuse(refusal.phrase)


def _put(file: Path) -> None:
    from django.conf import settings  # noqa: PLC0415

    from nadzor.casework import yearfiles  # noqa: PLC0415

    try:
        placed = yearfiles.put(file, settings.DATA)
    except OSError as error:
        refuse(filled(_NOT_PLACED, path=yearfiles.folder_of(settings.DATA), why=error.strerror or error))
    yearfiles.start(settings.DATA)
    say(filled(_PLACED, path=placed))
    say(_NOTICED)


def _apply(order: str, count: int) -> None:
    from nadzor.casework import applying  # noqa: PLC0415

    with click.progressbar(length=count, label=_LABEL.into(language())) as bar:
        outcome: Outcome = applying.apply(order, report=bar.update)
    lang = language()
    for number, why in outcome.refused.items():
        click.echo(f"{number}: {why.message.into(lang)}", err=True)
    for line in outcome.stuck:
        click.echo(_as_text(line, lang), err=True)
    done = filled(_DONE, moved=outcome.moved, settled=outcome.settled, refused=len(outcome.refused))
    if outcome.refused:
        refuse(done)
    say(done)


class _Totals:
    """Terms and cases that move, by office."""

    def __init__(self) -> None:
        self.cases: set[int] = set()
        self.stuck = 0
        self._names: dict[str, Phrase] = {}
        self._terms: Counter[str] = Counter()
        self._cases: Counter[str] = Counter()

    def add(self, line: "Line") -> None:
        """Count a line of the survey."""
        from nadzor.casework.recalendar import Stuck  # noqa: PLC0415

        if isinstance(line.found, Stuck):
            self.stuck += 1
            return
        self._names[line.body.code] = line.body.name
        self._terms[line.body.code] += 1
        self._cases[line.body.code] += line.proceeding_id not in self.cases
        self.cases.add(line.proceeding_id)

    def as_json(self) -> dict[str, Any]:
        """The totals as data."""
        offices = {code: {"terms": self._terms[code], "cases": self._cases[code]} for code in sorted(self._terms)}
        return {"terms": self._terms.total(), "cases": len(self.cases), "stuck": self.stuck, "offices": offices}

    def told(self, lang: Lang) -> Iterator[str]:
        """A sentence for each office, then for all."""
        if not self.cases:
            yield _NOTHING.into(lang)
            return
        for code in sorted(self._terms):
            counts = {"terms": self._terms[code], "cases": self._cases[code]}
            yield _OFFICE.into(lang).format(office=self._names[code].into(lang), **counts)
        yield _TOTAL.into(lang).format(terms=self._terms.total(), cases=len(self.cases))


def _versions(facts: "Facts") -> dict[str, str]:
    from nadzor.law import calendar as kz  # noqa: PLC0415

    return {"version": str(kz.current().version), "new_version": str(_newest(facts))}


def _newest(facts: "Facts") -> object:
    import datetime as dt  # noqa: PLC0415

    return facts.version_on(dt.date.max)


def _tell(totals: _Totals, facts: "Facts") -> None:
    said = _versions(facts)
    say(filled(_VERSIONS, old=said["version"], new=said["new_version"]))
    for sentence in totals.told(language()):
        click.echo(sentence)
    if totals.stuck:
        warn(Phrase(*(f"{text}: {totals.stuck}" for text in _CANNOT)))


_CANNOT = Phrase("Есептелмейтін мерзімдер", "Сроки, которые нельзя пересчитать", "Terms that cannot be reckoned")


def _as_text(line: "Line", lang: Lang) -> str:
    from nadzor.casework.recalendar import Stuck  # noqa: PLC0415

    term = line.found.term
    title = line.clock.title.into(lang) if line.clock else term.clock
    if isinstance(line.found, Stuck):
        return _STUCK.into(lang).format(number=line.number, clock=title, why=line.found.why)
    old, new = _end(term.due_day, term.reckoning["due"]), _end(line.found.due_day, line.found.reckoning.due.isoformat())
    notes = [_DAYS.into(lang).format(days=days_text(line.days, lang))] if line.days else []
    if line.found.reckoning.provisional:
        notes.append(_PROVISIONAL.into(lang))
    elif term.provisional:
        notes.append(_KNOWN.into(lang))
    return f"{line.number}  {line.body.name.into(lang)}  {title}: {old} → {new}  ({'; '.join(notes)})"


def _end(day: object, due: str) -> str:
    return due if "T" in due else str(day)


def _as_json(line: "Line") -> dict[str, Any]:
    from nadzor.casework.recalendar import Stuck  # noqa: PLC0415

    term = line.found.term
    title = dict(zip(LANGUAGES, line.clock.title, strict=True)) if line.clock else None
    said: dict[str, Any] = {
        "number": line.number,
        "office": line.body.code,
        "clock": term.clock,
        "title": title,
        "norm": term.norm,
        "old": term.reckoning.get("due"),
        "old_provisional": term.provisional,
    }
    if isinstance(line.found, Stuck):
        return {**said, "cannot": line.found.why}
    reckoning = line.found.reckoning
    days = [day.isoformat() for day in line.days]
    return {**said, "new": reckoning.due.isoformat(), "new_provisional": reckoning.provisional, "because_of": days}
