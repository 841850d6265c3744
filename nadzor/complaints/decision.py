"""The decision on a complaint: drafted, agreed, checked by point 84, signed with the password, sent as an answer is.

Source: 29I.80.1 (outcomes), 81.1 (in writing, sent to the participant), 82.1 (a refusal is reasoned), 84.1, 84.2 (what
it holds), 88 (who signs). It is decided on the day of the signature (29I.79, 83), and answered when it was sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nadzor import clock
from nadzor.appeals.clocks import CONSIDERATION
from nadzor.appeals.drafting import AUTHOR
from nadzor.appeals.models import PaperDraft
from nadzor.appeals.papers import complaints as papers
from nadzor.appeals.rights import SIGNATORY, signatories, signs_any, titles
from nadzor.appeals.signing import goes_by_portal, send_answer
from nadzor.appeals.written import Written, declare_written
from nadzor.appeals.written_steps import SignPaper, asked_draft, sign_draft
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form
from nadzor.casework.models import Party
from nadzor.casework.procedure import Right
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.complaints.contesting import A_COMPLAINT, complaint_of
from nadzor.complaints.deciding import CONSIDERED_ABOVE, NO_MATTER, keep_answer
from nadzor.complaints.models import Complaint
from nadzor.complaints.papers import begun, content_of, decision_named, party_of
from nadzor.complaints.sending import in_matter
from nadzor.complaints.words import OUTCOMES, TO_EXECUTE
from nadzor.law.facts import Outcome
from nadzor.law.words import Lang, Phrase
from nadzor.organs.actor import Actor

STEP = "decide_complaint"


_NAME = "complaint_decision"


def _drafted(case: Case) -> tuple[Outcome, ...]:
    """The outcome of the draft that is open; before there is one, any may come."""
    child = next(iter(case.open_children(_NAME)), None)
    said = PaperDraft.objects.filter(pk=child.pk).values_list("contents", flat=True).first() if child else None
    outcome = (said or {}).get("outcome")
    return (Outcome(outcome),) if outcome else tuple(Outcome(each) for each in OUTCOMES)


def _decides(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    return signs_any(actor, case, _drafted(case))


def _who_decides(case: Case, form: Form | None) -> Phrase:  # noqa: ARG001
    posts = [post for outcome in _drafted(case) for post in signatories(case, outcome).posts]
    return titles(case.body, tuple(dict.fromkeys(posts)))


DECIDES = Right("decides_complaint", SIGNATORY.who, _decides, SIGNATORY.cites, _who_decides)


def begins_with(case: Case) -> dict[str, Any]:
    """Return what is known of a decision before it is written: who complains, and about what (29I.84.1)."""
    party = party_of(case)
    return {
        "complainant": party.full_name if party is not None else case.row.applicant,
        "iin": party.iin if party is not None else "",
        "contested": content_of(case),
    }


def _lacks(draft: PaperDraft) -> list[Phrase]:
    """What point 84 asks for besides the items: it hangs on the outcome and on who complains."""
    said, found = draft.contents, []
    row = draft.proceeding
    party = Party.objects.filter(proceeding=row.parent_id, role="applicant").order_by("pk").first()
    if party is not None and party.iin and not said.get("iin"):
        found.append(_NUMBER)
    if party is not None and party.organisation and not said.get("legal_form"):
        found.append(_LEGAL_FORM)
    if said.get("outcome") == Outcome.SEND_DOWN and not said.get("breaches"):
        found.append(_NAME_BREACHES)
    if said.get("outcome") in TO_EXECUTE:
        today = clock.today(row.body.zone).isoformat()
        if not said.get("execute_by") or said["execute_by"] < today:
            found.append(_BY_WHEN)
    return found


_NUMBER = Phrase(
    "Шағым берушінің ЖСН-і (БСН-і) белгілі: оны көрсетіңіз.",
    "ИИН (БИН) подавшего жалобу известен: укажите его.",
    "The number (IIN or BIN) of the complainant is known: give it.",
)
_NAME_BREACHES = Phrase(
    "Іс жіберілгенде жол берілген бұзушылықтар мен оларды жою ұсыныстары көрсетіледі.",
    "Когда дело направляют, называют допущенные нарушения и предлагают, как их устранить.",
    "Where the case is sent back, the breaches and the way to remove them are named.",
)
_LEGAL_FORM = Phrase(
    "Заңды тұлғаның ұйымдық-құқықтық нысанын жазыңыз.",
    "Укажите организационно-правовую форму юридического лица.",
    "Say the legal form of the legal entity.",
)
_BY_WHEN = Phrase(
    "Шешімнің орындалуы бақыланады: бүгіннен ерте емес күнді көрсетіңіз.",
    "Исполнение решения контролируют: укажите день не раньше сегодняшнего.",
    "The execution is controlled: give a day not before today.",
)


def _shows(values: dict[str, Any], contents: Mapping[str, Any]) -> dict[str, Any]:
    """The decision is told by its outcome first, in the words of point 80."""
    title = OUTCOMES.get(contents.get("outcome", ""))
    if title is None or not values.get("decision"):
        return values
    lang: Lang = "ru" if contents.get("language") == "ru" else "kk"
    return {**values, "decision": f"{begun(title.into(lang))}. {values['decision']}"}


def _answers(contents: Mapping[str, Any]) -> str:
    """What of a decision stands as the answer to the complaint."""
    return f"{contents['decision']}\n\n{contents['reasons']}"


DECISION = declare_written(
    Written(
        papers.DECISION,
        draft=Phrase("Шағым бойынша шешімнің жобасы", "Проект решения по жалобе", "Draft of the decision"),
        begins=Phrase("Шағым бойынша шешім жазу", "Подготовить решение по жалобе", "Write the decision on a complaint"),
        begun=Phrase("Шешімнің жобасы жазылды", "Подготовлен проект решения", "A decision was drafted"),
        points=("29I.80.1", "29I.82.1", "29I.84.1", "29I.84.2"),
        of_signature=("29I.81.1", "29I.88.8"),
        when=(A_COMPLAINT, CONSIDERED_ABOVE),
        author=AUTHOR,
        right=DECIDES,
        step=STEP,
        answers=_answers,
        choices={
            "outcome": Asked(Phrase("Шешім", "Решение", "Decision"), widget="choice", choices=tuple(OUTCOMES.items()))
        },
        begins_with=begins_with,
        shows=_shows,
        lacks=_lacks,
        single=True,
    )
)


@dataclass(frozen=True)
class SignDecision:
    """Make the draft the decision on the complaint; where the applicant follows on the portal it is sent by that."""

    def apply(self, case: Case, data: SignPaper, change: Change) -> None:
        """Write the paper, the answer, the complaint; the term of consideration ends (29I.79, 83)."""
        child, found = asked_draft(case, data, STEP)[0], complaint_of(case)
        if found is None:
            raise invalid(draft=NO_MATTER)
        said = PaperDraft.objects.values_list("contents", flat=True).get(pk=child.pk)
        row = sign_draft(case, child, change)
        outcome, number = said["outcome"], change.entry_data["papers"][-1]["number"]
        keep_answer(case, outcome, _answers(said), change, contents=said, paper=row)
        change.update(
            Complaint,
            found.pk,
            outcome=outcome,
            decided_on=case.happened_on,
            decision=decision_named(case, "ru" if said["language"] == "ru" else "kk", number),
            breaches=said["breaches"],
            execute_by=said["execute_by"] if outcome in TO_EXECUTE else None,
        )
        in_matter(case, "decide", change)
        if goes_by_portal(case):
            send_answer(case, {"way": "portal", "paper": row}, CONSIDERATION, data, change)
