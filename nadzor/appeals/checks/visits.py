"""A check with a visit: begun by a decision and an approved plan, within its days, ended by a summary.

Source: 29I.64.1 (which messages), 64.2, 64.7 (who decides), 64.4, 64.5 (plan), 64.6 (summary).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from nadzor.appeals.checks.models import Visit
from nadzor.appeals.checks.visit_papers import DECIDED, signed
from nadzor.appeals.forms import Withdrawn
from nadzor.appeals.interest import DISINTERESTED, NO_INTEREST
from nadzor.appeals.materials import ForTheAsker
from nadzor.appeals.rights import EXECUTOR_OR_LEADER, LEADER, NOT_COMPLAINED_OF, REGISTRAR_OR_LEADER, SEES
from nadzor.appeals.states import ANNULLED, UNDER_REVIEW
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import CallOff, Start, Stop
from nadzor.casework.forms import Asked, Form, title
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.opening import child_of, open_child, parent_of
from nadzor.casework.procedure import YES, Clock, Guard, Procedure, State, Step, Tone, Verdict, declare, no
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor

VISITING = Clock("visit", Phrase("Шығып тексеру", "Проверка с выездом", "Check with a visit"), ("29I.64.5",))
GROUNDS: dict[str, Phrase] = {
    "systematic": Phrase(
        "құқықтардың жүйелі бұзылуы, заңның тиісті баға берілмеген көп не өрескел бұзылуы",
        "систематическое ущемление прав, многочисленные либо грубые нарушения без надлежащей оценки",
        "systematic infringement of rights, numerous or gross breaches without due assessment",
    ),
    "resonance": Phrase(
        "үлкен қоғамдық резонанс тудырған конституциялық құқықтардың бұзылуы",
        "нарушение конституционных прав с большим общественным резонансом",
        "breach of constitutional rights with great public resonance",
    ),
}
"""Which messages are checked on the spot (29I.64.1)."""
title(GROUNDS)


class BeginVisit(Form):
    """Which kind of message is checked on the spot: the place and the days stand in the decision and the plan."""

    ground: Annotated[
        Literal["systematic", "resonance"],
        Asked(
            Phrase("Неге орнында тексеріледі", "Почему проверяется на месте", "Why it is checked on the spot"),
            widget="choice",
            choices=tuple(GROUNDS.items()),
        ),
    ]


def _planned(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    """A decision and an approved plan stand that no visit has used yet."""
    before = Visit.objects.filter(proceeding__parent=case.row.pk).exclude(proceeding__state=ANNULLED).count()
    if len(signed(case, "check_plan")) <= before:
        return no(_NO_PLAN, "29I.64.4")
    return YES if len(signed(case, "visit_decision")) > before else no(_USED, "29I.64.2")


_NO_PLAN = Phrase(
    "Бекітілген тексеру жоспары жоқ. Онсыз тексеру басталмайды.",
    "Нет утверждённого плана проверки. Без него проверку не начинают.",
    "There is no approved plan of the check. Without one it does not begin.",
)
_USED = Phrase(
    "Бұл шешім бойынша тексеру болды. Жаңа шешім керек.",
    "По этому решению проверка уже была. Нужно новое решение.",
    "A check was made by this decision. A new one is needed.",
)


@dataclass(frozen=True)
class OpenVisit:
    """Open the check as a child matter."""

    def apply(self, case: Case, data: BeginVisit, change: Change) -> None:
        """Open the child."""
        child = open_child(case, "visit", data.model_dump(), change)
        change.entry_data["visit"] = child.row.number


def _opened(form: BeginVisit, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    appeal = parent_of(ground, "ground")
    plan, decision = signed(appeal, "check_plan")[-1].contents, signed(appeal, "visit_decision")[-1].contents
    days = {"begins": plan["since"], "ends": plan["until"]}
    facts = {"ground": form.ground, "place": decision["where"]}
    read = {name: dt.date.fromisoformat(day) for name, day in days.items()}
    return child_of(appeal, Visit, facts | read, facts | days, subject=plan["name"][:200])


def _ends(_case: Case, _data: Any) -> dt.date | None:
    facts = _case.opening.facts if _case.opening is not None else None
    return facts["ends"] if facts is not None else None


def _summed_up(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if case.parent is None:
        return YES
    done = Visit.objects.filter(proceeding__parent=case.parent.row.pk, proceeding__state=DONE).count()
    return YES if len(signed(case.parent, "check_summary")) > done else no(_NO_SUMMARY, "29I.64.6")


_NO_SUMMARY = Phrase(
    "Тексеру нәтижелері туралы анықтама жоқ. Алдымен оны жазыңыз.",
    "Нет справки о результатах проверки. Сначала подготовьте её.",
    "There is no summary of the results of the check. Write it first.",
)

GOING, DONE, BROKEN_OFF = "going", "done", "broken_off"
_STATES = (
    State(GOING, Phrase("Тексеру жүріп жатыр", "Проверка идёт", "The check goes on"), Tone.WORK, open=True),
    State(DONE, Phrase("Аяқталды", "Завершена", "Finished"), Tone.DONE, open=False),
    State(BROKEN_OFF, Phrase("Тоқтатылды", "Прекращена", "Broken off"), Tone.ENDED, open=False),
    State(ANNULLED, Phrase("Тіркеуі жойылды", "Аннулирована", "Annulled"), Tone.ENDED, open=False),
)
VISIT = declare(
    Procedure(
        "visit",
        Phrase("Шығып тексеру", "Проверка с выездом", "Check with a visit"),
        _STATES,
        (
            Step(
                "begin",
                Phrase("Тексеруді бастау", "Начать проверку", "Begin the check"),
                frozenset(),
                GOING,
                EXECUTOR_OR_LEADER,
                needs=BeginVisit,
                effects=(ForTheAsker(), Start(VISITING, due=_ends)),
                cites=("29I.64.1", "29I.64.5"),
                opens=_opened,
            ),
            Step(
                "finish",
                Phrase("Тексеруді аяқтау", "Завершить проверку", "Finish the check"),
                frozenset({GOING}),
                DONE,
                EXECUTOR_OR_LEADER,
                guards=(Guard("summed_up", _summed_up),),
                effects=(Stop(VISITING),),
                cites=("29I.64.6",),
                leads=True,
            ),
            Step(
                "break_off",
                Phrase("Тексеруді тоқтату", "Прекратить проверку", "Break the check off"),
                frozenset({GOING}),
                BROKEN_OFF,
                LEADER,
                needs=Withdrawn,
                effects=(CallOff(),),
                cites=("29I.64.2",),
                aside=True,
            ),
            *kernel_steps(
                states=frozenset(state.name for state in _STATES),
                open_states=frozenset({GOING}),
                considered=frozenset({GOING}),
                reopens=frozenset({DONE, BROKEN_OFF}),
                reopened_to=lambda _case: GOING,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=VISITING,
                naming=(NOT_COMPLAINED_OF, NO_INTEREST),
            ),
        ),
        clocks=(VISITING,),
        facts="visit",
    )
)
BEGIN_VISIT = Step(
    "begin_visit",
    Phrase("Шығып тексеруді бастау", "Начать проверку с выездом", "Begin the check with a visit"),
    frozenset({UNDER_REVIEW}),
    None,
    EXECUTOR_OR_LEADER,
    needs=BeginVisit,
    guards=(DECIDED, Guard("visit_planned", _planned), DISINTERESTED),
    effects=(OpenVisit(),),
    cites=("29I.64.1", "29I.64.2", "29I.64.4", "29I.64.7"),
    aside=True,
)


def _checks_over(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    running = [*case.open_children("instruction"), *case.open_children("visit")]
    if not running:
        return YES
    numbers = ", ".join(each.number for each in running)
    return no(Phrase(*(_GO_ON.into(lang).format(numbers=numbers) for lang in LANGUAGES)), "29I.60.1")


_GO_ON = Phrase(
    "Тексеру аяқталмаған: {numbers}. Алдымен оны аяқтаңыз.",
    "Проверка не завершена: {numbers}. Сначала завершите её.",
    "A check is not finished: {numbers}. Finish it first.",
)
CHECKS_OVER = Guard("checks_over", _checks_over)
