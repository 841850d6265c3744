"""The catalogue: complete, addressed, in step with the tables, and honest about what is carried out."""

import json
from collections import Counter

import pytest
from click.testing import CliRunner

from nadzor.cli import cli
from nadzor.law import appk, catalogue
from nadzor.law.catalogue import coverage
from nadzor.law.o29.regimes import TERMS_OF_OTHER_LAWS
from nadzor.law.readings import DEFAULT
from nadzor.law.sources import SOURCES
from nadzor.law.tables import DECISIONS, DUTIES, LISTS, TERMS
from nadzor.law.terms import Unit

ROWS = catalogue.rows()
HARDLY_EVER = {"clock", "signatory", "routing", "ban", "right", "content"}


def test_all_rows_of_all_orders_are_there() -> None:
    assert Counter(row.order for row in ROWS.values()) == {
        "29O": 7,
        "29A3": 1,
        "29I": 206,
        "29R": 82,
        "102I": 319,
        "102R": 104,
        "60I": 258,
        "MEMO": 18,
        "SYS": 110,
    }
    assert len(ROWS) == 1105


def test_every_row_says_what_it_asks() -> None:
    for row in ROWS.values():
        assert row.order in SOURCES
        assert row.kind in catalogue.KINDS, row.id
        assert row.title, row.id
        assert len(row.rule) > 10, row.id


# The clock of a row says what the text says; the table says what is reckoned. They were written apart.
UNITS = {
    "working_days": Unit.WORKING_DAYS,
    "working_days_before": Unit.WORKING_DAYS,
    "days_before": Unit.WORKING_DAYS,  # R11
    "calendar_days": Unit.CALENDAR_DAYS,
    "calendar_days_before": Unit.CALENDAR_DAYS,
    "months": Unit.MONTHS,
    "years": Unit.YEARS,
    "hours": Unit.HOURS,
    "same_day": Unit.AT_ONCE,
    "immediate": Unit.AT_ONCE,
    "immediately": Unit.AT_ONCE,
    "at_moment": Unit.AT_ONCE,
    "before": Unit.AT_ONCE,
}


def test_every_clock_with_an_amount_is_a_term_and_agrees_with_it() -> None:
    stated = {
        row.id: (clock["amount"], UNITS[clock["unit"].partition(":")[0]], "_before" in clock["unit"])
        for row in ROWS.values()
        if "amount" in (clock := row.facts.get("clock", {}))
    }
    assert len(stated) == 104
    elsewhere = {*appk.ARTICLES, *TERMS_OF_OTHER_LAWS}  # not stated by the orders
    kept = {norm: (t.amount, t.unit, t.back) for norm, t in TERMS.items() if norm not in elsewhere}
    assert kept == stated


def test_every_recurring_clock_is_a_duty_and_agrees_with_it() -> None:
    stated = {
        row.id: (clock["every"], clock.get("times", clock.get("min_times", 1)))
        for row in ROWS.values()
        if "every" in (clock := row.facts.get("clock", {}))
    }
    assert {norm: (str(d.every), d.times) for norm, d in DUTIES.items()} == stated


def test_every_table_cites_rows_that_exist() -> None:
    cited = {row.norm for rows in LISTS.values() for row in rows.rows} | {level.norm for level in DECISIONS.levels}
    for term in TERMS.values():
        cited |= {term.norm, *term.cites, *term.suspended_by}
        cited |= {term.extension.norm} if term.extension else set()
    assert cited <= catalogue.addresses() | appk.ARTICLES
    assert coverage.faults() == []


def test_what_is_not_for_software_has_a_reason_and_is_rare() -> None:
    reasons = catalogue.not_for_software()
    assert set(reasons) <= set(ROWS)
    assert all(len(reason) > 20 for reason in reasons.values())
    assert len(reasons) < 25
    of_that_kind = {row for row in reasons if ROWS[row].kind in HARDLY_EVER}
    assert of_that_kind == {"SYS.70"}  # guarantees of prosecutors: a right without an act, a person asked or a paper


def test_a_row_counts_as_carried_out_only_with_code_and_tests() -> None:
    for standing in coverage.standings():
        assert (standing.status == "carried_out") == bool(
            standing.code and standing.tests and standing.row.id not in catalogue.not_for_software()
        )
        assert (standing.reason is not None) or standing.status != "not_for_software"


def test_every_row_with_a_table_is_carried_out() -> None:
    carried_out = {s.row.id for s in coverage.standings() if s.status == "carried_out"}
    tables = {*TERMS, *DUTIES, *(row.norm for rows in LISTS.values() for row in rows.rows)}
    tables |= {level.norm for level in DECISIONS.levels}
    assert tables - carried_out - appk.ARTICLES == set()


def test_a_citation_that_does_not_exist_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "citations_in_code", lambda: iter([("29I.500", "nadzor/law/x.py:1")]))
    assert "nadzor/law/x.py:1: there is no norm 29I.500" in coverage.faults()


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("points 29I.27-31, 29I.21-1, 29R.19.8 and 60I.O2", None),
        ("see 29I.89", "29I.89"),
        ("see 29I.21-2 or 29I.50", None),
        ("(102I.16.99)", "102I.16.99"),
        ("60I.115-1", "60I.115-1"),
    ],
)
def test_words_that_cite_a_norm(monkeypatch: pytest.MonkeyPatch, words: str, missing: str | None) -> None:
    monkeypatch.setattr(coverage, "texts", lambda: [("docs/x.md", words)])
    assert [fault for fault in coverage.faults() if fault.startswith("docs/x.md")] == (
        [f"docs/x.md: there is no norm {missing}"] if missing else []
    )


def test_a_test_that_names_no_norm_or_no_code_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    named = {"29I.500": ["tests/x.py::test_y"], "60I.101": ["tests/x.py::test_z"]}
    monkeypatch.setattr(coverage, "tests_by_row", lambda: named)
    faults = coverage.faults()
    assert "tests/x.py::test_y: there is no norm 29I.500" in faults
    assert "tests/x.py::test_z: no code cites 60I.101" in faults


@pytest.mark.parametrize(
    ("address", "row"),
    [
        ("29I.50", "29I.50"),
        ("29R.19.8", "29R.19"),
        ("29R.19.10", "29R.19"),
        ("29R.25.5", "29R.25"),
        ("29R.19.11", None),
        ("29I.7000", None),
        ("", None),
    ],
)
def test_the_row_of_an_address(address: str, row: str | None) -> None:
    assert coverage.row_of(address) == row


def run(*arguments: str) -> str:
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 0, done.output
    return done.output


def test_norms_show() -> None:
    shown = run("norms", "show", "29I.50")
    assert "29I.50  Fifteen working days for a procedure on an application" in shown
    assert "15 рабочих дней, регистрация" in shown
    assert "reading R1" in shown
    assert "wording: 2023-01-31 to today: held (order 29/2023)" in shown
    assert "code: nadzor/law/o29/terms.py" in shown


def test_norms_show_on_a_day() -> None:
    assert "wording_not_held (order 29/2023)" in run("norms", "show", "29I.31.1", "--on", "2023-06-01")
    assert "held (order 4/2024)" in run("norms", "show", "29I.31.1", "--on", "2024-01-21")
    assert "wording: 2023-01-31 to 2023-01-31: not_in_force" in run("norms", "show", "102I.67", "--on", "2023-01-31")


def test_norms_show_as_json() -> None:
    told = json.loads(run("norms", "show", "29R.19.8", "--json"))
    assert (told["id"], told["order"], told["kind"]) == ("29R.19", "29R", "ban")
    assert told["wordings"] == [{"first": "2023-01-31", "last": None, "state": "held", "order": "29/2023"}]


def test_norms_show_of_what_does_not_exist() -> None:
    done = CliRunner().invoke(cli, ["norms", "show", "29I.7000"])
    assert (done.exit_code, "There is no norm 29I.7000" in done.output) == (2, True)


def test_norms_coverage_as_json() -> None:
    rows = json.loads(run("norms", "coverage", "--json"))["rows"]
    assert len(rows) == 1105
    assert {tuple(row) for row in rows} == {("id", "order", "kind", "status", "reason", "code", "tests")}
    assert {row["status"] for row in rows} == {"carried_out", "not_for_software", "open"}
    fifty = next(row for row in rows if row["id"] == "29I.50")
    assert fifty["status"] == "carried_out"
    assert any(place.startswith("nadzor/law/o29/terms.py:") for place in fifty["code"])
    assert "tests/law/test_due_29.py::test_last_day" in fifty["tests"]


def test_norms_coverage_as_a_table() -> None:
    lines = run("norms", "coverage").splitlines()
    total = lines[-1].split()
    assert total[:2] == ["all", "all"]
    assert sum(map(int, total[2:])) == 1105


def test_norms_list_and_check() -> None:
    assert len(run("norms", "list", "MEMO").splitlines()) == 18
    assert "1105 norms, every citation exists" in run("norms", "check")


def test_norms_orders() -> None:
    shown = run("norms", "orders")
    assert "in force 2023-01-31 to this day (days unconfirmed, R37)" in shown
    assert "in force 2021-07-26 to 2023-01-30, repealed by order 32/2023 (days unconfirmed, R38)" in shown
    assert "in force 2002-12-16 to 2010-10-01, repealed by order 61/2010 (days unconfirmed, R39)" in shown
    assert "2024-01-21: order 4/2024, added: 21-1" in shown
    assert shown.count("rank: no_law") == 2


def test_the_code_stands_above_the_orders_and_these_above_what_is_no_law() -> None:
    code, order, memo = (SOURCES[key].rank for key in ("APPK", "29I", "MEMO"))
    assert code.stands_above(order)
    assert order.stands_above(memo)
    assert not order.stands_above(code)
    assert not order.stands_above(SOURCES["102I"].rank)


def test_readings_command() -> None:
    assert "setting: from_decision since 2026-01-01 (day unconfirmed)" in run("readings", "R4")
    assert len([line for line in run("readings").splitlines() if line.startswith("R")]) == len(DEFAULT)
    done = CliRunner().invoke(cli, ["readings", "R999"])
    assert (done.exit_code, "There is no reading R999" in done.output) == (2, True)


def test_calendar_command() -> None:
    shown = run("calendar", "2024", "--lang", "en")
    assert "2024-05-04 Sat  +  worked instead of 2024-05-08" in shown
    assert "2024-05-08 Wed  -  transferred day off (2024-05-04)" in shown
    assert "working days: 249; calendar version: 2026-06-11" in shown
    assert "2024-06-17 Mon  -  Первый день Курбан-айта" in run("calendar", "2024", "--known-on", "2024-05-20")
    assert "2020-05-11 Mon  +  рабочий день вместо 2020-05-08" in run("calendar", "2020")
    assert "предварительно" in run("calendar", "2027")


def test_norms_show_of_a_point_lists_its_rows() -> None:
    assert run("norms", "show", "29I.32").startswith("29I.32  Forwarding upward")
    assert [line.split()[0] for line in run("norms", "show", "29I.52").splitlines()] == [
        f"29I.52.{number}" for number in range(1, 8)
    ]


def test_norms_show_of_a_duty_tells_its_day() -> None:
    assert "duty: at least 1 every half year, by day 15 of the month after it" in run("norms", "show", "102I.46.8")
    assert "duty: at least 1 every quarter, by day 30 of its last month" in run("norms", "show", "102R.7.4")
