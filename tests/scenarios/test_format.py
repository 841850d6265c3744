"""What is wrong with a scenario file is said by file, line and event; what comes otherwise than told is heard."""

from pathlib import Path

import pytest

from nadzor.appeals.lives import company, lives, player
from nadzor.casework.playing import NotAsTold
from nadzor.casework.scenarios import Expects, Place, Refused, Scenario, ScenarioFault, TermTold, read, read_company

HEAD = "about: A life.\nevents:\n"
EVENT = "- at: 2026-03-05 10:00\n  who: registrar\n  does: register\n  label: letter\n"
# name, the file, what is said of it
FAULTS: list[tuple[str, str, str]] = [
    ("no mapping", "- a\n", "life.yaml:1: a scenario is a mapping"),
    ("no YAML", "about: a: b\n", "life.yaml:1: mapping values are not allowed here"),
    ("nothing happens", "about: A life.\nevents: []\n", "life.yaml:2: events: Tuple should have at least 1 item"),
    ("an unknown word", f"{HEAD}{EVENT}  dose: x\n", "life.yaml:7: event 1, dose: Extra inputs are not permitted"),
    ("an instant that is none", HEAD + EVENT.replace("10:00", "noon"), "life.yaml:3: event 1, at: Input should be"),
    (
        "nothing is done",
        HEAD + EVENT.replace("  does: register\n", ""),
        "life.yaml:3: event 1, the scenario: give either",
    ),
    (
        "an unknown refusal",
        f"{HEAD}{EVENT}  refused: {{kind: rude}}\n",
        "life.yaml:7: event 1, refused.kind: Input should",
    ),
    (
        "a term half told",
        f"{HEAD}{EVENT}  expects: {{terms: {{letter: {{a: 29I.50 running}}}}}}\n",
        "life.yaml:7: event 1",
    ),
    (
        "back in time",
        HEAD + EVENT + EVENT.replace("10:00", "09:00").replace("letter", "b"),
        "life.yaml:7: event 2, the",
    ),
    (
        "on nothing",
        HEAD + EVENT + EVENT.replace("label: letter", "on: other"),
        "on other, which no event above has opened",
    ),
    ("a label twice", HEAD + EVENT + EVENT, "event 2 gives letter a second time"),
    ("of nothing", f"{HEAD}{EVENT}  expects: {{state: {{other: closed}}}}\n", "event 1 expects something of other"),
]


@pytest.mark.parametrize(("text", "said"), [pytest.param(*row[1:], id=row[0]) for row in FAULTS])
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "life.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioFault) as fault:
        read(path)
    assert said in str(fault.value)


def test_a_company_without_an_office(tmp_path: Path) -> None:
    path = tmp_path / "_company.yaml"
    path.write_text("head: {post: head}\n", encoding="utf-8")
    with pytest.raises(ScenarioFault, match="give an office with a post or a role, or a program"):
        read_company(path)
    assert company()["head"] == Place(office="750000-oblast", post="head")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"expects": Expects(state={"letter": "closed"})}, "told 'closed', came 'registered'"),
        ({"expects": Expects(terms={"letter": {}})}, "the terms of letter"),
        (
            {"expects": Expects(terms={"letter": {"consideration": TermTold("29I.50", "2026-04-28", "running")}})},  # type: ignore[arg-type]
            "29I.50 2026-04-28 running",
        ),
        ({"expects": Expects(notices=())}, "the notices: told [], came ['applicant registered']"),
        ({"expects": Expects(opens={"child": "cure_request"})}, "opened: []"),
        ({"expects": Expects(facts={"letter": {"missing": ["iin"]}})}, "facts of letter"),
        ({"expects": Expects(papers={"letter": ("answer kk",)})}, "the papers of letter: told ['answer kk'], came []"),
        ({"expects": Expects(again=True)}, "done before"),
        ({"refused": Refused(kind="no_right")}, "done, though it must be refused"),
        ({"who": "executor"}, "refused (no_right)"),
        ({"who": "nobody"}, "nobody is called nobody"),
        ({"who": "executor", "refused": Refused(kind="invalid")}, "told 'invalid', came 'no_right'"),
        ({"who": "executor", "refused": Refused(kind="no_right", says="Нет.")}, "the refusal: told 'Нет.'"),
        ({"who": "executor", "refused": Refused(kind="no_right", points=("29I.1",))}, "the points of the refusal"),
        ({"who": "executor", "refused": Refused(kind="no_right", field="text")}, "no word about text"),
    ],
)
def test_what_comes_otherwise_is_heard(laid: None, change: dict[str, object], said: str) -> None:
    life = lives()["application_on_the_portal"]
    first = life.events[0].model_copy(update=change)
    with pytest.raises(NotAsTold) as heard:
        player(Scenario.model_construct(**{**dict(life), "events": (first,)})).play()
    assert said in str(heard.value)
    assert "application_on_the_portal, event 1" in str(heard.value)
