"""The steps by which an appeal is answered: drafted, signed, sent, put to the file (29I.60, 68.1, 85, 86, 88)."""

from nadzor.appeals.bans.asked import VOUCHED, KeepVouched
from nadzor.appeals.barred import NOT_ONE_COMPLAINED_OF
from nadzor.appeals.checks.visits import CHECKS_OVER
from nadzor.appeals.clocks import CONSIDERATION, PARTS
from nadzor.appeals.contested import NOT_ONLY_CONTESTED
from nadzor.appeals.control.extending import DropExtension
from nadzor.appeals.control.inspecting import INSPECTION_OVER, INTERIM
from nadzor.appeals.drafting import AUTHOR, NO_DRAFT, OpenDraft
from nadzor.appeals.drafting_forms import Dispatched, Draft, Sign
from nadzor.appeals.ends.conditions import NOT_NAMELESS
from nadzor.appeals.ends.withdrawal import NOT_WITHDRAWN
from nadzor.appeals.forms import File
from nadzor.appeals.harm import NO_HARM
from nadzor.appeals.hearing.rules import HEARD
from nadzor.appeals.interest import DISINTERESTED, EXECUTOR_DISINTERESTED
from nadzor.appeals.rights import EXECUTOR_OR_KEEPER, EXECUTOR_OR_LEADER, NO_OPEN_REQUEST, SIGNATORY
from nadzor.appeals.signing import (
    DRAFT_READY,
    FILE_WHOLE,
    STILL_COMPLETE,
    SendOnPaper,
    SignLetter,
    goes_by_portal,
)
from nadzor.appeals.slips import SLIP_SETTLED
from nadzor.appeals.states import ANSWERED, CLOSED, SIGNED, UNDER_REVIEW
from nadzor.casework.effects import CallOff
from nadzor.casework.kernel_steps import NO_OPEN_CHILDREN
from nadzor.casework.procedure import Step
from nadzor.law.words import Phrase

ANSWER_STEPS: tuple[Step, ...] = (
    Step(
        "draft_answer",
        Phrase("Жауаптың жобасын жазу", "Подготовить проект ответа", "Draft the answer"),
        frozenset({UNDER_REVIEW}),
        None,
        AUTHOR,
        needs=Draft,
        guards=(NO_DRAFT, NOT_NAMELESS, NOT_WITHDRAWN),
        effects=(OpenDraft(),),
        cites=("29I.60.1", "29I.85", "29I.33.2"),
        leads=True,
    ),
    Step(
        "answer",
        Phrase("Жауапқа қол қою", "Подписать ответ", "Sign the answer"),
        frozenset({UNDER_REVIEW}),
        SIGNED,
        SIGNATORY,
        needs=Sign,
        guards=(
            DRAFT_READY,
            STILL_COMPLETE,
            NO_OPEN_REQUEST,
            DISINTERESTED,
            NOT_ONE_COMPLAINED_OF,
            EXECUTOR_DISINTERESTED,
            NOT_ONLY_CONTESTED,
            NO_HARM,
            NOT_WITHDRAWN,
            INSPECTION_OVER,
            HEARD,
            CHECKS_OVER,
            VOUCHED,
        ),
        effects=(CallOff(PARTS), CallOff(INTERIM), DropExtension(), KeepVouched(), SignLetter(CONSIDERATION)),
        cites=("29I.68.1", "29I.85", "29I.86", "29I.47.1"),
        final=True,
        signed=True,
        to_of=lambda case: ANSWERED if goes_by_portal(case) else SIGNED,
        leads=True,
    ),
    Step(
        "dispatch",
        Phrase("Жауапты жөнелту", "Отправить ответ", "Send the answer"),
        frozenset({SIGNED}),
        ANSWERED,
        EXECUTOR_OR_KEEPER,
        needs=Dispatched,
        guards=(FILE_WHOLE,),
        effects=(SendOnPaper(CONSIDERATION),),
        cites=("29I.68.1",),
        late=True,
        leads=True,
    ),
    Step(
        "close",
        Phrase("Іске тігу", "Списать в дело", "Put to the file"),
        frozenset({ANSWERED}),
        CLOSED,
        EXECUTOR_OR_LEADER,
        needs=File,
        guards=(NO_OPEN_CHILDREN, SLIP_SETTLED),
        effects=(CallOff(),),
        cites=("29I.68.1",),
        leads=True,
    ),
)
