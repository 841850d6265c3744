"""The materials of a deputy's interpellation handed to the Prosecutor General.

Source: 29I.12.2: check materials with the draft of the answer, or of the speech in Parliament, at the latest three
working days before the month of 29I.12.1 ends. Who signs: 29I.88.1.
"""

import datetime as dt
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.rights import EXECUTOR_OR_LEADER
from nadzor.appeals.states import UNDER_REVIEW
from nadzor.appeals.telling import NotifyStaff, heads_of
from nadzor.casework.case import Case
from nadzor.casework.effects import Start, Stop
from nadzor.casework.forms import Asked, Form, Text, typed_lines
from nadzor.casework.procedure import YES, Clock, Guard, Step, Verdict, no
from nadzor.law.facts import Kind
from nadzor.law.posts import Body, Post
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.titles import general_title
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue

TO_GENERAL = Clock(
    "to_general",
    Phrase("Бас Прокурорға материалдар", "Материалы Генеральному Прокурору", "Materials to the Prosecutor General"),
    ("29I.12.2",),
    hangs_on="consideration",
)


def _interpellation(case: Case, _data: Any) -> bool:
    return case.row.kind == Kind.INTERPELLATION


START_TO_GENERAL = Start(TO_GENERAL, when=_interpellation)
"""Beside the start of the consideration: of an interpellation alone."""


class Submit(Form):
    """What is handed to the Prosecutor General."""

    checked: Annotated[
        Text,
        Asked(
            Phrase("Тексеру материалдары", "Материалы проверки", "Check materials"),
            Phrase("Әр жолға бір құжаттан.", "По документу в строке.", "A document a line."),
            widget="text",
        ),
        Field(min_length=1, max_length=10_000),
    ]
    draft: Annotated[
        Text,
        Asked(
            Phrase(
                "Жауаптың немесе Парламентте сөйлейтін сөздің жобасы",
                "Проект ответа или выступления в Парламенте",
                "Draft of the answer or of the speech in Parliament",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=50_000),
    ]


def _asked(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if not _interpellation(case, form):
        return no(_NOT_ONE, "29I.12.2")
    return YES if case.running(TO_GENERAL.name) is not None else no(_HANDED, "29I.12.2")


_NOT_ONE = Phrase(
    "Бұл депутаттық сауал емес: Бас Прокурорға материалдар сауал бойынша беріледі.",
    "Это не депутатский запрос: материалы Генеральному Прокурору вносят по запросу.",
    "This is no deputy’s interpellation: materials go to the Prosecutor General on an interpellation.",
)
_HANDED = Phrase(
    "Материалдар Бас Прокурорға берілген.",
    "Материалы Генеральному Прокурору уже внесены.",
    "The materials are handed to the Prosecutor General already.",
)


def _memo(case: Case, data: Submit, _lang: Language) -> dict[str, Any]:
    term = case.running(CONSIDERATION.name)
    due: dt.date | None = None if term is None else term.due_day
    listed = typed_lines(data.checked)
    return {"substance": case.facts.text, "checked": listed, "draft": data.draft, "due": due}


def _to_general(_case: Case, _data: Any, lang: Language) -> tuple[str, str]:
    return general_title(Body.GPO, Post.PROSECUTOR_GENERAL).into(lang), ""


INTERPELLATION_STEPS: tuple[Step, ...] = (
    Step(
        "submit_to_general",
        Phrase(
            "Материалдарды Бас Прокурорға беру",
            "Внести материалы Генеральному Прокурору",
            "Hand the materials to the Prosecutor General",
        ),
        frozenset({UNDER_REVIEW}),
        None,
        EXECUTOR_OR_LEADER,
        needs=Submit,
        guards=(Guard("interpellation_waits", _asked), DISINTERESTED),
        effects=(
            Issue("interpellation_memo", _memo, _to_general),
            Stop(TO_GENERAL),
            NotifyStaff("materials_submitted", lambda case, _data: heads_of(case)),
        ),
        cites=("29I.12.2",),
    ),
)
