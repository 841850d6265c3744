"""Tables of steps: a fault stops the start; the pages drawn from them and the table of rights are those committed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from nadzor.appeals.materials import MATERIALS_REQUEST
from nadzor.appeals.procedure import APPEAL
from nadzor.casework.drawing import page
from nadzor.casework.powers import table
from nadzor.casework.procedure import PROCEDURES, Clock, Procedure, Right, State, Step, Tone, declare
from nadzor.cli import cli
from nadzor.law.words import Phrase

DOCS = Path(__file__).parents[2] / "docs"
TITLE = Phrase("а", "б", "c")
ANY = Right("any", TITLE, lambda *_: True)
NEW, DONE = State("new", TITLE, Tone.NEW, open=True), State("done", TITLE, Tone.DONE, open=False)
OPENS = Step("open", TITLE, frozenset(), "new", ANY, cites=("29I.23.1",), opens=lambda *_: None)  # type: ignore[arg-type, return-value]
ENDS = Step("end", TITLE, frozenset({"new"}), "done", ANY, cites=("29I.85",))
WHOLE: dict[str, Any] = {"name": "t", "title": TITLE, "states": (NEW, DONE), "steps": (OPENS, ENDS)}

FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"states": (NEW, DONE, DONE)}, "state done stands twice"),
    ({"steps": (OPENS, ENDS, ENDS)}, "step end stands twice"),
    ({"states": (NEW, DONE, State("lost", TITLE, Tone.WORK, open=True))}, "nothing leads to state lost"),
    ({"steps": (OPENS,)}, "nothing leads to state done"),
    ({"steps": (OPENS, replace(ENDS, from_=frozenset({"old"})))}, "step end names no state old"),
    ({"steps": (OPENS, replace(ENDS, to="gone"))}, "step end names no state gone"),
    ({"steps": (OPENS, replace(ENDS, cites=("29I.999",)))}, "step end cites 29I.999, which no order has"),
    ({"steps": (OPENS, replace(ENDS, by=replace(ANY, cites=("29I.0",))))}, "step end cites 29I.0, which no order has"),
    ({"steps": (OPENS, replace(ENDS, cites=()))}, "step end cites nothing"),
    ({"steps": (OPENS, replace(ENDS, title=Phrase("", "б", "c")))}, "step end lacks a title"),
    ({"states": (NEW, replace(DONE, title=Phrase("а", "б", "")))}, "state done lacks a title"),
    ({"steps": (ENDS,)}, "no step opens a proceeding"),
    ({"steps": (OPENS, ENDS, replace(ENDS, name="x", from_=frozenset()))}, "step x must either open a proceeding"),
    ({"clocks": (Clock("c", TITLE, ("29I.999",)),)}, "clock c counts by 29I.999, which no order has"),
    ({"clocks": (Clock("c", TITLE, ("29I.50",), hangs_on="d"),)}, "clock c hangs on no clock d"),
    ({"mapped": {"old": "gone"}}, "state gone is mapped to none of the table"),
]


@pytest.mark.parametrize(("changes", "fault"), [pytest.param(*row, id=row[1]) for row in FAULTS])
def test_a_fault_of_a_table_is_told(changes: dict[str, Any], fault: str) -> None:
    Procedure(**WHOLE)
    with pytest.raises(ValueError, match="t: ") as told:
        Procedure(**{**WHOLE, **changes})
    assert fault in str(told.value)


def test_a_name_belongs_to_one_table() -> None:
    assert declare(APPEAL) is APPEAL
    with pytest.raises(ValueError, match="appeal is declared twice"):
        declare(Procedure(**{**WHOLE, "name": "appeal"}))
    assert PROCEDURES["appeal"] is APPEAL


def test_the_drawing_shows_every_state_and_step() -> None:
    for procedure in (APPEAL, MATERIALS_REQUEST):
        lines = page(procedure).splitlines()
        for step in procedure.steps:
            assert sum(line.startswith(f"| `{step.name}` | {step.title.ru} | {step.title.kk} |") for line in lines) == 1
        assert all(f"    {state.name}: {state.title.ru}" in lines for state in procedure.states)
    assert "    registered --> under_review: Передать на рассмотрение" in page(APPEAL).splitlines()


@pytest.mark.parametrize("name", ["appeal", "materials_request"])
def test_the_pages_are_fresh(name: str) -> None:
    kept = (DOCS / "procedures" / f"{name}.md").read_text(encoding="utf-8")
    assert page(PROCEDURES[name]) == kept, "run `nadzor procedures draw`"


def test_nobody_may_more_than_is_written() -> None:
    assert table() == (DOCS / "rights.md").read_text(encoding="utf-8"), "a right has changed: run `nadzor rights`, read"


def test_an_extra_permission_changes_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    before = table()
    steps = tuple(replace(step, by=ANY) if step.name == "annul" else step for step in APPEAL.steps)
    monkeypatch.setitem(PROCEDURES, "appeal", replace(APPEAL, steps=steps))
    assert table() != before


def test_the_commands_write_and_check(tmp_path: Path) -> None:
    for command, file in ((["procedures", "draw"], "procedures/appeal.md"), (["rights"], "rights.md")):
        arguments = [*command, "--docs", str(tmp_path)]
        assert CliRunner().invoke(cli, [*arguments, "--check"]).exit_code == 1
        assert CliRunner().invoke(cli, arguments).exit_code == 0
        assert CliRunner().invoke(cli, [*arguments, "--check"]).exit_code == 0
        (tmp_path / file).write_text("", encoding="utf-8")
        stale = CliRunner().invoke(cli, [*arguments, "--check"])
        assert (stale.exit_code, file in stale.output) == (1, True)
