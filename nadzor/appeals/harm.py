"""An appeal is not turned to the harm of who filed it, or in whose interest it was filed (29I.61.1).

Whoever of the staff learns of it reports it; the heads are told at once, and no answer is signed until a leader of the
office has said what was done about it.
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from nadzor.appeals.models import Appeal
from nadzor.appeals.rights import LEADER, SEES
from nadzor.appeals.states import REGISTERED, UNDER_REVIEW
from nadzor.appeals.telling import NotifyStaff, heads_of
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.procedure import YES, Guard, Step, Verdict, no
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

FLAG = "harm_reported"
_OPEN = frozenset({REGISTERED, UNDER_REVIEW})


class ReportHarm(Form):
    """How the appeal is turned against its author."""

    reason: Annotated[
        Text,
        Asked(
            Phrase("Не болып жатыр", "Что происходит", "What is happening"),
            Phrase(
                "Кім және қалай жолданымды өтініш берушіге зиян келтіру үшін пайдаланып отыр.",
                "Кто и как использует обращение во вред заявителю.",
                "Who turns the appeal to the harm of the applicant, and how.",
            ),
            widget="text",
        ),
        Field(min_length=1, max_length=5000),
    ]


class EndHarm(Form):
    """What was done about it."""

    reason: Annotated[
        Text,
        Asked(Phrase("Қабылданған шаралар", "Принятые меры", "Measures taken"), widget="text"),
        Field(min_length=1, max_length=5000),
    ]


def _reported(case: Case) -> bool:
    appeal = (case.parent or case).facts
    return isinstance(appeal, Appeal) and FLAG in appeal.flags


def _none_stands(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return no(_STANDS, "29I.61.1") if _reported(case) else YES


_STANDS = Phrase(
    "Жолданым өтініш берушіге зиян келтіру үшін пайдаланылып отыр деп хабарланған. Алдымен басшылық шара қолданып, "
    "оны жазсын («Зиян туралы хабарды аяқтау»).",
    "Сообщено, что обращение используют во вред заявителю. Сначала руководство примет меры и запишет их («Завершить "
    "сообщение о вреде»).",
    "It is reported that the appeal is turned to the harm of the applicant. First the leadership takes measures and "
    "writes them down (“End the report of harm”).",
)
NO_HARM = Guard("no_harm", _none_stands)


def _stands(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if _reported(case) else no(_NOTHING, "29I.61.1")


_NOTHING = Phrase("Мұндай хабар жоқ.", "Такого сообщения по обращению нет.", "There is no such report in this appeal.")
HARM_REPORTED = Guard("harm_reported", _stands)


@dataclass(frozen=True)
class Mark:
    """Set the flag of a report, or take it off; the entry keeps the words."""

    reported: bool

    def apply(self, case: Case, data: ReportHarm | EndHarm, change: Change) -> None:  # noqa: ARG002
        """Change the flags."""
        left = [each for each in case.facts.flags if each != FLAG]
        change.update(Appeal, case.row.pk, flags=[*left, FLAG] if self.reported else left)


HARM_STEPS = (
    Step(
        "report_harm",
        Phrase("Өтініш берушіге зиян туралы хабарлау", "Сообщить о вреде заявителю", "Report harm to the applicant"),
        _OPEN,
        None,
        SEES,
        needs=ReportHarm,
        guards=(NO_HARM,),
        effects=(Mark(reported=True), NotifyStaff("harm_reported", lambda case, _data: heads_of(case))),
        cites=("29I.61.1",),
        aside=True,
    ),
    Step(
        "end_harm",
        Phrase("Зиян туралы хабарды аяқтау", "Завершить сообщение о вреде", "End the report of harm"),
        _OPEN,
        None,
        LEADER,
        needs=EndHarm,
        guards=(HARM_REPORTED,),
        effects=(Mark(reported=False),),
        cites=("29I.61.1",),
        aside=True,
    ),
)
