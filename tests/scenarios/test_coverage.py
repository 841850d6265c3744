"""Every kind, channel, outcome, state, step and refusal of the appeal tables is played in some scenario."""

import ast
import inspect
import re
from collections.abc import Iterator
from types import ModuleType

import pytest

from nadzor.appeals import (
    additions,
    agreement,
    assets,
    assigning,
    checking,
    comments,
    contested,
    crime,
    cure,
    dispatching,
    drafting,
    drafting_forms,
    drafts,
    earlier,
    emailing,
    forms,
    forwarding,
    harm,
    higher,
    intake,
    interest,
    materials,
    own_letters,
    passing,
    procedure,
    protocol,
    requests,
    rights,
    sealed,
    signing,
    slip_forms,
    slips,
    sorting,
    written,
    written_steps,
)
from nadzor.appeals.access import table as file_access
from nadzor.appeals.bans import asked, offices, private
from nadzor.appeals.checks import instructions, transfer_asked, transfer_rules, transfers, visit_papers, visits
from nadzor.appeals.control import controlling, extending, going_along, inspecting, interpellations, undoing
from nadzor.appeals.control import said as control_said
from nadzor.appeals.ends import (
    anonymous,
    conditions,
    correspondence,
    duplicates,
    petitions,
    termination,
    withdrawal,
)
from nadzor.appeals.hearing import effects as hearing_effects
from nadzor.appeals.hearing import rules, table
from nadzor.appeals.lives import lives
from nadzor.appeals.papers_written import WRITTEN
from nadzor.appeals.regimes import choosing
from nadzor.appeals.routing import parts, places
from nadzor.casework import circles, delivery_steps, destruction, kernel_steps, keys, loading, people, perform, refusals
from nadzor.casework.forms import _TOLD
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.scenarios import Event, Scenario
from nadzor.complaints import applicants, calling, contesting, deciding, decision, keeping, measures, sending, silence
from nadzor.law import appk, catalogue
from nadzor.law.facts import Kind, Outcome
from nadzor.law.o29 import complaints as law_complaints
from nadzor.law.o29 import decisions, regimes
from nadzor.law.o29.bans import BANS, Ground
from nadzor.law.o29.destinations import Why
from nadzor.law.o29.registration import Channel
from nadzor.law.words import Phrase

TABLES = (
    *("appeal", "answer_draft", "dispatch", "materials_request", "cure_request", "slip"),
    *("destruction", "withdrawal"),
    "hearing",
    "instruction",
    "visit",
    "complaint",
    *("extension", "inspection", "control"),
    "transfer_request",
    "forwarded_part",
    "file_access",
)


def _life(table: str) -> str:
    return "answer_draft" if table in WRITTEN else table


EVENTS: list[tuple[str, Event]] = [(life.table, event) for life in lives().values() for event in life.events]
# Written papers live by the table of the answer: what one of them plays is played for the table.
DEEDS = [(_life(event.deed(table)[0]), event.deed(table)[1], event) for table, event in EVENTS]
REFUSED = [(table, step, event.refused) for table, step, event in DEEDS if event.refused]
DONE = [(table, step, event) for table, step, event in DEEDS if not event.refused]

# Steps that no hand makes and the program makes by itself, inside another step or when a calendar comes.
BY_THEMSELVES = {(table, "recalendar") for table in TABLES} | {
    ("appeal", "arrive"),  # inside "forward"
    ("appeal", "arrive_part"),  # inside "forward_part"
    ("forwarded_part", "send"),
    ("materials_request", "send"),  # inside "ask_for_materials"
    ("cure_request", "send"),  # inside "ask_to_cure"
    ("cure_request", "fall_short"),  # inside the next "ask_to_cure"
    ("answer_draft", "begin"),  # inside "draft_answer"
    ("answer_draft", "sign"),  # inside "answer"
    *(
        (each, step)
        for each, step in (
            *(("hearing", "invite"), ("instruction", "send"), ("visit", "begin"), ("transfer_request", "ask")),
        )
    ),
    *(("slip", step) for step in ("begin", "sign", "sign_and_send", "send")),  # inside the steps of the appeal
    *((table, step) for table in ("extension", "inspection", "control") for step in ("open", "end", "undo")),
    ("extension", "refuse"),  # like these three, inside the steps of the appeal
    ("inspection", "prolong"),
    ("destruction", "propose"),  # by night
    ("destruction", "carry_out"),  # when the act is approved
    ("destruction", "reapply"),  # after an older backup was restored
    ("file_access", "ask"),  # inside "ask_access"
    ("withdrawal", "enter"),  # inside the steps of the appeal
    *(("complaint", step.name) for step in PROCEDURES["complaint"].steps if step.house or step.opens),  # by the appeal
    *(("appeal", step) for step in ("deem_refused", "complaint_outcome", "complaint_sent_back")),  # by jobs
    ("dispatch", "send"),  # inside "answer" on the portal, inside "dispatch" on paper
}
NOT_OFFERED = {(table, "correct") for table in TABLES if table != "appeal"}  # nothing in them is corrected
REFUSED_BEFORE = {
    ("appeal", "arrive"),
    ("hearing", "invite"),
    ("visit", "begin"),
    ("transfer_request", "ask"),
    *((table, "send") for table in TABLES),
    ("answer_draft", "begin"),
}
# What a scenario cannot say: the sentence, and why.
SAID_ELSEWHERE = {
    "_AWAY": "no absence of the made-up people has an end; tests/appeals/test_appeal_line.py writes one",
    "_NOT_DUE": "the program proposes nothing else; tests/casework/test_destruction.py asks for it",
    "_NOBODY_THERE": "no office of the demo lacks a head; tests/workplace/test_sealed.py ends a post",
    "_NO_PERSON": "who holds no post is refused before: a guard for programs",
    "_NOT_SET": "no paper fails to be set; tests/appeals/test_protocols.py breaks the typesetting",
    "_NOT_WHOLE": "a scenario breaks no file; tests/appeals/test_slips.py does",
    "_NOT_YOURS": "who signs answers in an oblast signs this too; tests/complaints/test_who_leaves.py asks others",
    "_NO_TERM": "a term runs while an appeal is considered: a guard for programs",
    "_NO_FIFTH": "no scenario plays before 2026; tests/complaints/test_beside.py asks on the last day of 2025",
    "TOO_LARGE_ENCODED": "a megabyte does not belong into a file; tests/casework/test_perform.py makes one",
}
TOLD_TOGETHER = (  # all gaps of a draft at once
    *(
        "nadzor.law.o29.decisions.",
        "nadzor.appeals.drafting._GAPS",
        "nadzor.appeals.drafts.",
        "nadzor.appeals.written.",
    ),
    *("nadzor.law.o29.decisions.", "nadzor.appeals.drafting._GAPS", "nadzor.appeals.written."),
    "nadzor.complaints.decision.",
)  # all gaps of a draft at once


@pytest.mark.parametrize("name", sorted(lives()))
def test_every_point_of_a_life_is_one_of_an_order(name: str) -> None:
    life, known = lives()[name], catalogue.addresses() | appk.ARTICLES
    assert life.points
    refused = [point for event in life.events if event.refused for point in event.refused.points]
    terms = [term.norm for event in life.events for told in event.expects.terms.values() for term in told.values()]
    assert not {*life.points, *refused, *terms} - set(known)


@pytest.mark.parametrize(
    ("asked", "field"), [pytest.param(Kind, "kind", id="kinds"), pytest.param(Channel, "channel", id="channels")]
)
def test_every_value_of_an_intake_is_registered(asked: type[Kind] | type[Channel], field: str) -> None:
    registered = {event.data.get(field) for _, step, event in DONE if step == "register"}
    assert not {str(each) for each in asked} - registered


def test_who_brings_appeals() -> None:
    """The registrar, the reception prosecutor, the Call-centre, the portal, a program, the house's import."""
    bring = {event.who for _, step, event in DONE if step in {"register", "enter_earlier"}}
    assert {"registrar", "reception", "operator", "portal", "eotinish", "house"} <= bring


def test_every_decision_is_answered() -> None:
    answered = {event.answer.outcome for _, _, event in DONE if event.answer}
    assert {str(each) for each in Outcome} - answered == {str(Outcome.TERMINATE)}
    assert any(step == "terminate" for _, step, _ in DONE)  # by a paper of its own


def table_of(life: Scenario) -> dict[str, str]:
    found = {event.label: event.deed(life.table)[0] for event in life.events if event.label}
    return found | {label: table for event in life.events for label, table in event.expects.opens.items()}


def told(life: Scenario) -> list[tuple[str, str]]:
    return [pair for event in life.events for pair in event.expects.state.items()]


@pytest.mark.parametrize("table", TABLES)
def test_every_state_is_reached(table: str) -> None:
    reached = {state for life in lives().values() for label, state in told(life) if table_of(life)[label] == table}
    assert not set(PROCEDURES[table].state_of) - reached


def steps(*, but: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(table, step.name) for table in TABLES for step in PROCEDURES[table].steps} - but


def test_every_step_is_made() -> None:
    assert not steps(but=BY_THEMSELVES | NOT_OFFERED) - {(table, step) for table, step, _ in DONE}


def test_every_step_is_refused_from_another_state() -> None:
    refused = {(table, step) for table, step, why in REFUSED if why.kind == "wrong_state"}
    opening = {(table, step.name) for table in TABLES for step in PROCEDURES[table].steps if step.opens}
    assert not steps(but=BY_THEMSELVES | NOT_OFFERED | opening) - refused


def test_every_step_is_refused_to_somebody_without_the_right() -> None:
    refused = {(table, step) for table, step, why in REFUSED if why.kind == "no_right"}
    assert not steps(but=BY_THEMSELVES | NOT_OFFERED | REFUSED_BEFORE) - refused


def templates(module: ModuleType) -> Iterator[tuple[str, str]]:
    """The Russian sentences of a module by which something is refused: its phrases that end as a sentence does."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            value = getattr(module, name, None)
            if isinstance(value, Phrase) and value.ru.endswith("."):
                yield name, re.sub(r"\\{\w+\\}", ".+", re.escape(value.ru))
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Phrase" and len(node.args) == 3:
            russian = node.args[1]
            if isinstance(russian, ast.JoinedStr):
                parts = [str(part.value) if isinstance(part, ast.Constant) else None for part in russian.values]
                yield f"line {node.lineno}", "".join(".+" if part is None else re.escape(part) for part in parts)


def sentences() -> list[tuple[str, str]]:
    modules = (
        *(additions, assets, checking, contested, crime, cure, dispatching, drafting, drafting_forms, earlier),
        *(anonymous, conditions, correspondence, duplicates, petitions, termination, withdrawal, drafts, file_access),
        *(controlling, extending, going_along, inspecting, interpellations, control_said, undoing, choosing, regimes),
        *(agreement, comments, emailing, forms, slip_forms, slips, assigning),
        *(
            forwarding,
            harm,
            higher,
            intake,
            interest,
            materials,
            own_letters,
            passing,
            procedure,
            protocol,
            requests,
            rights,
            sealed,
            signing,
            sorting,
            written,
            written_steps,
        ),
        *(rules, table, hearing_effects, instructions, transfer_asked, transfer_rules, transfers, visit_papers, visits),
        *(applicants, calling, contesting, deciding, decision, keeping, measures, sending, silence),
        *(asked, offices, parts, places, private),
        law_complaints,
        circles,
        decisions,
        delivery_steps,
        destruction,
        kernel_steps,
        keys,
        loading,
        people,
        perform,
        refusals,
    )
    found = [(f"{module.__name__}.{name}", text) for module in modules for name, text in templates(module)]
    said = ("nobody_named", "no_members", "encoded_or_named", "one_addressee", "unit_twice", "nothing_added")
    found += [(code, re.escape(_TOLD[code].ru)) for code in said]
    found += [(name, re.escape(text.ru)) for table in TABLES for name, text in PROCEDURES[table].taken.items()]
    return [(name, text) for name, text in found if name.rpartition(".")[2] not in {*SAID_ELSEWHERE, "INVALID"}]


@pytest.mark.parametrize(("name", "template"), sentences())
def test_every_sentence_of_a_refusal_is_heard(name: str, template: str) -> None:
    said = [why.says for _, _, why in REFUSED if why.says]
    found = re.search if name.startswith(TOLD_TOGETHER) else re.fullmatch
    assert any(found(template, each) for each in said), f"no scenario hears {name}: {template}"


@pytest.mark.parametrize(
    "kind", ["wrong_state", "no_right", "forbidden_by_law", "invalid", "taken", "changed_meanwhile"]
)
def test_every_kind_of_refusal_is_heard_with_its_sentence(kind: str) -> None:
    assert any(why.kind == kind for _, _, why in REFUSED)


@pytest.mark.parametrize("ground", [ground for ground, ban in BANS.items() if ban.forbids])
def test_every_ban_is_heard(ground: str) -> None:
    template = re.escape(BANS[Ground(ground)].why.ru).replace(re.escape("{name}"), ".+")
    assert any(re.fullmatch(template, why.says) for _, _, why in REFUSED if why.says)


def test_every_wrong_place_is_heard() -> None:
    heard = {why.says for _, _, why in REFUSED if why.says}
    assert {places._WRONG_UNIT[why].ru for why in (Why.OTHER_UNIT, Why.APPEALS_UNIT)} <= heard
