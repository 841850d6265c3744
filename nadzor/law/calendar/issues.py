"""Whether an issue of a year fits: it leaves no gap, its exchanged days are what the decree takes them for.

Pure: the day of asking is given. Each refusal is a sentence with what to do.
"""

import datetime as dt
from dataclasses import replace

from nadzor.law.calendar import Calendar, CalendarUnknown
from nadzor.law.calendar.facts import Facts
from nadzor.law.calendar.years import Year, YearRefusal
from nadzor.law.words import Phrase

_GAP = Phrase(
    "{before} жылының күнтізбесі жоқ: жылдар қатарынан келуі керек. Алдымен сол жылды енгізіңіз.",
    "нет календаря {before} года: годы идут подряд. Сначала внесите его.",
    "there is no calendar of {before}: years follow one another. Bring that year first.",
)
_NO_SINCE = Phrase(
    "«known_since» жоқ: осы нұсқа қай күннен бері белгілі екенін жазыңыз.",
    "нет записи «known_since»: укажите, с какого дня известен этот вариант.",
    "there is no “known_since”: say since which day this issue is known.",
)
_FUTURE = Phrase(
    "«known_since» ({since}) әлі келген жоқ. Бүгінгі немесе өткен күнді жазыңыз.",
    "«known_since» ({since}) ещё не наступило. Укажите сегодняшний или прошедший день.",
    "“known_since” ({since}) has not come yet. Give today or a past day.",
)
_EARLIER = Phrase(
    "«known_since» ({since}) қолданыстағы күнтізбе нұсқасынан ({version}) бұрын. Сол күнді немесе кейінгісін жазыңыз.",
    "«known_since» ({since}) раньше версии действующего календаря ({version}). Укажите её день или более поздний.",
    "“known_since” ({since}) is before the version of the calendar in use ({version}). Give that day or a later one.",
)
_ROW_LATER = Phrase(
    "{day} күнінің «known_since» жазбасы файлдың өзінікінен кейін. Түзетіңіз.",
    "у дня {day} «known_since» позже, чем у самого файла. Исправьте.",
    "the day {day} has a “known_since” later than that of the file. Mend it.",
)
_NO_AIT = Phrase(
    "жыл нақты («confirmed») деп тұр, ал Құрбан айттың күні жоқ. [[kurban_ait]] қосыңыз немесе «provisional» жазыңыз.",
    "год назван окончательным («confirmed»), а дня Курбан-айта нет. Добавьте [[kurban_ait]] или укажите «provisional».",
    "the year is called “confirmed”, but no day of Kurban-ait is named. Add [[kurban_ait]] or say “provisional”.",
)
_OFF_ALREADY = Phrase(
    "{day} онсыз да демалыс күні: ауыстырудың «off» күні жұмыс күні болуы керек.",
    "{day} и без переноса выходной: «off» переноса должен быть рабочим днём.",
    "{day} is off without the transfer: “off” must be a working day.",
)
_WORKS_ALREADY = Phrase(
    "{day} онсыз да жұмыс күні: ауыстырудың «works» күні демалыс күні болуы керек.",
    "{day} и без переноса рабочий: «works» переноса должен быть выходным днём.",
    "{day} is worked without the transfer: “works” must be a day off.",
)
_OUTSIDE = Phrase(
    "{day} белгілі күнтізбеден тыс.", "{day} вне известного календаря.", "{day} lies outside the known calendar."
)


def require_whole(facts: Facts) -> None:
    """Raise YearRefusal where a year is missing between the first and the last."""
    years = facts.years_on(dt.date.max)
    for year in range(min(years), max(years)):
        if year not in years:
            raise YearRefusal(f"{year + 1}.toml", _GAP, before=year)


def require_sound(year: Year, facts: Facts, today: dt.date) -> Facts:
    """Return the facts with an issue of a year that fits them. Raises YearRefusal with what does not fit."""
    name, since = f"{year.year}.toml", year.known_since
    if since is None:
        raise YearRefusal(name, _NO_SINCE)
    if since > today:
        raise YearRefusal(name, _FUTURE, since=since)
    version = facts.version_on(dt.date.max)
    if since < version:
        raise YearRefusal(name, _EARLIER, since=since, version=version)
    rows = [(each.off, each.known_since) for each in year.transfers]
    rows += [(each.day, each.known_since) for each in year.kurban_ait]
    for day, known in rows:
        if known is not None and known > since:
            raise YearRefusal(name, _ROW_LATER, day=day)
    if not year.provisional and not any(each.held_on(dt.date.max) for each in year.kurban_ait):
        raise YearRefusal(name, _NO_AIT)
    found = facts.with_years([year])
    require_whole(found)
    _require_exchanges(year, facts, name)
    return found


def _require_exchanges(year: Year, facts: Facts, name: str) -> None:
    without = Calendar(facts.with_years([replace(year, transfers=())]), dt.date.max)
    for each in year.transfers:
        for day, worked, why in ((each.off, True, _OFF_ALREADY), (each.works, False, _WORKS_ALREADY)):
            try:
                if without.is_workday(day) is not worked:
                    raise YearRefusal(name, why, day=day)
            except CalendarUnknown:
                raise YearRefusal(name, _OUTSIDE, day=day) from None
