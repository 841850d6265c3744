"""What a complaint matter keeps by the way: a request to restore the term, a withdrawal, the execution.

Source: 29I.71.2 (restoration on request), 73 (withdrawal), 82.2 (the decision binds the body complained of).
"""

from dataclasses import dataclass

from nadzor.appeals.checking import require_between
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.procedure import YES, Guard, Verdict, no
from nadzor.casework.writing import Change
from nadzor.complaints.contesting import suspended_since
from nadzor.complaints.forms import AskRestoration, Executed, KeepInForce, WithdrawComplaint
from nadzor.complaints.models import Complaint
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor

ASKED, RESTORED, REFUSED = "asked", "restored", "refused"


@dataclass(frozen=True)
class KeepRestoration:
    """Keep the request to restore the term."""

    def apply(self, case: Case, data: AskRestoration, change: Change) -> None:
        """Write the reason."""
        change.update(Complaint, case.row.pk, restoration=ASKED, restoration_reason=data.reason)


@dataclass(frozen=True)
class KeepWithdrawal:
    """Keep the day on which the complaint was withdrawn."""

    def apply(self, case: Case, data: WithdrawComplaint, change: Change) -> None:
        """Write the day. Raises Invalid for a day before the complaint was filed or to come."""
        require_between("on", data.on, case.facts.filed_on, case.happened_on)
        change.update(Complaint, case.row.pk, withdrawn_on=data.on)


@dataclass(frozen=True)
class KeepAct:
    """Keep why the act that is contested stays in force (APPK 96)."""

    def apply(self, case: Case, data: KeepInForce, change: Change) -> None:
        """Write the reason."""
        change.update(Complaint, case.row.pk, in_force_why=data.why)


@dataclass(frozen=True)
class KeepExecuted:
    """Keep how the decision was executed."""

    def apply(self, case: Case, data: Executed, change: Change) -> None:
        """Write the day and the words. Raises Invalid for a day before the decision or to come."""
        require_between("on", data.on, case.facts.decided_on, case.happened_on)
        change.update(Complaint, case.row.pk, executed_on=data.on, execution=data.words)


def _late_and_not_asked(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if not case.facts.late:
        return no(_IN_TIME, "29I.71.2")
    return no(_ASKED, "29I.71.2") if case.facts.restoration else YES


_IN_TIME = Phrase(
    "Шағым мерзімінде берілген: қалпына келтіретін ештеңе жоқ.",
    "Жалоба подана в срок: восстанавливать нечего.",
    "The complaint was filed in time: there is nothing to restore.",
)
_ASKED = Phrase(
    "Мерзімді қалпына келтіру өтінілген.",
    "Восстановить срок уже просили.",
    "The restoration was asked for already.",
)
ONCE_ASKED = Guard("once_asked", _late_and_not_asked)


def _suspends(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if suspended_since(case.facts) is not None else no(_NOT_SUSPENDED, "APPK.96")


_NOT_SUSPENDED = Phrase(
    "Бұл шағым ештеңені тоқтатпайды: әрекетке, әрекетсіздікке берілген немесе актінің күші сақталған.",
    "Эта жалоба ничего не приостанавливает: обжалуется действие, бездействие, или акт уже оставлен в силе.",
    "This complaint suspends nothing: it is about an action or inaction, or the act is kept in force already.",
)
SUSPENDS = Guard("suspends", _suspends)


def _of_a_subordinate(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """The head of the office is the higher prosecutor of its staff; nobody is higher than the office itself."""
    return YES if case.facts.official else no(_OF_THE_OFFICE, "29I.70")


_OF_THE_OFFICE = Phrase(
    "Прокуратураның өзіне шағымды жоғары тұрған прокуратура қарайды: жоғары жіберіңіз. Мұнда тек аталған қызметкерге "
    "шағым қаралады.",
    "Жалобу на саму прокуратуру рассматривает вышестоящая: направьте её вверх. Здесь рассматривают только жалобу на "
    "названного работника.",
    "A complaint against the office itself is for the office above: send it up. Only one against a named member of the "
    "staff is considered here.",
)
OF_A_SUBORDINATE = Guard("of_a_subordinate", _of_a_subordinate)
