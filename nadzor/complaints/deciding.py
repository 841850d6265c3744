"""The ends of a complaint: decided, left, returned; the term restored; what the contested proceeding learns of it.

Source: 29I.71.2, 73-76, 80-84, R35 (a claim in court); APPK 94, 95, 100, 101.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nadzor.appeals.cure import CURE, LAPSED, lapsed
from nadzor.appeals.hearing.kept import with_day
from nadzor.appeals.models import AnswerGiven, Appeal
from nadzor.appeals.rights import holds, signatories
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.kernel_steps import in_the_way
from nadzor.casework.models import Term
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.complaints.calling import POINTS, standing
from nadzor.complaints.contesting import complaint_of
from nadzor.complaints.forms import (
    GoneBack,
    LeaveComplaint,
    Restore,
    ReturnComplaint,
)
from nadzor.complaints.hearing import not_heard_yet, told_late
from nadzor.complaints.keeping import ASKED, REFUSED, RESTORED
from nadzor.complaints.models import Complaint
from nadzor.complaints.sending import NOTHING_ELSE_OPEN, in_matter, matter_of
from nadzor.complaints.states import CONSIDERED, TO_TELL
from nadzor.complaints.words import CHOOSE, EMPTY, GROUNDS, RETURN_GROUNDS, SIDES, TABLE
from nadzor.law.facts import Outcome
from nadzor.law.readings import DEFAULT
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor


def _considered(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """Considered by a higher prosecutor: never by the one complained of (29I.70)."""
    matter = matter_of(case)
    return YES if matter is not None and matter.state == CONSIDERED else no(_NOT_CONSIDERED, "29I.70")


_NOT_CONSIDERED = Phrase(
    "Шағымды жоғары тұрған прокурор ғана шешеді: алдымен не шағымдалғаны жазылып, шағым соған жетуі керек.",
    "Жалобу решает только вышестоящий прокурор: сначала записывают, что обжалуется, и жалоба поступает к нему.",
    "Only a higher prosecutor decides a complaint: first what is contested is entered, and it reaches him.",
)
CONSIDERED_ABOVE = Guard("considered_above", _considered)


def _a_matter(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if matter_of(case) is not None else no(NO_MATTER, "29I.71.1")


NO_MATTER = Phrase(
    "Алдымен не шағымдалғанын жазыңыз.", "Сначала запишите, что обжалуется.", "First enter what is contested."
)
A_MATTER = Guard("a_matter", _a_matter)


def _both_heard(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    found = complaint_of(case)
    if found is None:
        return YES
    call = standing(found.pk)
    if call is not None and call.on >= case.happened_on:
        return no(with_day(_AWAITED, call.on), *POINTS)
    left = not_heard_yet(found.pk, case.row.pk)
    if not left:
        late = told_late(found.pk, case.happened_on)
        return YES if late is None else no(with_day(_TOLD_LATE, late.told_on), *POINTS)
    named = (", ".join(SIDES[side].into(lang) for side in left) for lang in LANGUAGES)
    return no(Phrase(*(text.format(who=who) for text, who in zip(_NOT_HEARD, named, strict=True))), "29I.77")


_NOT_HEARD = Phrase(
    "Тыңдалмаған: {who}. Тыңдаңыз немесе неге тыңдалмайтынын жазыңыз.",
    "Не заслушаны: {who}. Заслушайте или запишите, почему не заслушаны.",
    "Not heard: {who}. Hear them, or enter why they are not heard.",
)
_AWAITED = Phrase(
    "Лауазымды адам {day} күніне тыңдауға шақырылған: ол тыңдалғанша шағым шешілмейді.",
    "Должностное лицо вызвано на заслушивание {day}: пока итога нет, жалобу не решают.",
    "The official is called to be heard on {day}: until that has ended, the complaint is not decided.",
)
_TOLD_LATE = Phrase(
    "Лауазымды адам келмеді, ал ол {day} хабардар етілген: шешімге дейін үш жұмыс күні өтуі керек.",
    "Должностное лицо не явилось, а уведомлено оно {day}: до решения должно пройти три рабочих дня.",
    "The official did not come, and was told on {day}: three working days must pass before the decision.",
)
BOTH_HEARD = Guard("both_heard", _both_heard)


def _signs_this(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """Whether point 88 gives the decision to leave a complaint to whoever signs it."""
    if holds(actor, case, signatories(case, Outcome.LEAVE_WITHOUT_CONSIDERATION)):
        return YES
    return no(_NOT_YOURS, "29I.88.1")


_NOT_YOURS = Phrase(
    "Бұл шешімге 88-тармақ бойынша басқа лауазымды адам қол қояды.",
    "Это решение по пункту 88 подписывает другое должностное лицо.",
    "By point 88 another official signs this decision.",
)
SIGNS_THIS = Guard("signs_this", _signs_this)


def keep_answer(  # noqa: PLR0913  # the parts of an answer
    case: Case,
    outcome: str,
    text: str,
    change: Change,
    *,
    contents: Mapping[str, Any] | None = None,
    paper: int | None = None,
) -> None:
    """Keep what the complaint was answered, beside its paper; it is answered once that was sent."""
    said = {"answer": text, "outcome": outcome, "signed_by": case.signature(), "answered_on": None}
    change.update(Appeal, case.row.pk, **said)
    given = {"outcome": outcome, "text": text, "contents": dict(contents or {}), "paper_id": paper}
    change.insert(AnswerGiven, appeal_id=case.row.pk, version=case.row.version + 1, **given)
    change.entry_data.update(outcome=outcome, text={"sha256": hashlib.sha256(text.encode()).hexdigest()})


@dataclass(frozen=True)
class CheckGround:
    """Ask what a ground of leaving a complaint rests on (29I.74)."""

    def apply(self, case: Case, data: LeaveComplaint, change: Change) -> None:  # noqa: ARG002
        """Raise Invalid where the earlier complaint, the court act or the withdrawal is not there."""
        if data.ground not in GROUNDS:
            raise invalid(ground=CHOOSE)
        found = complaint_of(case)
        if data.ground == "withdrawn" and (found is None or found.withdrawn_on is None):
            raise invalid(ground=_NOT_WITHDRAWN)
        if data.ground in {"court_act", "claim"} and not data.court:
            raise invalid(court=EMPTY)
        if data.ground == "claim" and DEFAULT.value("R35", case.happened_on) != "five_grounds":
            raise invalid(ground=_NO_FIFTH)
        if data.ground in _ENDS and not _earlier(case, data.earlier, _ENDS[data.ground]):
            raise invalid(earlier=_NO_EARLIER)


_ENDS = {"decided": ("to_copy", "executing", "done"), "returned": ("returned",)}


def _earlier(case: Case, number: str, states: tuple[str, ...]) -> bool:
    """Whether a complaint of the same applicant, considered here, has ended so.

    One that was itself left without consideration is no decision: it may be filed again (29I.76).
    """
    rows = Complaint.objects.filter(proceeding__parent__number=number, proceeding__state__in=states)
    rows = rows.filter(proceeding__body=case.row.body_id, proceeding__applicant_folded=case.row.applicant_folded)
    return rows.exclude(proceeding__parent=case.row.pk).exclude(outcome=Outcome.LEAVE_WITHOUT_CONSIDERATION).exists()


_NOT_WITHDRAWN = Phrase(
    "Алдымен шағымды кері қайтарып алуды қабылдаңыз.", "Сначала примите отзыв жалобы.", "First accept the withdrawal."
)
_NO_FIFTH = Phrase(
    "Бұл негіз 2026 жылғы 1 қаңтардан бастап қолданылады.",
    "Это основание действует с 1 января 2026 года.",
    "This ground is in force from 1 January 2026.",
)
_NO_EARLIER = Phrase(
    "Осы прокуратурада сол адамның мұндай аяқталған шағымы жоқ: нөмірін тексеріңіз.",
    "В этой прокуратуре нет такой оконченной жалобы того же лица: проверьте номер.",
    "There is no such complaint of the same person that has ended here: check the number.",
)


@dataclass(frozen=True)
class KeepLeft:
    """Keep that a complaint is left, and on which ground."""

    def apply(self, case: Case, data: LeaveComplaint, change: Change) -> None:
        """Write the appeal and the complaint."""
        found = complaint_of(case)
        if found is None:
            raise invalid(ground=NO_MATTER)
        outcome = str(Outcome.LEAVE_WITHOUT_CONSIDERATION)
        keep_answer(case, outcome, data.reasons, change)
        change.update(Complaint, found.pk, outcome=outcome, ground=data.ground, decided_on=case.happened_on)
        in_matter(case, "leave", change)


@dataclass(frozen=True)
class CheckReturn:
    """Ask whether a complaint may go back (29I.73; APPK 64(7), 94; R33)."""

    def apply(self, case: Case, data: ReturnComplaint, change: Change) -> None:  # noqa: ARG002
        """Raise Invalid for an unknown ground, one not in force yet, or defects nobody was asked to mend."""
        if data.ground not in RETURN_GROUNDS:
            raise invalid(ground=CHOOSE)
        if data.ground == "uncured" and not (lapsed(case) or _noted_lapsed(case)):
            raise invalid(ground=_ASK_FIRST)
        in_force = DEFAULT.value("R33", case.happened_on) == "return_in_three_working_days"
        if data.ground != "uncured" and not in_force:
            raise invalid(ground=_NO_FIFTH)


def _noted_lapsed(case: Case) -> bool:
    return any(child.procedure == "cure_request" and child.state == LAPSED for child in case.children)


_ASK_FIRST = Phrase(
    "Алдымен кемшіліктерді жою сұралып, берілген мерзім өтуі керек.",
    "Сначала просят устранить недостатки, и данное на это время должно пройти.",
    "First the complainant is asked to mend it, and the time given must have passed.",
)


def _counted_from(case: Case, ground: str) -> GoneBack:
    """By which row the three working days of the return run: from the time given to mend, or from registration."""
    cures = Term.objects.filter(proceeding__parent=case.row.pk, clock=CURE.name).order_by("due_day")
    last = cures.values_list("due_day", flat=True).last() if ground == "uncured" else None
    if last is not None:
        return GoneBack(norm="APPK.64.7.1", since=last)
    return GoneBack(norm="APPK.64.7.2", since=case.row.registered_on)


@dataclass(frozen=True)
class KeepReturned:
    """Keep that a complaint was returned."""

    def apply(self, case: Case, data: ReturnComplaint, change: Change) -> None:
        """Write the ground."""
        found = complaint_of(case)
        if found is None:
            raise invalid(ground=NO_MATTER)
        change.update(Complaint, found.pk, ground=data.ground, decided_on=case.happened_on)
        in_matter(case, "go_back", change, _counted_from(case, data.ground))


def _restoration_asked(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    found = complaint_of(case)
    return YES if found is not None and found.restoration == ASKED else no(_NOT_ASKED, "29I.71.2")


_NOT_ASKED = Phrase(
    "Мерзім өтініш бойынша ғана қалпына келтіріледі: оны шағым бойынша іс жүргізуде жазыңыз.",
    "Срок восстанавливают только по просьбе: запишите её в производстве по жалобе.",
    "A term is restored only on request: enter it in the complaint matter.",
)
RESTORATION_ASKED = Guard("restoration_asked", _restoration_asked)


@dataclass(frozen=True)
class KeepRestored:
    """Keep whether the term was restored; the complaint is considered in any case (29I.71.3)."""

    def apply(self, case: Case, data: Restore, change: Change) -> None:
        """Write the decision."""
        found = complaint_of(case)
        if found is not None:
            change.update(Complaint, found.pk, restoration=RESTORED if data.restored else REFUSED)


def _to_be_told(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    matter = matter_of(case)
    return YES if matter is not None and matter.state == TO_TELL else no(_NOTHING_TO_TELL, "29I.75")


_NOTHING_TO_TELL = Phrase(
    "Шағым қараусыз қалдырылмаған немесе хабарланған.",
    "Жалоба не оставлена без рассмотрения, или об этом уже уведомили.",
    "The complaint was not left without consideration, or it was told already.",
)
TO_BE_TOLD = Guard("to_be_told", _to_be_told)


@dataclass(frozen=True)
class KeepLeftTold:
    """Keep that the applicant was told: the complaint is answered by that, not by the decision to leave it."""

    def apply(self, case: Case, data: Form, change: Change) -> None:  # noqa: ARG002
        """Write the day."""
        change.update(Appeal, case.row.pk, answered_on=case.happened_on)
        in_matter(case, "tell", change)


def _not_to_be_told(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    matter = matter_of(case)
    return no(_TELL_IT, "29I.75") if matter is not None and matter.state == TO_TELL else YES


_TELL_IT = Phrase(
    "Шағым қараусыз қалдырылды: жауап емес, хабарлама жіберіледі. «Қараусыз қалдырылғанын хабарлау» қадамын жасаңыз.",
    "Жалоба оставлена без рассмотрения: направляют не ответ, а уведомление. Сделайте шаг «Уведомить об оставлении».",
    "The complaint was left without consideration: a notice goes out, not an answer. Make the step that tells it.",
)
NOT_TO_BE_TOLD = Guard("not_to_be_told", _not_to_be_told)


def _no_matter_open(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return no(_BY_DECISION, "29I.80.1", "29I.81.1") if matter_of(case) is not None else YES


_BY_DECISION = Phrase(
    "Шағым бойынша іс жүргізу ашық: шағым жай жауаппен емес, 4-тарау бойынша шешіммен аяқталады.",
    "Открыто производство по жалобе: её завершают не ответом, а решением по главе 4.",
    "A complaint matter is open: the complaint ends by a decision of chapter 4, not by an answer.",
)
NO_MATTER_OPEN = Guard("no_matter_open", _no_matter_open)


def _nothing_but_lapsed(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """A request to cure whose time is over is ended by the return itself."""
    verdict = NOTHING_ELSE_OPEN.test(case, actor, form)
    others = {child.procedure for child in in_the_way(case)} - {TABLE}
    return YES if others == {"cure_request"} and lapsed(case) else verdict


NOTHING_BUT_LAPSED = Guard("nothing_but_lapsed", _nothing_but_lapsed)


def contested_by(appeal: int) -> list[Complaint]:
    """Return the complaints that contest what was decided in a proceeding, oldest first."""
    rows = Complaint.objects.filter(contested=appeal).exclude(proceeding__state="annulled")
    return list(rows.select_related("proceeding__parent").order_by("pk"))
