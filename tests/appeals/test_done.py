"""Each step that a table has is told as done, in three languages, other than as a button."""

import pytest

from nadzor.appeals.done import done_told
from nadzor.appeals.papers_written import WRITTEN
from nadzor.casework.procedure import PROCEDURES

STEPS = [(procedure.name, step.name) for procedure in PROCEDURES.values() for step in procedure.steps]
# Titles that already tell what happened.
THE_SAME = {
    *(("appeal", "applicant_adds"), ("appeal", "applicant_withdraws"), ("answer_draft", "sign")),
    ("cure_request", "applicant_mends"),
} | {(paper.name, "sign") for paper in WRITTEN.values() if paper.paper.approved is None}


@pytest.mark.parametrize(("procedure", "step"), STEPS)
def test_a_step_is_told_as_done(procedure: str, step: str) -> None:
    table = PROCEDURES[procedure]
    told = done_told(table, step)
    assert not isinstance(told, str)
    assert all(told)
    same = [mine == title for mine, title in zip(told, table.step_of[step].title, strict=True)]
    assert any(same) is ((procedure, step) in THE_SAME)


def test_a_step_of_an_earlier_table_keeps_its_name() -> None:
    assert done_told(PROCEDURES["appeal"], "gone") == "gone"
