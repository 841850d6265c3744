"""Years of the calendar that an administrator has brought: `law/calendar/YYYY.toml` of the data folder.

Read at the start and again as soon as a file of the folder changes, so that every process reckons by the same calendar.
An issue that is replaced goes to `earlier/`: what was reckoned by it can be reckoned again. Needs no Django.
"""

import datetime as dt
import logging
import os
import re
import threading
from functools import cache
from pathlib import Path

from nadzor import clock
from nadzor.disk import fsync_folder
from nadzor.law import calendar as kz
from nadzor.law.calendar.facts import Facts, load_facts
from nadzor.law.calendar.issues import require_whole
from nadzor.law.calendar.years import Year, YearRefusal, parse_year
from nadzor.law.words import Phrase

_log = logging.getLogger(__name__)
_NAME = re.compile(r"(\d{4})\.toml")
_EARLIER_NAME = re.compile(r"(\d{4})-\d{4}-\d{2}-\d{2}\.toml")
_MISNAMED = Phrase(
    "бұл атпен күнтізбе файлы болмайды. Атын 2027.toml түрінде беріңіз немесе файлды алып тастаңыз.",
    "так файл календаря не называется. Назовите его как 2027.toml или уберите.",
    "a file of the calendar is not called so. Call it like 2027.toml, or remove it.",
)
_UNREADABLE = Phrase("файл оқылмайды: {why}.", "файл не читается: {why}.", "the file cannot be read: {why}.")

Stamp = tuple[tuple[str, int, int], ...]
_lock = threading.Lock()
_seen: tuple[Path, Stamp, int] | None = None


@cache
def folder_of(data: Path) -> Path:
    """Return the folder of the year files in a data folder."""
    return data / "law" / "calendar"


def read(path: Path, pattern: re.Pattern[str] = _NAME) -> Year:
    """Read one file; its name says its year. Raises YearRefusal."""
    named = pattern.fullmatch(path.name)
    if named is None:
        raise YearRefusal(path.name, _MISNAMED)
    return parse_year(text_of(path), path.name, int(named[1]))


def text_of(path: Path) -> str:
    """Return the text of a file. Raises YearRefusal where it cannot be read or is no UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise YearRefusal(path.name, _UNREADABLE, why=why) from None


def _paths(folder: Path) -> list[Path]:
    return [*sorted((folder / "earlier").glob("*.toml")), *sorted(folder.glob("*.toml"))]


def read_folder(folder: Path) -> tuple[Year, ...]:
    """Read every issue of every year that lies there; replaced ones first. Raises YearRefusal."""
    return tuple(read(path, _NAME if path.parent == folder else _EARLIER_NAME) for path in _paths(folder))


def paths(data: Path) -> list[Path]:
    """Return the files of a data folder, replaced issues first: what a backup takes along."""
    return _paths(folder_of(data))


def start(data: Path) -> None:
    """Install the years of a data folder. Raises YearRefusal where one cannot be taken."""
    global _seen  # noqa: PLW0603  # one program reckons by one calendar
    folder, ahead = folder_of(data), _ahead()
    with _lock:
        stamp = _stamp(folder)
        years = read_folder(folder) if stamp else ()
        facts = load_facts().with_years(years)
        require_whole(facts)
        kz.install((*years, *_unknown_years(facts, ahead)))
        _seen = (folder, stamp, ahead)


def _ahead() -> int:
    """The year up to which terms of today may reach."""
    return clock.today("Asia/Almaty").year + 1


def _unknown_years(facts: Facts, ahead: int) -> tuple[Year, ...]:
    """Years that nobody has brought yet, by the holidays of the law alone: days in them are provisional."""
    last = max(facts.years_on(dt.date.max))
    return tuple(Year(year, provisional=True, transfers=(), kurban_ait=()) for year in range(last + 1, ahead + 1))


def refresh(data: Path) -> None:
    """Install the years anew where a file has changed since they were read; asked at every request and step.

    A file that cannot be taken is told to the log and leaves the calendar as it was.
    """
    global _seen  # noqa: PLW0603
    folder = folder_of(data)
    now = folder, _stamp(folder), _ahead()
    if now == _seen:
        return
    try:
        start(data)
    except YearRefusal as refusal:
        _seen = now
        _log.error("calendar: %s", refusal.phrase.en)


def is_in_place(path: Path, data: Path) -> bool:
    """Whether this very file is what the data folder holds for its year."""
    target = folder_of(data) / path.name
    return target.is_file() and target.read_bytes() == path.read_bytes()


def put(path: Path, data: Path) -> Path:
    """Put a file in place, whole or not at all; return where. The one it replaces is kept as an earlier issue.

    One that mends a file of the same day takes its place altogether. Raises OSError, YearRefusal.
    """
    folder = folder_of(data)
    target = folder / path.name
    if is_in_place(path, data):
        return target
    (folder / "earlier").mkdir(parents=True, exist_ok=True)
    new, text = read(path), text_of(path)
    if target.exists():
        old = read(target)
        if old.known_since not in {None, new.known_since}:
            _write(folder / "earlier" / f"{old.year}-{old.known_since}.toml", text_of(target))
    _write(target, text)
    return target


def _write(target: Path, text: str) -> None:
    draft = target.with_name(f"{target.name}.part")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(target)
    fsync_folder(target.parent)


def _stamp(folder: Path) -> Stamp:
    """What changes when a file of the folder does. Empty where there is none."""
    try:
        with os.scandir(folder) as entries:
            return tuple(
                sorted(
                    (entry.name, (told := entry.stat()).st_mtime_ns, told.st_size)
                    for entry in entries
                    if entry.name.endswith(".toml")
                )
            )
    except OSError:
        return ()
