"""`nadzor law preview` and `nadzor law apply`: what they say in three languages, and that a preview changes nothing."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from nadzor import clock
from nadzor.casework import yearfiles
from nadzor.casework.models import Entry, Term
from nadzor.cli import cli
from tests.casework.test_recalendar import JUNE, at, letter, running, year
from tests.house import House

pytestmark = pytest.mark.django_db
TEXT = year(2026, ("2026-06-26", "2026-07-18"))
ORDER = ("--order", "Постановление № 1")


@pytest.fixture(autouse=True)
def data(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder of its own; Django is ready already."""
    settings.DATA = tmp_path
    monkeypatch.setattr("nadzor.cli.calendars.setup", lambda: None)
    yield tmp_path
    yearfiles.start(tmp_path / "nothing")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "given").mkdir()
    path = tmp_path / "given" / "2026.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: object, lang: str = "ru", answer: str | None = None) -> Result:
    with clock.standing_at(at(JUNE)):
        return CliRunner().invoke(cli, ["law", *map(str, arguments)], env={"NADZOR_LANG": lang}, input=answer)


SAID = {
    "kk": ("себебі: 2026 жылғы маусым: 26", "Барлығы: мерзім 1, іс 1.", "Ештеңе өзгертілген жоқ"),
    "ru": ("из-за дней: 26 июня 2026 г.", "Всего: сроков 1, дел 1.", "Ничего не изменено"),
    "en": ("because of: 26 June 2026", "In all: 1 terms, 1 cases.", "Nothing was changed"),
}


@pytest.mark.parametrize("lang", SAID)
def test_a_preview_lists_and_changes_nothing(house: House, file: Path, lang: str) -> None:
    number = letter(house)
    done = run("preview", file, lang=lang)
    assert done.exit_code == 0, done.output
    assert f"{number}  " in done.output
    assert "2026-07-07 → 2026-07-08" in done.output
    for text in SAID[lang]:
        assert text in done.output
    assert running(number) == {"consideration": "2026-07-07"}
    assert not yearfiles.folder_of(file.parents[1]).exists()


def test_a_preview_as_json(house: House, file: Path) -> None:
    number = letter(house)
    lines = [json.loads(line) for line in run("preview", file, "--json").stdout.splitlines()]
    assert lines[0] == {
        "number": number,
        "office": "750000-oblast",
        "clock": "consideration",
        "title": {"kk": "Өтініш берушіге жауап", "ru": "Ответ заявителю", "en": "Answer to the applicant"},
        "norm": "29I.54",
        "old": "2026-07-07",
        "old_provisional": False,
        "new": "2026-07-08",
        "new_provisional": False,
        "because_of": ["2026-06-26"],
    }
    offices = {"750000-oblast": {"terms": 1, "cases": 1}}
    assert lines[1:] == [
        {
            "totals": {"terms": 1, "cases": 1, "stuck": 0, "offices": offices},
            "version": "2026-06-11",
            "new_version": "2026-06-15",
        }
    ]


APPLIED = {
    "kk": ("Қайта есептелді: 1. Қажет болмады: 0. Қабылданбады: 0.", "Жүріп жатқан бірде-бір мерзім өзгермейді."),
    "ru": ("Пересчитано дел: 1. Уже не понадобилось: 0. Отказов: 0.", "Ни один идущий срок не меняется."),
    "en": ("Cases reckoned anew: 1. No longer needed: 0. Refused: 0.", "No running term changes."),
}


@pytest.mark.parametrize("lang", APPLIED)
def test_what_the_preview_said_is_what_apply_does(house: House, file: Path, lang: str) -> None:
    number = letter(house, co_executors=[house.people["almaty.executor2"].pk])
    said = [json.loads(line) for line in run("preview", file, "--json").stdout.splitlines()][:-1]
    done = run("apply", file, *ORDER, "--yes", lang=lang)
    assert done.exit_code == 0, done.output
    assert APPLIED[lang][0] in done.output
    assert running(number) == {each["clock"]: each["new"] for each in said}
    assert Entry.objects.filter(step="recalendar").count() == 1
    again = run("apply", file, *ORDER, "--yes", lang=lang)
    assert (again.exit_code, APPLIED[lang][1] in again.output) == (0, True)
    assert Entry.objects.filter(step="recalendar").count() == 1
    assert APPLIED[lang][1] in run("preview", lang=lang).output


ALONE = {
    "kk": "Растайтын адам жоқ",
    "ru": "Некому подтвердить",
    "en": "There is nobody to confirm",
}


@pytest.mark.parametrize("lang", ALONE)
def test_without_a_terminal_and_without_yes_nothing_is_done(house: House, file: Path, lang: str) -> None:
    number = letter(house)
    done = run("apply", file, *ORDER, lang=lang)
    assert (done.exit_code, ALONE[lang] in done.output) == (1, True)
    assert running(number) == {"consideration": "2026-07-07"}
    assert not yearfiles.folder_of(file.parents[1]).exists()


@pytest.mark.parametrize(("answer", "moved"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_it_asks(house: House, file: Path, monkeypatch: pytest.MonkeyPatch, answer: str, *, moved: bool) -> None:
    number = letter(house)
    monkeypatch.setattr("nadzor.cli.calendars._somebody_there", lambda: True)
    done = run("apply", file, *ORDER, answer=answer)
    assert done.exit_code == 0, done.output
    assert running(number) == {"consideration": "2026-07-08" if moved else "2026-07-07"}
    assert ("Ничего не изменено." in done.output) is not moved


@pytest.mark.parametrize("order", [" ", "о" * 501])
def test_the_ground_is_needed(house: House, file: Path, order: str) -> None:
    letter(house)
    assert run("apply", file, "--order", order, "--yes").exit_code == 1
    assert run("apply", file, "--yes").exit_code == 2
    assert not Entry.objects.filter(step="recalendar").exists()


@pytest.mark.parametrize(
    ("lang", "said"),
    [("kk", "онсыз да демалыс"), ("ru", "и без переноса выходной"), ("en", "off without the transfer")],
)
def test_a_file_that_does_not_fit_is_refused_by_both(house: House, file: Path, lang: str, said: str) -> None:
    file.write_text(year(2026, ("2026-06-27", "2026-07-18")), encoding="utf-8")
    for arguments in (("preview", file), ("apply", file, *ORDER, "--yes")):
        done = run(*arguments, lang=lang)
        assert (done.exit_code, said in done.output) == (1, True)
    assert not yearfiles.folder_of(file.parents[1]).exists()


def test_without_a_file_the_calendar_in_use_is_meant(house: House, file: Path, data: Path) -> None:
    number = letter(house)
    yearfiles.put(file, data)  # laid there by hand
    yearfiles.refresh(data)
    assert "2026-07-07 → 2026-07-08" in run("preview").output
    assert run("apply", *ORDER, "--yes").exit_code == 0
    assert running(number) == {"consideration": "2026-07-08"}
    assert Term.objects.get(proceeding__number=number, state="running").reckoning["calendar_version"] == "2026-06-15"


def test_questions_to_the_law_go_by_the_same_calendar(file: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    yearfiles.put(file, data)
    monkeypatch.setenv("NADZOR_DATA", str(data))
    question = '{"ask": "due", "norm": "29I.54", "from": "2026-06-15"}\n'
    answer = json.loads(CliRunner().invoke(cli, ["ask"], input=question).stdout)
    assert answer["due"] == "2026-07-08"
    assert "2026-06-26" in CliRunner().invoke(cli, ["calendar", "2026"]).output
    (yearfiles.folder_of(data) / "2026.toml").write_text("year", encoding="utf-8")
    refused = CliRunner().invoke(cli, ["ask"], input=question)
    assert (refused.exit_code, "2026.toml: не читается как TOML" in refused.output) == (2, True)
