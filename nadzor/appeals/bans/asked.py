"""What is asked of who decides, by name, before a decision is signed: the bans that no program can see (29I.61).

Each question is ticked by itself; who cannot tick one is told what to do instead. The answers stand beside the
decision, and the journal seals which were given.
"""

from dataclasses import dataclass

from nadzor.appeals.bans.conflicts import appeal_of
from nadzor.appeals.bans.models import Vouched
from nadzor.appeals.drafting_forms import Vouching
from nadzor.casework.case import Case
from nadzor.casework.effects import made_by
from nadzor.casework.forms import Form
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.writing import Change
from nadzor.law.o29.bans import Question, questions, unconfirmed
from nadzor.law.o29.repeats import RepeatReason
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.folding import folded

_PROSECUTION = folded("прокур")
_COMPLAINT = "complaint"  # the matter that the room of complaints adds


def questions_of(case: Case) -> tuple[Question, ...]:
    """Return what is asked of who signs the decision on an appeal. Source: 29I.61.1-61.6.

    A complaint of chapter 4 contests what a lower prosecutor has done, whoever it names (29I.70).
    """
    appeal = appeal_of(case)
    if appeal is None:
        return questions(complains=False, of_prosecutors=False)
    words = folded(" ".join(str(said) for each in appeal.complained_of for said in each.values() if said))
    contests = appeal.repeat_reason == RepeatReason.CONTESTS or bool(appeal.contested_by)
    contests |= any(child.procedure == _COMPLAINT for child in case.children)
    return questions(
        complains=bool(appeal.complained_of) or contests,
        of_prosecutors=contests or _PROSECUTION in words,
    )


def _vouched(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if not isinstance(form, Vouching):
        return YES
    left = unconfirmed(questions_of(case), form.vouched)
    if not left:
        return YES
    told = (" ".join(f"{each.text.into(lang)}. {each.otherwise.into(lang)}" for each in left) for lang in LANGUAGES)
    said = Phrase(*(_FIRST.into(lang).format(left=text) for lang, text in zip(LANGUAGES, told, strict=True)))
    return no(said, *(each.point for each in left))


_FIRST = Phrase(
    "Қол қоймас бұрын мынаны растаңыз. {left}",
    "Прежде чем подписать, подтвердите. {left}",
    "Confirm this before you sign. {left}",
)
VOUCHED = Guard("vouched", _vouched)


@dataclass(frozen=True)
class KeepVouched:
    """Keep which questions were put and confirmed, and by whom."""

    def apply(self, case: Case, data: Vouching, change: Change) -> None:  # noqa: ARG002
        """Write a row for each question; the entry names them."""
        asked = questions_of(case)
        for each in asked:
            change.insert(
                Vouched,
                appeal_id=case.row.pk,
                version=case.row.version + 1,
                person_id=made_by(case),
                question=each.name,
                said_at=case.at,
            )
        change.entry_data["vouched"] = [each.name for each in asked]


__all__ = ["VOUCHED", "KeepVouched", "questions_of"]
