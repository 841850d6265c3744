"""The body complained of has three working days: it sends the complaint up, or satisfies it wholly itself.

Source: 29I.71.4 (complaint, case and explanations to the higher office), 71.5 (a favourable act that satisfies wholly),
29I.70 (a higher prosecutor considers). The three days are those of the matter's clock.
"""

from dataclasses import dataclass, replace
from typing import Any

from nadzor.appeals.bans.offices import barred_office
from nadzor.appeals.models import Appeal
from nadzor.appeals.sealed_onward import somebody_in
from nadzor.casework.case import Case
from nadzor.casework.effects import name_people
from nadzor.casework.forms import Form, Nothing
from nadzor.casework.kernel_steps import Reassign, in_the_way
from nadzor.casework.loading import load
from nadzor.casework.models import Proceeding
from nadzor.casework.opening import open_beside, open_child
from nadzor.casework.perform import in_child
from nadzor.casework.procedure import PROCEDURES, YES, Guard, Verdict, no
from nadzor.casework.recording import record
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.complaints.contesting import complaint_of
from nadzor.complaints.forms import CorrectSelf, SendUp
from nadzor.complaints.models import Complaint
from nadzor.complaints.states import AT_BODY
from nadzor.complaints.words import TABLE
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import HOUSE, Actor


def matter_of(case: Case) -> Proceeding | None:
    """Return the open complaint matter of a complaint."""
    return next(iter(case.open_children(TABLE)), None)


def in_matter(case: Case, step: str, change: Change, said: Form | None = None) -> None:
    """Make a step in the open matter of a complaint."""
    matter = matter_of(case)
    if matter is not None:
        in_child(case, matter, step, said or Nothing(), change)


@dataclass(frozen=True)
class InMatter:
    """Make a step in the matter of the complaint."""

    step: str

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Make it."""
        in_matter(case, self.step, change)


@dataclass(frozen=True)
class ForTheExecutor:
    """Give a matter that is being opened to whoever considers the complaint."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Name the executor of the complaint, where there is one."""
        executor = case.parent.row.executor_id if case.parent is not None else None
        if executor is not None:
            name_people(case, executor, (), change)


@dataclass(frozen=True)
class HandMatterOn:
    """Give an open matter to whoever the complaint was given to, with an entry of its own."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # noqa: ARG002
        """Name the executor in the matter, and its unit. The complaint is locked, so nobody else holds the matter."""
        matter, executor = matter_of(case), case.row.executor_id
        if matter is None or executor is None or case.act is None:
            return
        child = load([matter.number], PROCEDURES[TABLE], actor=HOUSE)[0]
        child.act = replace(case.act, procedure=TABLE, step="reassign", on=(matter.number,), key=None, version=None)
        child.at, child.happened_on, child.row.unit_id = case.at, case.happened_on, case.row.unit_id
        inner = Change(change.statements, change.last, change.cells)
        name_people(child, executor, (), inner)
        record(child.act, PROCEDURES[TABLE].step_of["reassign"], Reassign(executor=executor), child, inner)


def _with_the_body(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    matter = matter_of(case)
    return YES if matter is not None and matter.state == AT_BODY else no(_NOT_HERE, "29I.71.4")


_NOT_HERE = Phrase(
    "Алдымен не шағымдалғанын жазыңыз. Бұл қадам шағым жасалған органда, шағым сонда тұрғанда ғана жасалады.",
    "Сначала запишите, что обжалуется. Этот шаг делает орган, чей акт обжалуется, пока жалоба у него.",
    "First enter what is contested. This step is for the body complained of, while the complaint is there.",
)
WITH_THE_BODY = Guard("with_the_body", _with_the_body)


def _above(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if not isinstance(form, SendUp):
        return YES
    office = case.directory.by_code.get(form.office)
    higher = office is not None and case.row.body_id in case.directory.lower(office.id)
    return YES if higher else no(_NOT_HIGHER, "29I.71.4", "29I.70")


_NOT_HIGHER = Phrase(
    "Шағымды осы прокуратурадан жоғары тұрған прокуратура қарайды. Соны таңдаңыз.",
    "Жалобу рассматривает прокуратура, вышестоящая по отношению к этой. Выберите её.",
    "A complaint is considered by an office that stands above this one. Choose it.",
)
ABOVE = Guard("above", _above)


def _somebody_above(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """A sealed complaint goes up only to an office whose head may read it (29I.61.2, 61.5)."""
    office = case.directory.by_code.get(form.office) if isinstance(form, SendUp) else None
    barred = barred_office(case.facts, office) if office is not None and case.row.circle_id is not None else None
    return somebody_in(case, office) if barred is None else no(barred.why, barred.point)


SOMEBODY_ABOVE = Guard("somebody_above", _somebody_above)


def _nothing_else_open(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    others = [child.number for child in in_the_way(case) if child.procedure != TABLE]
    if not others:
        return YES
    return no(Phrase(*(text.format(numbers=", ".join(others)) for text in _OTHERS)), "29I.71.4")


_OTHERS = Phrase(
    "Қатар жүріп жатқан істер ашық: {numbers}. Алдымен соларды аяқтаңыз.",
    "Рядом открыты дела: {numbers}. Сначала завершите их.",
    "Other matters are open beside it: {numbers}. End them first.",
)
NOTHING_ELSE_OPEN = Guard("nothing_else_open", _nothing_else_open)


def _wholly_and_in_time(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    matter = matter_of(case)
    if matter is not None and matter.next_due < case.happened_on:
        return no(_TOO_LATE, "29I.71.5")
    if isinstance(form, CorrectSelf) and not form.wholly:
        return no(_NOT_WHOLLY, "29I.71.5")
    return YES


_TOO_LATE = Phrase(
    "Үш жұмыс күні өтті: енді шағым жоғары тұрған прокурорға жіберіледі.",
    "Три рабочих дня прошли: теперь жалобу направляют вышестоящему прокурору.",
    "The three working days are over: now the complaint is sent up.",
)
_NOT_WHOLLY = Phrase(
    "Шағымның талаптары толық қанағаттандырылмаса, ол жоғары тұрған прокурорға жіберіледі.",
    "Если требования удовлетворены не полностью, жалобу направляют вышестоящему прокурору.",
    "Unless the demands are satisfied wholly, the complaint is sent up.",
)
WHOLLY_AND_IN_TIME = Guard("wholly_and_in_time", _wholly_and_in_time)


@dataclass(frozen=True)
class GoUp:
    """Register the complaint in the higher office with what it contests and the explanations; the code goes along."""

    def apply(self, case: Case, data: SendUp, change: Change) -> None:
        """Open the proceeding of the higher office and its complaint matter."""
        office, before = case.directory.by_code[data.office], complaint_of(case)
        if before is None:
            raise invalid(office=_NOT_HERE)
        change.update(Appeal, case.row.pk, forwarded_to=office.name.ru[:300])
        change.update(Complaint, before.pk, explanations=data.explanations)
        papers = change.entry_data.get("papers", ())
        letters = [each["pdf_sha256"] for each in papers if each["paper"] == "complaint_sent_up"]
        change.entry_data["to"] = office.code
        in_matter(case, "go_up", change)
        received = open_beside(case, "appeal", "arrive", {"office": office.code, "letters": letters}, change)
        child = open_child(received, TABLE, _again(before), change)
        asked = {"restoration": before.restoration, "restoration_reason": before.restoration_reason}
        kept = {"explanations": data.explanations, "in_force_why": before.in_force_why, **asked}
        change.update(Complaint, child.row.pk, **kept)
        change.entry_data["received_as"] = received.row.number
        case.row.track = None  # it goes along, the applicant follows the complaint where it is


def _again(before: Complaint) -> dict[str, Any]:
    return {
        "what": before.what,
        "content": before.content,
        "office": before.body.code,
        "official": before.official,
        "contested": before.contested.number if before.contested is not None else "",
        "learnt_on": before.learnt_on,
        "filed_on": before.filed_on,
        "way_not_named": before.way_not_named,
        "real_address": before.real_address,
    }


def told_up(case: Case, data: SendUp) -> dict[str, Any]:
    """What the notice says: to whom, and under which point."""
    office = case.directory.by_code[data.office]
    return {"to": {lang: office.name.into(lang) for lang in LANGUAGES}, "reason": ""}


@dataclass(frozen=True)
class KeepCorrected:
    """Keep the favourable act; the complaint is satisfied."""

    def apply(self, case: Case, data: CorrectSelf, change: Change) -> None:
        """Write what was done."""
        found = complaint_of(case)
        if found is None:
            raise invalid(act=_NOT_HERE)
        said = {"outcome": "corrected", "decided_on": case.happened_on, "execution": data.act}
        change.update(Complaint, found.pk, **said, executed_on=case.happened_on)
        change.update(Appeal, case.row.pk, answered_on=case.happened_on, signed_by=case.signature())
        in_matter(case, "correct_self", change)
