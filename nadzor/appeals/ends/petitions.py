"""A petition for a cassation protest that may not be considered is returned within three working days.

Source: 29I.11 (the codes govern petitions), 28.7 (considered in units of the General Prosecutor's Office), 28.10 (a
criminal petition that does not meet article 488 of the Criminal Procedure Code), 28.11 (both ways are explained), 28.12
(the term of the protest, article 487, has run out).
"""

import datetime as dt
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field

from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.rights import EXECUTOR_OR_LEADER
from nadzor.appeals.states import REGISTERED, RETURNED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.effects import CallOff, Notify, Start
from nadzor.casework.forms import Asked, Form, Text, typed_lines
from nadzor.casework.kernel_steps import NO_OPEN_CHILDREN
from nadzor.casework.procedure import YES, Clock, Guard, Step, Verdict, no
from nadzor.law.facts import Kind
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.papers.declared import Language
from nadzor.papers.issuing import Issue

PETITION_RETURN = Clock(
    "petition_return",
    Phrase("Өтінішхатты қайтару", "Возврат ходатайства", "Return of the petition"),
    ("29I.28.10", "29I.28.12"),
)
_ACT = Annotated[
    Text,
    Asked(
        Phrase("Сот актісі", "Судебный акт", "Court act"),
        Phrase("Сот, күні, нөмірі.", "Суд, дата, номер.", "The court, the day, the number."),
    ),
    Field(min_length=1, max_length=500),
]


class ReturnPetition(Form):
    """Which requirements of article 488 a criminal petition does not meet (29I.28.10)."""

    act: _ACT
    criminal: Annotated[
        bool,
        Asked(
            Phrase(
                "Өтінішхат қылмыстық іс бойынша", "Ходатайство по уголовному делу", "The petition is in a criminal case"
            ),
            widget="flag",
        ),
    ] = False
    defects: Annotated[
        Text,
        Asked(
            Phrase("Кемшіліктері", "Недостатки", "Defects"),
            Phrase(
                "Әр жолда біреуден: ҚПК 488-бабының қай талабы сақталмаған.",
                "По одному на строке: какое требование статьи 488 УПК не соблюдено.",
                "One a line: which requirement of article 488 of the code is not met.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=5000),
    ]


class ReturnLatePetition(Form):
    """When the court act came into force, when the term of the protest ended, what the law says (29I.28.12)."""

    act: _ACT
    in_force: Annotated[
        dt.date, Asked(Phrase("Заңды күшіне енген күні", "Вступил в законную силу", "In force since"), widget="day")
    ]
    term_end: Annotated[
        dt.date,
        Asked(
            Phrase("Наразылық мерзімі аяқталды", "Срок внесения протеста истёк", "The term of the protest ended"),
            widget="day",
        ),
    ]
    law: Annotated[
        Text,
        Asked(Phrase("Заңнаманы түсіндіру", "Разъяснение законодательства", "The law explained"), widget="text"),
        Field(min_length=1, max_length=5000),
    ]


def _arrived(case: Case) -> dt.date:
    return case.row.received_at.astimezone(ZoneInfo(case.body.zone)).date()


def _is_petition(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if case.row.kind != Kind.PETITION:
        return no(_NO_PETITION, "29I.28.10", "29I.11")
    if isinstance(form, ReturnPetition) and not form.criminal:
        return no(_NOT_CRIMINAL, "29I.28.10")
    if isinstance(form, ReturnLatePetition) and not form.in_force < form.term_end < _arrived(case):
        return no(_IN_TIME, "29I.28.12")
    return YES


_NO_PETITION = Phrase(
    "Бұлай тек наразылық келтіру туралы өтінішхат қайтарылады. Алдымен жолданымның түрін белгілеңіз.",
    "Так возвращают только ходатайство о принесении протеста. Сначала определите вид обращения.",
    "Only a petition for a protest is returned so. First decide the kind of the appeal.",
)
_NOT_CRIMINAL = Phrase(
    "488-баптың талаптары бойынша тек қылмыстық іс жөніндегі өтінішхат қайтарылады.",
    "По требованиям статьи 488 возвращают только ходатайство по уголовному делу.",
    "By the requirements of article 488 only a petition in a criminal case is returned.",
)
_IN_TIME = Phrase(
    "Күндер бойынша мерзім өтпеген: сот актісі күшіне енгеннен кейін аяқталып, өтінішхат одан кейін түссе ғана "
    "қайтарылады.",
    "По датам срок не пропущен: ходатайство возвращают, если срок истёк после вступления акта в силу и до поступления.",
    "By these days the term is not missed: it must have ended after the act came into force and before the arrival.",
)
IS_PETITION = Guard("is_petition", _is_petition)


def _defects(_case: Case, data: ReturnPetition, _lang: Language) -> dict[str, Any]:
    return {"act": data.act, "defects": typed_lines(data.defects)}


def _late(_case: Case, data: ReturnLatePetition, _lang: Language) -> dict[str, Any]:
    return {"act": data.act, "in_force": data.in_force, "term_end": data.term_end, "law": data.law}


def _returns(name: str, title: Phrase, needs: type[Form], paper: Issue, told: str, *points: str) -> Step:
    return Step(
        name,
        title,
        frozenset({REGISTERED, UNDER_REVIEW}),
        RETURNED,
        EXECUTOR_OR_LEADER,
        needs=needs,
        guards=(IS_PETITION, NO_OPEN_CHILDREN, DISINTERESTED),
        effects=(
            CallOff(),
            Start(
                PETITION_RETURN, norm=lambda _case, _data: points[0], since=lambda case, _: _arrived(case), done=True
            ),
            paper,
            Notify("applicant", told),
        ),
        cites=points,
        final=True,
    )


PETITION_STEPS = (
    _returns(
        "return_petition",
        Phrase("Өтінішхатты қайтару", "Возвратить ходатайство", "Return the petition"),
        ReturnPetition,
        Issue("petition_return", _defects),
        *("petition_returned", "29I.28.10", "29I.28.11"),
    ),
    _returns(
        "return_late_petition",
        Phrase(
            "Мерзімі өткен өтінішхатты қайтару", "Возвратить запоздалое ходатайство", "Return a petition out of time"
        ),
        ReturnLatePetition,
        Issue("late_petition_return", _late),
        *("late_petition_returned", "29I.28.12"),
    ),
)
