"""Which decisions end a case of a kind, and what a decision (answer) must carry: read off points 46, 47, 69, 85, 86."""

from dataclasses import replace
from typing import Any

import pytest

from nadzor.law.facts import Kind, Outcome
from nadzor.law.o29.decisions import (
    Character,
    Checked,
    Contents,
    Finding,
    character_of,
    decisions_of,
    lacking,
    point_of_decisions,
)

WHOLE = Contents(
    kind="message",
    outcome=Outcome.ANSWER,
    language="ru",
    asked_in="ru",
    text="Проверено.",
    norms="Закон «О прокуратуре», статья 24",
    contest="Можно обжаловать вышестоящему прокурору в течение трёх месяцев.",
    arguments=(Checked("Света нет", "confirmed", "Осмотр 10 марта"),),
)

CONTEST_KK = "Шешімге үш ай ішінде жоғары тұрған прокурорға шағымдануға болады, шағым осы прокуратураға беріледі."
CONTEST_EN = "You may complain to the higher prosecutor within three months of learning of this decision."
TEXT_KK = "Жолданымыңыз тексерілді, уәждеріңіз расталды. Жарық жөнделді, кінәлілерге ескерту жасалды."
TEXT_RU = "Обращение проверено, доводы подтвердились. Свет починен, виновные предупреждены."

# kind, decision, whether it may end so
ENDS: list[tuple[str | None, str, bool]] = [
    ("message", "answer", True),  # 69.1
    ("request", "answer", True),  # 69.1: information included
    ("feedback", "take_note", True),  # 69.2
    ("proposal", "terminate", True),  # 69.3
    (None, "answer", True),  # R61: not decided yet, so by the simplified procedure
    ("message", "adopt_act", False),  # 46.1 is of administrative cases
    ("request", "perform_action", False),
    ("message", "refuse", True),  # 88.3 names messages "on which a refusal was decided"
    ("application", "adopt_act", True),  # 46.1
    ("application", "terminate", True),  # 46.2
    ("complaint", "perform_action", True),  # 46.3
    ("complaint", "cancel_act", True),
    ("application", "answer", False),  # 69 is of the simplified procedure
    ("complaint", "take_note", False),
    ("interpellation", "answer", True),  # governed elsewhere
    ("petition", "refuse", True),
]


@pytest.mark.norm("29I.46.1", "29I.69")
@pytest.mark.parametrize(("kind", "outcome", "may"), ENDS)
def test_which_decisions_end_a_case(kind: str | None, outcome: str, may: bool) -> None:
    assert (Outcome(outcome) in decisions_of(kind)) is may
    assert [
        lack.field for lack in lacking(replace(WHOLE, kind=kind, outcome=Outcome(outcome), character="favourable"))
    ] == ([] if may else ["outcome"])


def test_every_kind_ends_somehow_and_every_decision_ends_something() -> None:
    assert all(decisions_of(kind) for kind in Kind)
    assert {each for kind in Kind for each in decisions_of(kind)} == set(Outcome)
    assert {point_of_decisions(kind) for kind in Kind} == {"29I.46.1", "29I.69", "29I.88.8"}


CHARACTERS: list[tuple[str, str, str]] = [
    ("refuse", "", "burdensome"),  # 47.3: the act refuses
    ("refuse", "favourable", "burdensome"),  # whatever is said of it
    ("adopt_act", "favourable", "favourable"),  # 47.2
    ("adopt_act", "burdensome", "burdensome"),
    ("adopt_act", "", ""),
    ("cancel_and_adopt", "favourable", "favourable"),
    ("answer", "favourable", ""),  # no act
]


@pytest.mark.norm("29I.47.2", "29I.47.3")
@pytest.mark.parametrize(("outcome", "said", "character"), CHARACTERS)
def test_the_character_of_an_act(outcome: str, said: str, character: str) -> None:
    assert character_of(Outcome(outcome), said) == character


# what is changed in a whole answer, the field that lacks, its point
LACKS: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({}, []),
    ({"language": "kk", "contest": CONTEST_KK}, []),  # the state language
    ({"language": "kk"}, [("contest", "29I.85")]),  # the right is explained in another language
    ({"language": "en"}, [("language", "29I.85")]),
    ({"language": "en", "asked_in": "en", "contest": CONTEST_EN}, []),
    ({"language": "en", "asked_in": "en"}, [("contest", "29I.85")]),
    ({"text": TEXT_KK}, [("text", "29I.85")]),  # said to be Russian, written in Kazakh
    ({"text": TEXT_KK, "language": "kk", "contest": CONTEST_KK}, []),
    ({"text": TEXT_RU}, []),
    ({"text": TEXT_RU, "language": "kk", "contest": CONTEST_KK}, [("text", "29I.85")]),
    ({"text": f"{TEXT_KK}\n\n{TEXT_RU}"}, []),  # a mixed text is left to the signatory
    ({"contest": "Можно обжаловать."}, [("contest", "29I.85")]),  # R34: to whom, within what time
    ({"contest": "Можно обжаловать прокурору."}, [("contest", "29I.85")]),
    ({"contest": "Можно обжаловать в течение 3 месяцев."}, [("contest", "29I.85")]),
    ({"contest": "Можно обжаловать в суд в течение 3 месяцев."}, []),
    ({"text": "Уважаемый ⟦имя заявителя⟧, проверено."}, [("text", "29I.85")]),  # a slot nobody has filled
    ({"norms": "⟦акт⟧"}, [("norms", "29I.85")]),
    ({"demands": ("Света нет",)}, []),
    ({"demands": ("Света нет!", "Наказать виновных")}, [("arguments", "29I.60.1")]),
    ({"demands": ("Починить", "Наказать"), "arguments": (*WHOLE.arguments, Checked("О вине", "refuted", "Акт"))}, []),
    ({"demands": ("Починить", "Наказать"), "outcome": Outcome.TAKE_NOTE}, []),
    ({"demands": ("Починить", "Наказать"), "kind": "proposal"}, []),
    ({"text": " \n"}, [("text", "29I.85")]),
    ({"norms": ""}, [("norms", "29I.85")]),
    ({"contest": ""}, [("contest", "29I.85")]),
    ({"arguments": ()}, [("arguments", "29I.85")]),
    ({"arguments": (), "kind": "proposal"}, []),  # nothing is argued in a proposal
    ({"arguments": (), "outcome": Outcome.TAKE_NOTE}, []),
    ({"arguments": (Checked("Света нет", "", "Осмотр"),)}, [("arguments", "29I.60.1")]),
    ({"arguments": (Checked("Света нет", "refuted", " "),)}, [("arguments", "29I.60.1")]),
    ({"arguments": (*WHOLE.arguments, Checked("И воды нет", "", ""))}, [("arguments", "29I.60.1")]),
    ({"act_brought": "Протест на решение акимата"}, [("act_results", "29I.86")]),
    ({"act_results": "Сообщим письмом"}, [("act_brought", "29I.86")]),
    ({"act_brought": "Протест", "act_results": "Сообщим письмом"}, []),
    ({"kind": "application", "outcome": Outcome.ADOPT_ACT}, [("character", "29I.47.1")]),
    ({"kind": "application", "outcome": Outcome.ADOPT_ACT, "character": "favourable"}, []),
    ({"kind": "application", "outcome": Outcome.REFUSE}, []),  # burdensome by itself
    ({"text": "", "norms": "", "contest": ""}, [(each, "29I.85") for each in ("text", "norms", "contest")]),
]


@pytest.mark.norm("29I.85", "29I.86", "29I.60.1", "29I.47.1")
@pytest.mark.parametrize(("changes", "lacks"), LACKS)
def test_what_an_answer_lacks(changes: dict[str, Any], lacks: list[tuple[str, str]]) -> None:
    found = lacking(replace(WHOLE, **changes))
    assert [(lack.field, lack.point) for lack in found] == lacks
    assert all(all(lack.text) for lack in found)


def test_titles_stand_for_every_finding_and_character() -> None:
    from nadzor.law.o29.decisions import CHARACTER_TITLES, FINDING_TITLES

    assert (set(FINDING_TITLES), set(CHARACTER_TITLES)) == ({*Finding}, {*Character})
