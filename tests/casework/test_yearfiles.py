"""Files of years: what is refused and how it is said; how one is put in place and noticed."""

import datetime as dt
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from nadzor.casework import yearfiles
from nadzor.law import calendar as kz
from nadzor.law.calendar.facts import load_facts
from nadzor.law.calendar.issues import require_sound, require_whole
from nadzor.law.calendar.years import YearRefusal, parse_year

DAY = dt.date.fromisoformat
TODAY = DAY("2026-12-20")
GOOD = """year = 2027
status = "confirmed"
known_since = 2026-12-18
note = "made up"

[[kurban_ait]]
day = 2027-05-16
confidence = "high"
source = "made up"

[[transfer]]
off = 2027-01-08
works = 2027-01-16
act = "made up"
confidence = "high"
source = "made up"
"""
PLAIN = GOOD.partition("[[transfer]]")[0]
UNREADABLE = [  # what is changed, into what, what the Russian sentence holds
    ("year = 2027", "year 2027", "не читается как TOML"),
    ("year = 2027", 'year = "2027"', "должна быть годом не раньше 2002"),
    ("year = 2027", "year = 1999", "должна быть годом не раньше 2002"),
    ("year = 2027", "year = 2028", "имя файла говорит о 2027 годе, а внутри 2028"),
    ("year = 2027\n", "", "нет записи «year»"),
    ('status = "confirmed"', 'status = "final"', "должно быть одно из: confirmed, provisional"),
    ('status = "confirmed"\n', "", "нет записи «status»"),
    ("known_since = 2026-12-18", 'known_since = "2026-12-18"', "запишите день без кавычек"),
    ('note = "made up"', 'nota = "made up"', "не бывает записи «nota»"),
    ('note = "made up"', "note = 1", "нужен непустой текст"),
    ("works = 2027-01-16", "works = 2027-01-16T10:00:00", "запишите день без кавычек"),
    ("works = 2027-01-16\n", "", "нет записи «works»"),
    ('act = "made up"', 'act = " "', "нужен непустой текст"),
    ('act = "made up"', 'act = "made up"\nwhy = "x"', "не бывает записи «why»"),
    ("works = 2027-01-16", "works = 2027-01-08", "день 2027-01-08 назван дважды"),
    ("day = 2027-05-16", "day = 2026-05-16", "день 2026-05-16 не относится к 2027 году"),
    ("day = 2027-05-16", "day = 2027-05-16\nknown_since = 2026-12-02\nwithdrawn_on = 2026-12-01", "должно быть позже"),
    ('confidence = "high"', 'confidence = "sure"', "должно быть одно из: high, medium, low"),
    ("[[transfer]]", "[transfer]", "записывается под заголовком [[transfer]]"),
]
UNFIT = [
    ("known_since = 2026-12-18\n", "", "нет записи «known_since»"),
    ("known_since = 2026-12-18", "known_since = 2026-12-21", "ещё не наступило"),
    ("known_since = 2026-12-18", "known_since = 2026-06-10", "раньше версии действующего календаря (2026-06-11)"),
    ('act = "made up"', 'act = "made up"\nknown_since = 2026-12-19', "позже, чем у самого файла"),
    ('[[kurban_ait]]\nday = 2027-05-16\nconfidence = "high"\nsource = "made up"\n', "", "дня Курбан-айта нет"),
    ("off = 2027-01-08", "off = 2027-01-09", "2027-01-09 и без переноса выходной"),
    ("off = 2027-01-08", "off = 2027-01-07", "2027-01-07 и без переноса выходной"),
    ("works = 2027-01-16", "works = 2027-01-15", "2027-01-15 и без переноса рабочий"),
    ("works = 2027-01-16", "works = 2028-01-15", "2028-01-15 вне известного календаря"),
]


@pytest.fixture(autouse=True)
def _the_package_again(tmp_path: Path) -> Iterator[None]:
    yield
    yearfiles.start(tmp_path / "nothing")


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


@pytest.mark.parametrize(("old", "new", "said"), UNREADABLE, ids=[f"{row[2]}: {row[1]}" for row in UNREADABLE])
def test_a_file_that_is_not_strictly_right_is_refused_in_a_sentence(old: str, new: str, said: str) -> None:
    parse_year(GOOD, "2027.toml", 2027)
    with pytest.raises(YearRefusal) as refused:
        parse_year(changed(old, new), "2027.toml", 2027)
    assert said in refused.value.phrase.ru
    assert all(text.startswith("2027.toml: ") and "{" not in text for text in refused.value.phrase)
    assert len(set(refused.value.phrase)) == 3


@pytest.mark.parametrize(("old", "new", "said"), UNFIT, ids=[row[2] for row in UNFIT])
def test_an_issue_that_does_not_fit_is_refused_in_a_sentence(old: str, new: str, said: str) -> None:
    require_sound(parse_year(GOOD, "2027.toml", 2027), load_facts(), TODAY)
    with pytest.raises(YearRefusal) as refused:
        require_sound(parse_year(changed(old, new), "2027.toml", 2027), load_facts(), TODAY)
    assert said in refused.value.phrase.ru
    assert len(set(refused.value.phrase)) == 3


def test_a_year_behind_the_last_one_extends_the_calendar(tmp_path: Path) -> None:
    assert kz.current().last_day == DAY("2027-12-31")
    folder = yearfiles.folder_of(tmp_path)
    folder.mkdir(parents=True)
    text = PLAIN.replace("2027-05-16", "2028-05-05").replace("year = 2027", "year = 2028")
    (folder / "2028.toml").write_text(text, encoding="utf-8")
    yearfiles.start(tmp_path)
    days = kz.current()
    assert (days.last_day, days.version) == (DAY("2028-12-31"), DAY("2026-12-18"))
    # Saturday 1 and Sunday 2 January 2028 are New Year: Monday 3 and Tuesday 4 are off, Wednesday 5 is worked
    assert days.add(DAY("2027-12-31"), 1) == DAY("2028-01-05")
    assert days.provisional_years == {2027}
    assert kz.calendar_known_on(DAY("2026-12-17")).last_day == DAY("2027-12-31")


def test_a_missing_year_stops_the_start(tmp_path: Path) -> None:
    folder = yearfiles.folder_of(tmp_path)
    folder.mkdir(parents=True)
    text = PLAIN.replace("2027-05-16", "2029-04-24").replace("year = 2027", "year = 2029")
    (folder / "2029.toml").write_text(text, encoding="utf-8")
    with pytest.raises(YearRefusal, match=r"2029\.toml: there is no calendar of 2028"):
        yearfiles.start(tmp_path)
    assert kz.current().last_day == DAY("2027-12-31")
    with pytest.raises(YearRefusal):
        require_whole(load_facts().with_years([parse_year(text, "2029.toml", 2029)]))


def test_a_foreign_name_stops_the_start(tmp_path: Path) -> None:
    folder = yearfiles.folder_of(tmp_path)
    folder.mkdir(parents=True)
    (folder / "notes.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(YearRefusal, match=r"notes\.toml"):
        yearfiles.start(tmp_path)


def test_a_running_program_notices_a_file_and_survives_a_broken_one(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert kz.current().is_workday(DAY("2027-01-08"))
    given = tmp_path / "2027.toml"
    given.write_text(GOOD, encoding="utf-8")
    placed = yearfiles.put(given, tmp_path)
    assert placed == tmp_path / "law/calendar/2027.toml"
    yearfiles.refresh(tmp_path)
    assert not kz.current().is_workday(DAY("2027-01-08"))
    placed.write_text("year = ", encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        yearfiles.refresh(tmp_path)
        yearfiles.refresh(tmp_path)
    assert len(caplog.records) == 1, "told once, not at every request"
    assert not kz.current().is_workday(DAY("2027-01-08")), "the calendar stays as it was"


def test_the_same_file_is_put_once_and_one_of_the_same_day_is_mended(tmp_path: Path) -> None:
    given = tmp_path / "2027.toml"
    given.write_text(GOOD, encoding="utf-8")
    assert not yearfiles.is_in_place(given, tmp_path)
    yearfiles.put(given, tmp_path)
    yearfiles.put(given, tmp_path)
    assert yearfiles.is_in_place(given, tmp_path)
    given.write_text(changed("2027-01-08", "2027-01-11"), encoding="utf-8")
    placed = yearfiles.put(given, tmp_path)
    assert "2027-01-11" in placed.read_text(encoding="utf-8")
    assert [each.name for each in placed.parent.rglob("*.toml")] == ["2027.toml"]
    given.write_text(changed("2026-12-18", "2026-12-19"), encoding="utf-8")
    yearfiles.put(given, tmp_path)
    names = sorted(each.name for each in placed.parent.rglob("*") if each.is_file())
    assert names == ["2027-2026-12-18.toml", "2027.toml"]
