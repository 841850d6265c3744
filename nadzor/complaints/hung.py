"""The steps of chapter 4 that are steps of the complaint itself, hung on the table of appeals (docs/adr/0011).

The registered complaint stays the main proceeding, with its term (29I.79), its people, its code.
"""

from nadzor.appeals.additions import APPLICANT
from nadzor.appeals.bans.asked import VOUCHED, KeepVouched
from nadzor.appeals.barred import NOT_ONE_COMPLAINED_OF
from nadzor.appeals.clocks import CONSIDERATION, PARTS
from nadzor.appeals.contested import NOT_ONLY_CONTESTED
from nadzor.appeals.cure import CloseLapsed
from nadzor.appeals.drafting import NO_DRAFT
from nadzor.appeals.hearing.rules import HEARD
from nadzor.appeals.interest import DISINTERESTED, EXECUTOR_DISINTERESTED
from nadzor.appeals.procedure import APPEAL
from nadzor.appeals.rights import (
    EXECUTOR_OR_KEEPER,
    EXECUTOR_OR_LEADER,
    LEADER,
    LEADER_ABOVE,
    NO_OPEN_REQUEST,
    SIGNATORY,
)
from nadzor.appeals.signing import goes_by_portal
from nadzor.appeals.states import (
    ANSWERED,
    CLOSED,
    FORWARDED,
    REGISTERED,
    RETURNED,
    SIGNED,
    STATES,
    UNDER_REVIEW,
)
from nadzor.appeals.written_steps import SignDecided, paper_waits, step_that_begins
from nadzor.casework.effects import CallOff, Notify, Stop
from nadzor.casework.procedure import Step, ask, follow, hang
from nadzor.complaints import papers
from nadzor.complaints.applicants import STEP as COMPLAINS
from nadzor.complaints.applicants import Complain, FileComplaint
from nadzor.complaints.calling import NOBODY_CALLED
from nadzor.complaints.contesting import A_COMPLAINT, NOT_TWICE, OpenComplaint
from nadzor.complaints.deciding import (
    A_MATTER,
    BOTH_HEARD,
    CONSIDERED_ABOVE,
    NO_MATTER_OPEN,
    NOT_TO_BE_TOLD,
    NOTHING_BUT_LAPSED,
    RESTORATION_ASKED,
    SIGNS_THIS,
    TO_BE_TOLD,
    CheckGround,
    CheckReturn,
    KeepLeft,
    KeepLeftTold,
    KeepRestored,
    KeepReturned,
)
from nadzor.complaints.decision import DECIDES, DECISION, STEP, SignDecision
from nadzor.complaints.forms import (
    ActAnew,
    ActHere,
    Contest,
    CorrectSelf,
    LeaveComplaint,
    Restore,
    ReturnComplaint,
    SendUp,
    TakeMeasure,
    Told,
)
from nadzor.complaints.measures import (
    ANEW,
    OF_THE_LOWER,
    SUBORDINATE,
    TELL_THE_LOWER,
    TELL_THE_OFFICE,
    CheckAct,
    KeepActed,
    KeepMeasure,
)
from nadzor.complaints.rights import HOUSE_ITSELF
from nadzor.complaints.sending import (
    ABOVE,
    NOTHING_ELSE_OPEN,
    SOMEBODY_ABOVE,
    WHOLLY_AND_IN_TIME,
    WITH_THE_BODY,
    GoUp,
    HandMatterOn,
    KeepCorrected,
    told_up,
)
from nadzor.complaints.silence import OF_IT, SILENT, TERM_OVER, KeepSilence, KeepTold
from nadzor.law.words import Phrase

_OPEN = frozenset({REGISTERED, UNDER_REVIEW})
_STANDING = frozenset(state.name for state in STATES) - {"annulled"}
HUNG = (
    Step(
        "contest",
        Phrase("Не шағымдалғанын жазу", "Записать, что обжалуется", "Enter what is contested"),
        _OPEN,
        None,
        EXECUTOR_OR_KEEPER,
        needs=Contest,
        guards=(A_COMPLAINT, NOT_TWICE),
        effects=(OpenComplaint(),),
        cites=("29I.71.1", "29I.71.3", "29I.72"),
        aside=True,
    ),
    Step(
        COMPLAINS,
        Phrase("Өтініш берушінің шағымы", "Жалоба заявителя", "Complaint of the applicant"),
        _STANDING,
        None,
        APPLICANT,
        needs=Complain,
        effects=(
            FileComplaint(),
            Notify("executor", "complaint_filed"),
            Notify("applicant", "complaint_filed"),
        ),
        cites=("29I.71.1", "29I.71.3", "29I.72"),
        house=True,
    ),
    Step(
        "send_complaint_up",
        Phrase("Шағымды жоғары жіберу", "Направить жалобу вышестоящему", "Send the complaint up"),
        _OPEN,
        FORWARDED,
        LEADER,
        needs=SendUp,
        guards=(A_COMPLAINT, WITH_THE_BODY, ABOVE, NOTHING_ELSE_OPEN, SOMEBODY_ABOVE),
        effects=(CallOff(), Notify("applicant", "forwarded", told_up), papers.SEND_UP, GoUp()),
        cites=("29I.71.4", "29I.70", "29I.32"),
        final=True,
    ),
    Step(
        "correct_self",
        Phrase("Шағымды өзі толық қанағаттандыру", "Удовлетворить жалобу самому", "Satisfy the complaint oneself"),
        _OPEN,
        ANSWERED,
        LEADER,
        needs=CorrectSelf,
        guards=(A_COMPLAINT, WITH_THE_BODY, WHOLLY_AND_IN_TIME, NOTHING_ELSE_OPEN),
        effects=(
            papers.CORRECTED,
            KeepCorrected(),
            Stop(CONSIDERATION),
            CallOff(),
            Notify("applicant", "complaint_satisfied"),
        ),
        cites=("29I.71.5",),
        final=True,
    ),
    Step(
        "restore_term",
        Phrase("Мерзімді қалпына келтіруді шешу", "Решить о восстановлении срока", "Decide on restoring the term"),
        _OPEN,
        None,
        SIGNATORY,
        needs=Restore,
        guards=(A_COMPLAINT, RESTORATION_ASKED, DISINTERESTED, NOT_ONE_COMPLAINED_OF),
        effects=(papers.RESTORATION, KeepRestored(), Notify("applicant", "term_restoration")),
        cites=("29I.71.2", "29I.71.3"),
    ),
    Step(
        "return_complaint",
        Phrase("Шағымды қайтару", "Возвратить жалобу", "Return the complaint"),
        _OPEN,
        RETURNED,
        EXECUTOR_OR_LEADER,
        needs=ReturnComplaint,
        # The questions of point 61 are not put here: nothing is decided and nothing checked. A defect of form, or what
        # the code names, sends the complaint back; who files it again is heard (29I.73; APPK 64, 94).
        guards=(A_COMPLAINT, A_MATTER, NOTHING_BUT_LAPSED, DISINTERESTED, NOT_ONE_COMPLAINED_OF, NOBODY_CALLED),
        effects=(
            CheckReturn(),
            CloseLapsed(),
            papers.RETURN,
            KeepReturned(),
            CallOff(),
            Notify("applicant", "complaint_returned"),
        ),
        cites=("29I.73", "29I.72"),
        final=True,
    ),
    Step(
        "leave_complaint",
        Phrase("Шағымды қараусыз қалдыру", "Оставить жалобу без рассмотрения", "Leave it without consideration"),
        frozenset({UNDER_REVIEW}),
        SIGNED,
        SIGNATORY,
        needs=LeaveComplaint,
        guards=(
            A_COMPLAINT,
            CONSIDERED_ABOVE,
            NO_DRAFT,
            NO_OPEN_REQUEST,
            NOBODY_CALLED,
            DISINTERESTED,
            NOT_ONE_COMPLAINED_OF,
            SIGNS_THIS,
            VOUCHED,  # it ends the complaint as a decision does: whoever signs it answers for point 61
        ),
        effects=(CheckGround(), KeepVouched(), papers.LEAVING, KeepLeft(), Stop(CONSIDERATION), CallOff()),
        cites=("29I.74", "29I.80.1"),
        final=True,
    ),
    Step(
        "tell_left",
        Phrase("Қараусыз қалдырылғанын хабарлау", "Уведомить об оставлении жалобы", "Tell that it was left"),
        frozenset({SIGNED}),
        ANSWERED,
        EXECUTOR_OR_LEADER,
        guards=(A_COMPLAINT, TO_BE_TOLD),
        effects=(papers.LEAVING_TOLD, KeepLeftTold(), Notify("applicant", "complaint_left")),
        cites=("29I.75", "29I.76"),
        leads=True,
    ),
    step_that_begins(DECISION, aside=False),
    Step(
        STEP,
        Phrase("Шағымды шешу", "Решить жалобу", "Decide the complaint"),
        frozenset({UNDER_REVIEW}),
        SIGNED,
        DECIDES,
        needs=SignDecided,
        guards=(
            A_COMPLAINT,
            CONSIDERED_ABOVE,
            BOTH_HEARD,
            HEARD,
            paper_waits(STEP),
            NO_DRAFT,
            NO_OPEN_REQUEST,
            DISINTERESTED,
            EXECUTOR_DISINTERESTED,
            NOT_ONE_COMPLAINED_OF,
            NOT_ONLY_CONTESTED,
            VOUCHED,
        ),
        effects=(
            Stop(CONSIDERATION),
            CallOff(PARTS),
            KeepVouched(),
            SignDecision(),
            Notify("executor", "complaint_decided"),
        ),
        cites=("29I.80.1", "29I.81.1", "29I.82.1", "29I.84.1", "29I.84.2", "29I.79"),
        final=True,
        signed=True,
        to_of=lambda case: ANSWERED if goes_by_portal(case) else SIGNED,
        leads=True,
    ),
    Step(
        SILENT,
        Phrase("Үнсіздікті бас тарту деп тану", "Считать молчание отказом", "Take silence for a refusal"),
        frozenset({REGISTERED, UNDER_REVIEW, SIGNED}),
        None,
        HOUSE_ITSELF,
        guards=(A_COMPLAINT, TERM_OVER),
        effects=(
            KeepSilence(),
            papers.SILENCE,
            Notify("applicant", "complaint_silent"),
            Notify("executor", "complaint_silent"),
        ),
        cites=("29I.83", "29I.71.6"),
        house=True,
    ),
    Step(
        "higher_measure",
        Phrase(
            "Төмен тұрған прокурордың актісіне шара қолдану", "Принять меру по акту нижестоящего", "Act on a lower act"
        ),
        frozenset({UNDER_REVIEW, ANSWERED}),
        None,
        LEADER,
        needs=TakeMeasure,
        guards=(OF_THE_LOWER,),
        effects=(KeepMeasure(), papers.HIGHER, TELL_THE_OFFICE),
        cites=("29I.80.2",),
        aside=True,
    ),
    Step(
        "measure_from_above",
        Phrase(
            "Осы істегі актіге жоғарыдан шара қолдану",
            "Принять меру по акту в деле нижестоящей прокуратуры",
            "Act from above on an act of this case",
        ),
        _STANDING,
        None,
        LEADER_ABOVE,
        needs=ActHere,
        guards=(SUBORDINATE, DISINTERESTED),
        effects=(CheckAct(), papers.ACTED, KeepActed(), TELL_THE_LOWER),
        cites=("29I.80.2",),
        aside=True,
    ),
    Step(
        "return_from_above",
        Phrase(
            "Шешімнің күшін жойып, істі қайтару",
            "Отменить решение и вернуть дело нижестоящей прокуратуре",
            "Cancel the decision and send the case back",
        ),
        frozenset({ANSWERED, CLOSED}),
        UNDER_REVIEW,
        LEADER_ABOVE,
        needs=ActAnew,
        guards=(SUBORDINATE, DISINTERESTED),
        effects=(CheckAct(back=True), papers.ACTED, KeepActed(back=True), TELL_THE_LOWER, *ANEW),
        cites=("29I.80.2", "29I.80.1"),
        aside=True,
    ),
    Step(
        "complaint_outcome",
        Phrase("Шағымның нәтижесін жазу", "Записать итог жалобы", "Enter the outcome of a complaint"),
        _STANDING,
        None,
        HOUSE_ITSELF,
        needs=Told,
        guards=(OF_IT,),
        effects=(KeepTold(), Notify("executor", "contested_outcome")),
        cites=("29I.80.1", "29I.82.2"),
        house=True,
    ),
    Step(
        "complaint_sent_back",
        Phrase(
            "Шағым бойынша рәсімді қайта жүргізу", "Провести процедуру заново по жалобе", "Carry the procedure out anew"
        ),
        frozenset({ANSWERED, CLOSED}),
        UNDER_REVIEW,
        HOUSE_ITSELF,
        needs=Told,
        guards=(OF_IT,),
        effects=(
            KeepTold(),
            Notify("executor", "contested_outcome"),
            *ANEW,
        ),
        cites=("29I.80.1", "29I.82.2"),
        house=True,
    ),
)
hang(APPEAL, *HUNG)
for _name in ("assign", "assign_units"):
    follow(APPEAL, _name, HandMatterOn())
for _name in ("draft_answer", "answer"):
    ask(APPEAL, _name, NO_MATTER_OPEN)
for _name in ("dispatch", "send_by_email"):
    ask(APPEAL, _name, NOT_TO_BE_TOLD)
