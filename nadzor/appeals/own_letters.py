"""A letter in the office's own words goes by registered letter: kept with the case, listed for the post as any other.

Source: 29I.44 and article 66 of the code on administrative procedures: what is sent to a participant is fixed, with its
way, address, moment and proof. A batch prints such letters and enters nothing (docs/adr/0010-batches.md); whoever
dispatches the office's letters says that they go, and only then is each kept with its case.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.rights import REGISTRAR_OR_LEADER
from nadzor.casework.case import Case
from nadzor.casework.effects import Notify
from nadzor.casework.forms import Form, Text
from nadzor.casework.models import Party, StoredFile
from nadzor.casework.procedure import YES, Guard, Step, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

OWN_LETTER = "own_letter"
"""The notice that such a letter went to the applicant."""
_NO_ADDRESS = Phrase(
    "Өтініш берушінің пошталық мекенжайы жоқ: тапсырыс хат жіберетін жер жоқ.",
    "У заявителя нет почтового адреса: заказное письмо отправить некуда.",
    "The applicant has no postal address: a registered letter has nowhere to go.",
)
_NO_LETTER = Phrase(
    "Хаттың файлы табылмады. Хаттарды қайта жасаңыз.",
    "Файл письма не найден. Составьте письма заново.",
    "The file of the letter was not found. Make the letters anew.",
)


def space_of(batch: str) -> str:
    """Whose upload the file of a letter is until its case has it."""
    return f"batch:{batch}"[:30]


class OwnLetter(Form):
    """A letter as it was printed: its title, the batch it is of, the digest of its file."""

    title: Annotated[Text, Field(min_length=1, max_length=200)]
    batch: Annotated[Text, Field(max_length=36)]
    sha256: Annotated[Text, Field(max_length=64)]


@dataclass(frozen=True)
class KeepOwnLetter:
    """Keep the letter with the case, byte for byte as it was printed."""

    def apply(self, case: Case, data: OwnLetter, change: Change) -> None:
        """Give the file to the case; the entry has its digest. Raises Invalid where it is gone."""
        free = StoredFile.objects.filter(space=space_of(data.batch), sha256=data.sha256, proceeding__isnull=True)
        file = free.order_by("pk").first()
        if file is None:
            raise invalid(sha256=_NO_LETTER)
        change.update(StoredFile, file.pk, proceeding_id=case.row.pk)
        change.entry_data.update(title=data.title, pdf={"sha256": data.sha256})


def _has_address(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    party = next((each for each in case.parties if isinstance(each, Party) and each.role == "applicant"), None)
    return YES if party is not None and party.postal_address else no(_NO_ADDRESS, "29I.44")


def _said(_case: Case, data: OwnLetter) -> dict[str, Any]:
    return {"way": "post", "title": data.title, "sha256": data.sha256}


def own_letter_step(states: frozenset[str]) -> Step:
    """Return the step by which a letter goes to the post; made on the page of a batch, so no case offers it."""
    return Step(
        "send_own_letter",
        Phrase("Хатты почтаға беру", "Передать письмо на почту", "Give a letter to the post"),
        states,
        None,
        REGISTRAR_OR_LEADER,
        needs=OwnLetter,
        guards=(Guard("has_postal_address", _has_address),),
        effects=(KeepOwnLetter(), Notify("applicant", OWN_LETTER, _said)),
        cites=("29I.44",),
        house=True,
    )


__all__ = ["OWN_LETTER", "OwnLetter", "own_letter_step", "space_of"]
