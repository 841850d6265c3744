"""Saying what an appeal is after it was registered: primary, repeated, a duplicate; under another law or not.

An appeal from the portal is registered by the applicant, who is not asked; and who considers it may find the earlier
one. Source: 29I.2.6, 2.10, 2.12, 10, 11.
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from nadzor import clock
from nadzor.appeals.earlier import REASON_TITLES, STANDING_TITLES, Said, settle, written_before
from nadzor.appeals.models import Appeal
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.refusals import NOT_FOUND, invalid
from nadzor.casework.writing import Change
from nadzor.law.o29.kinds import GOVERNED, Governed
from nadzor.law.o29.repeats import RepeatReason, Standing
from nadzor.law.words import Phrase

GOVERNED_TITLES: dict[str, Phrase] = {str(field): told.by for field, told in GOVERNED.items()}
GOVERNED_LABEL = Phrase(
    "Басқа заң бойынша қаралады", "Рассматривается по другому закону", "Considered under another law"
)
_TOLD_AT_ONCE = frozenset({"29I.10.1", "29I.10.2", "29I.11"})
CHOSEN = frozenset(str(each) for each, told in GOVERNED.items() if told.cites[0] not in _TOLD_AT_ONCE)
"""Regimes that are chosen with their ground (29I.13-20, 21-1): a term of their own may come with them."""
_WITH_GROUND = Phrase(
    "Бұл режим негізімен таңдалады: «Қарау режимін таңдау» қадамын жасаңыз.",
    "Этот режим выбирают с основанием: шагом «Выбрать режим рассмотрения».",
    "This regime is chosen with its ground: by the step “Choose the regime”.",
)
REPEAT_REASON = Phrase("Неге қайталама", "Почему повторное", "What makes it a repeated one")


class Sort(Form):
    """What the appeal is (29I.2.6, 2.10, 2.12), and whether another law governs it (29I.10, 11)."""

    standing: Annotated[
        Standing,
        Asked(
            Phrase("Бұл жолданым", "Это обращение", "This appeal is"),
            widget="choice",
            choices=tuple(STANDING_TITLES.items()),
        ),
    ]
    earlier: Annotated[
        Text,
        Asked(
            Phrase("Бұрынғы жолданымның нөмірі", "Номер прежнего обращения", "Number of the earlier appeal"),
            Phrase(
                "Сол адамның бұрынғы жолданымдары істің бетінде көрсетілген.",
                "Прежние обращения того же лица показаны на странице дела.",
                "The earlier appeals of the same person stand on the page of the case.",
            ),
        ),
        Field(max_length=40),
    ] = ""
    reason: Annotated[
        RepeatReason | None, Asked(REPEAT_REASON, widget="choice", choices=tuple(REASON_TITLES.items()))
    ] = None
    governed_by: Annotated[
        Governed | None, Asked(GOVERNED_LABEL, widget="choice", choices=tuple(GOVERNED_TITLES.items()))
    ] = None


_NEEDED = Phrase(
    "Бұрынғы жолданымның нөмірін жазыңыз.", "Укажите номер прежнего обращения.", "Give the number of the earlier one."
)
_NOT_NEEDED = Phrase(
    "Бастапқы жолданымда бұрынғысы болмайды: нөмір мен негізді босатыңыз немесе басқасын таңдаңыз.",
    "У первичного нет прежнего: очистите номер и основание или выберите другое.",
    "A primary one has no earlier one: empty the number and the reason, or choose another.",
)


@dataclass(frozen=True)
class KeepSorted:
    """Keep what the appeal is beside an earlier one, and the law that governs it."""

    def apply(self, case: Case, data: Sort, change: Change) -> None:
        """Write it. Raises Invalid where the facts of the earlier appeal speak against what is said."""
        appeal: Appeal = case.facts
        primary = data.standing is Standing.PRIMARY
        if primary and (data.earlier or data.reason):
            raise invalid(standing=_NOT_NEEDED)
        if not primary and not data.earlier:
            raise invalid(earlier=_NEEDED)
        if data.governed_by in CHOSEN and data.governed_by != appeal.governed_by:
            raise invalid(governed_by=_WITH_GROUND)
        if data.earlier == case.row.number:
            raise invalid(earlier=NOT_FOUND)
        said: dict[str, object] = {
            "standing": str(Standing.PRIMARY),
            "repeat_of_id": None,
            "duplicate_of_id": None,
            "repeat_reason": "",
        }
        if not primary:
            said |= self._beside(case, data, bytes(appeal.text_digest))
        kept = appeal.governed_by if appeal.governed_by in CHOSEN else ""
        change.update(Appeal, case.row.pk, **said, governed_by=data.governed_by or kept)
        change.entry_data |= data.model_dump(mode="json", exclude_none=True)

    @staticmethod
    def _beside(case: Case, data: Sort, digest: bytes) -> dict[str, object]:
        repeated = data.standing is Standing.REPEATED
        asked = Said(data.earlier, data.reason) if repeated else Said(duplicate_of=data.earlier)
        applicant = next((each.iin for each in case.parties if each.role == "applicant"), "")
        before = written_before(applicant, digest, clock.today(case.body.zone), leaving_out=case.row.pk)
        if case.act is None:
            raise invalid(earlier=NOT_FOUND)
        places = {"repeat_of": "earlier", "duplicate_of": "earlier", "repeat_reason": "reason"}
        found = settle(asked, before, digest, body=case.body, actor=case.act.actor, known=case.directory, places=places)
        return {
            "standing": str(found.stands.standing),
            "repeat_of_id": found.repeat_of,
            "duplicate_of_id": found.duplicate_of,
            "repeat_reason": found.reason or "",
        }
