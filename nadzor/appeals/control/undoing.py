"""What was opened by mistake beside an appeal is undone: the term of consideration goes back to where it was.

An extension that waits, an inspection, a control. Of a control: only who took it (29I.53). What the applicant has been
told stands in the file; an extension that was decided is not undone: the applicant has its notice (29I.52.2).
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.control.controlling import no_longer_by, whose
from nadzor.appeals.control.inspecting import INTERIM
from nadzor.appeals.control.models import Timed
from nadzor.appeals.control.moving import move_back
from nadzor.appeals.control.tables import End
from nadzor.appeals.interest import DISINTERESTED
from nadzor.appeals.rights import LEADER
from nadzor.appeals.states import REGISTERED, UNDER_REVIEW
from nadzor.casework.case import Case
from nadzor.casework.effects import CallOff, Notify
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import in_child
from nadzor.casework.procedure import YES, Guard, Step, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

TIMED = ("extension", "inspection", "control")
_MOVED = {"inspection": "29I.52.7", "control": "29I.52.3"}


class Undo(Form):
    """Which of them was a mistake, and why."""

    matter: Annotated[
        Text,
        Asked(Phrase("Не қате ашылған", "Что заведено по ошибке", "What was opened by mistake"), widget="timed"),
        Field(min_length=1, max_length=60),
    ]
    reason: Annotated[
        Text, Asked(Phrase("Себебі", "Причина", "Reason"), widget="text"), Field(min_length=1, max_length=2000)
    ]


def standing(case: Case) -> list[Proceeding]:
    """Return what is open beside an appeal and watches or lengthens its time, oldest first."""
    return [child for child in case.children if child.open and child.procedure in TIMED]


def _may_undo(case: Case, actor: Actor, form: Form | None) -> Verdict:
    found = standing(case)
    if not found:
        return no(_NOTHING)
    wanted = [child for child in found if isinstance(form, Undo) and child.number == form.matter]
    if not wanted or wanted[0].procedure != "control":
        return YES
    return whose(case, actor, Timed.objects.get(pk=wanted[0].pk))


_NOTHING = Phrase(
    "Ұзарту баянаты да, тексеру де, бақылау да жоқ: жоятын ештеңе жоқ.",
    "Нет ни рапорта о продлении, ни проверки, ни контроля: отменять нечего.",
    "There is no memo on an extension, no inspection and no control: nothing to undo.",
)


@dataclass(frozen=True)
class TakeBack:
    """Undo the matter; where it has moved the term, the term runs as it ran before."""

    def apply(self, case: Case, data: Undo, change: Change) -> None:
        """End the child as a mistake. Raises Invalid for what is not open beside the appeal."""
        child = next((each for each in standing(case) if each.number == data.matter), None)
        if child is None:
            raise invalid(matter=_NOT_THAT)
        row = Timed.objects.get(pk=child.pk)
        later = Timed.objects.filter(
            pk__in=[each.pk for each in standing(case) if each.pk > child.pk], before__isnull=False
        ).order_by("pk")
        in_child(case, child, "undo", End(outcome=data.reason, ended_on=case.happened_on), change)
        change.entry_data.update(reason=None, of=child.procedure)
        if child.procedure == "inspection":
            CallOff(INTERIM).apply(case, data, change)
        if child.procedure == "control":
            no_longer_by(case, child, row, change)
        if row.before is None:
            return
        term, above = case.running(CONSIDERATION.name), later.first()
        if above is not None:  # it has moved the term since: that goes back to where this one found it
            change.update(Timed, above.pk, before=row.before)
        elif term is not None and term.norm == _MOVED[child.procedure]:
            move_back(case, row.before, change)


_NOT_THAT = Phrase(
    "Мұндай ашық іс жоқ. Тізімнен таңдаңыз.",
    "Такого открытого дела рядом нет. Выберите из списка.",
    "There is no such open matter. Choose from the list.",
)
UNDO_STEPS: tuple[Step, ...] = (
    Step(
        "undo_timed",
        Phrase("Қате ашылғанды жою", "Отменить заведённое по ошибке", "Undo what was opened by mistake"),
        frozenset({REGISTERED, UNDER_REVIEW}),
        None,
        LEADER,
        needs=Undo,
        guards=(Guard("something_stands", _may_undo), DISINTERESTED),
        effects=(TakeBack(), Notify("executor", "timed_undone")),
        cites=("29I.52.1", "29I.52.6", "29I.53"),
        aside=True,
    ),
)
