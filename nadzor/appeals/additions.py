"""What the applicant brings during the check: arguments, materials, requests to call for materials (29I.63.1).

Handed to the office it is entered by staff; on the portal the applicant enters it by the code of the appeal.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from nadzor.appeals.beside import Addition
from nadzor.appeals.checking import Attachments, take_files
from nadzor.appeals.rights import EXECUTOR_OR_KEEPER
from nadzor.appeals.states import REGISTERED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.effects import Notify
from nadzor.casework.forms import Asked, Form, Text, say, wrong
from nadzor.casework.procedure import Right, Step
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.o29.regimes import SECRETS_NOT_HERE, is_marked_secret
from nadzor.law.words import Phrase

TAKES = frozenset({REGISTERED, UNDER_REVIEW})
"""States in which the check goes on."""
LONGEST = 50_000
say(
    "nothing_added",
    Phrase(
        "Уәждерді, сұралатын материалдарды жазыңыз немесе файл қосыңыз: кемінде біреуін.",
        "Напишите доводы, материалы, которые просите истребовать, или приложите файл: хотя бы что-то одно.",
        "Write your arguments, the materials to be called for, or attach a file: at least one of them.",
    ),
)


class AddMaterials(Form):
    """Arguments, materials, and what is asked to be called for; at least one of them."""

    words: Annotated[
        Text,
        Asked(Phrase("Уәждер, түсініктемелер", "Доводы, пояснения", "Arguments, explanations"), widget="text"),
        Field(max_length=LONGEST),
    ] = ""
    to_call_for: Annotated[
        Text,
        Asked(
            Phrase(
                "Қандай материалдарды, кімнен сұрату керек",
                "Какие материалы и у кого просит истребовать",
                "Which materials to call for, and from whom",
            ),
            widget="text",
        ),
        Field(max_length=LONGEST),
    ] = ""
    attachments: Attachments = ()

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.words or self.to_call_for or self.attachments):
            raise wrong("nothing_added")
        return self


@dataclass(frozen=True)
class KeepAddition:
    """Keep what came with its day and time; its files join those of the appeal."""

    way: Addition.Way

    def apply(self, case: Case, data: AddMaterials, change: Change) -> None:
        """Write the row. Raises Invalid for files of somebody else, for a text marked as secret (29I.18)."""
        for name, text in (("words", data.words), ("to_call_for", data.to_call_for)):
            if is_marked_secret(text):
                raise invalid(**{name: SECRETS_NOT_HERE})
        take_files(case, data.attachments, change)
        change.insert(
            Addition,
            appeal_id=case.row.pk,
            words=data.words,
            to_call_for=data.to_call_for,
            files=len(data.attachments),
            way=str(self.way),
            given_at=case.at,
        )


def _told(case: Case, data: AddMaterials) -> dict[str, Any]:  # noqa: ARG001
    return {"files": len(data.attachments)}


APPLICANT = Right(
    "applicant",
    Phrase(
        "өтініш беруші, порталда жолданымының коды бойынша",
        "заявитель, на портале по коду своего обращения",
        "the applicant, on the portal by the code of the appeal",
    ),
    lambda actor, _case, _form: actor.is_house,
)
ADDITION_STEPS = (
    Step(
        "add_materials",
        Phrase("Өтініш берушінің материалдарын қосу", "Приобщить материалы заявителя", "Add the applicant’s materials"),
        TAKES,
        None,
        EXECUTOR_OR_KEEPER,
        needs=AddMaterials,
        effects=(
            KeepAddition(Addition.Way.STAFF),
            Notify("executor", "materials_added"),
            Notify("applicant", "materials_added", _told),
        ),
        cites=("29I.63.1",),
        aside=True,
    ),
    Step(
        "applicant_adds",
        Phrase("Өтініш беруші материалдар қосты", "Заявитель добавил материалы", "The applicant added materials"),
        TAKES,
        None,
        APPLICANT,
        needs=AddMaterials,
        effects=(
            KeepAddition(Addition.Way.PORTAL),
            Notify("executor", "materials_added"),
            Notify("applicant", "materials_added", _told),
        ),
        cites=("29I.63.1",),
        house=True,
    ),
)
