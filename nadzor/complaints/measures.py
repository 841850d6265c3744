"""What a higher prosecutor does with an act of a lower one: cancels, recalls, suspends, changes it (29I.80.2).

In a case of his own office, on a complaint or of his own motion, he names the office and the act. Of his own motion he
acts in the case of the lower office itself, whose page, journal, head and executor learn of it there. A decision that
he cancels or recalls may go back: the case is taken up again as after a complaint (29I.80.1, 5).
"""

from dataclasses import dataclass
from typing import Any

from nadzor.appeals.clocks import CONSIDERATION, norm_of_consideration
from nadzor.appeals.telling import heads_in
from nadzor.casework.case import Case
from nadzor.casework.effects import Notify, Start
from nadzor.casework.forms import Form, number_in
from nadzor.casework.models import Proceeding
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.complaints.forms import ActHere, TakeMeasure
from nadzor.complaints.models import HigherMeasure
from nadzor.complaints.words import BASES, CHOOSE, EMPTY, MEASURES, SENDING_BACK
from nadzor.law.words import Lang, Phrase
from nadzor.organs.actor import LEADERS, Actor
from nadzor.organs.directory import BodyCard
from nadzor.papers.issuing import title_of
from nadzor.papers.models import IssuedPaper

ANEW = (Start(CONSIDERATION, norm=norm_of_consideration), Notify("applicant", "procedure_anew"))
"""What taking a decided case up again sets going, on a complaint and of a higher prosecutor's own motion."""


def _of_the_lower(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if not isinstance(form, TakeMeasure):
        return YES
    office = case.directory.by_code.get(form.office)
    below = office is not None and office.id in {case.row.body_id, *case.directory.lower(case.row.body_id)}
    return YES if below else no(_NOT_LOWER, "29I.80.2")


_NOT_LOWER = Phrase(
    "Жоғары тұрған прокурор тек төмен тұрған прокурордың актісіне қатысты шара қолданады.",
    "Вышестоящий прокурор принимает меры только по актам нижестоящего.",
    "A higher prosecutor takes measures on acts of a lower one alone.",
)
OF_THE_LOWER = Guard("of_the_lower", _of_the_lower)


def office_above(case: Case, actor: Actor) -> BodyCard | None:
    """Return the nearest office above that of the case whose leadership somebody belongs to; none where there is none.

    The nearest one is that with the fewest offices below it.
    """
    led = {held.body_id for held in actor.holdings if held.post in LEADERS}
    above = [each for each in led if case.row.body_id in case.directory.lower(each)]
    nearest = min(above, key=lambda each: len(case.directory.lower(each)), default=None)
    return None if nearest is None else case.directory.bodies[nearest]


def _subordinate(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if office_above(case, actor) is not None else no(_NOT_SUBORDINATE, "29I.80.2")


_NOT_SUBORDINATE = Phrase(
    "Істі жүргізіп жатқан прокуратура сіздікіне бағынбайды: оның актілеріне қатысты шараны одан жоғары тұрған "
    "прокурор қолданады.",
    "Прокуратура, в которой идёт дело, вашей не подчинена: меры по её актам принимает прокурор, вышестоящий по "
    "отношению к ней.",
    "The office of this case is not subordinate to yours: a prosecutor who stands above it takes measures on its acts.",
)
SUBORDINATE = Guard("subordinate", _subordinate)


def acting_office(case: Case) -> BodyCard:
    """Return the office in whose name the step is made: the higher one, whose letterhead its paper bears."""
    found = office_above(case, case.act.actor) if case.act is not None else None
    return found or case.body


def acts_of(row: Proceeding) -> list[IssuedPaper]:
    """Return the papers of a case to which somebody put a hand, its child matters' too, newest first.

    What a higher prosecutor has decided is no act of the lower one: it is left out.
    """
    rows = IssuedPaper.objects.filter(proceeding__in=[row, *row.children.all()], signer__isnull=False)
    return list(rows.exclude(paper=_FROM_ABOVE).defer("data").order_by("-pk"))


_FROM_ABOVE = "decision_from_above"


def _paper(case: Case, data: ActHere) -> IssuedPaper | None:
    """Return the act that was chosen. Raises Invalid for one that is not of this case, or where none is named."""
    if not data.paper:
        if not data.act:
            raise invalid(act=EMPTY)
        return None
    found = next((each for each in acts_of(case.row) if each.pk == number_in(data.paper)), None)
    if found is None:
        raise invalid(paper=CHOOSE)
    return found


def act_named(case: Case, data: ActHere, lang: Lang) -> str:
    """Return how the act is called: the paper that was chosen with its number and day, or the words."""
    row = _paper(case, data)
    return data.act if row is None else named(row).into(lang)


def named(row: IssuedPaper) -> Phrase:
    """Return a paper as an act is called: its title, number and day."""
    title = title_of(row)
    return Phrase(*(f"{text}, № {row.number}, {row.day:%d.%m.%Y}" for text in title))


@dataclass(frozen=True)
class KeepMeasure:
    """Keep what a higher prosecutor has done with an act, in a case of his own office."""

    def apply(self, case: Case, data: TakeMeasure, change: Change) -> None:
        """Write the row. Raises Invalid for an unknown measure or basis."""
        for name, known in (("measure", MEASURES), ("basis", BASES)):
            if getattr(data, name) not in known:
                raise invalid(**{name: CHOOSE})
        said = {"measure": data.measure, "basis": data.basis, "act": data.act, "on": case.happened_on}
        change.insert(HigherMeasure, appeal_id=case.row.pk, **said, **_KEPT_HERE)


_KEPT_HERE: dict[str, Any] = {"paper_id": None, "body_id": None, "number": "", "anew": False}


@dataclass(frozen=True)
class CheckAct:
    """An act of this case, and a measure that the step can take: only what is cancelled or recalled goes back."""

    back: bool = False

    def apply(self, case: Case, data: ActHere, change: Change) -> None:  # noqa: ARG002
        """Raise Invalid for an unknown measure, or an act that is not of this case."""
        if data.measure not in (SENDING_BACK if self.back else MEASURES):
            raise invalid(measure=CHOOSE)
        _paper(case, data)


@dataclass(frozen=True)
class KeepActed:
    """Keep the measure with the act it was taken on, in the case of the lower office."""

    back: bool = False

    def apply(self, case: Case, data: ActHere, change: Change) -> None:
        """Write the row; the entry names the office that acted."""
        row, office = _paper(case, data), acting_office(case)
        change.insert(
            HigherMeasure,
            appeal_id=case.row.pk,
            measure=data.measure,
            basis="own",
            act=data.act if row is None else named(row).ru,
            on=case.happened_on,
            paper_id=None if row is None else row.pk,
            body_id=office.id,
            number=change.entry_data["papers"][-1]["number"],
            anew=self.back,
        )
        change.entry_data["by_office"] = office.code


def _concerned(case: Case, _data: Any) -> set[int]:
    """The head of the lower office, and who considers the case there."""
    return heads_in(case.row.body_id, case.happened_on) | case.executors()


TELL_THE_LOWER = Notify("executor", "measure_taken", who=_concerned)


def _heads_below(case: Case, data: TakeMeasure) -> set[int]:
    return heads_in(case.directory.by_code[data.office].id, case.happened_on)


TELL_THE_OFFICE = Notify("executor", "measure_taken", who=_heads_below)
