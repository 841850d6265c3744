"""An applicant withdraws an appeal in writing until the decision; it is accepted, or considered on for a ground.

Source: APPK 64, part 9 (in writing, until the decision, may be filed again), which 29I.21 calls in; 29I.48 with APPK
70 (an accepted withdrawal ends the procedure), 29I.63.2 (a breach found is acted upon whoever withdraws). Nothing is
answered while a withdrawal waits; one that was accepted is ended by the decision to terminate.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor.appeals.checking import require_between
from nadzor.appeals.ends.models import Withdrawal
from nadzor.appeals.interest import NO_INTEREST
from nadzor.appeals.rights import EXECUTOR_OR_KEEPER, LEADER, NOT_COMPLAINED_OF, REGISTRAR_OR_LEADER, SEES
from nadzor.appeals.states import REGISTERED, UNDER_REVIEW
from nadzor.casework.case import Case, Ground, Opening
from nadzor.casework.effects import Notify
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.kernel_steps import kernel_steps
from nadzor.casework.opening import child_of, open_child, parent_of
from nadzor.casework.procedure import YES, Guard, Procedure, Right, State, Step, Tone, Verdict, declare, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor

POINTS = ("APPK.64.9", "29I.21")
GROUNDS: dict[str, Phrase] = {
    "crime": Phrase(
        "қылмыстық құқық бұзушылық немесе қауіпсіздікке қатер туралы мәліметтер бар",
        "есть сведения об уголовном правонарушении или угрозе безопасности",
        "it tells of a crime or of a threat to security",
    ),
    "others": Phrase(
        "басқа адамдардың, мемлекеттің немесе қоғамның құқықтары мен мүдделері қозғалады",
        "затронуты права и интересы других лиц, государства или общества",
        "rights and interests of others, of the state or of society are touched",
    ),
    "breach": Phrase(
        "заңның бұзылғаны анықталды, шара қабылдау керек",
        "выявлено нарушение закона, нужно принять меры",
        "a breach of law was found that must be acted upon",
    ),
    "not_free": Phrase(
        "қайтарып алу ерікті емес деп пайымдауға негіз бар",
        "есть основания полагать, что отзыв недоброволен",
        "there is reason to think that the withdrawal is not of the applicant’s free will",
    ),
}
"""For what a withdrawn appeal is considered on."""
_WORDS = Asked(
    Phrase("Не жазылған", "Что написано", "What it says"),
    Phrase(
        "Өтініш берушінің өз сөзімен.",
        "Словами заявителя.",
        "In the words of the applicant.",
    ),
    widget="text",
)


class Withdraw(Form):
    """What the withdrawal says and when it came."""

    words: Annotated[Text, _WORDS, Field(min_length=1, max_length=20_000)]
    came_on: Annotated[dt.date, Asked(Phrase("Түскен күні", "Когда поступил", "When it came"), widget="day")]


class WithdrawOwn(Form):
    """What the applicant writes on the portal."""

    words: Annotated[Text, _WORDS, Field(min_length=1, max_length=20_000)]


class Entered(Form):
    """A withdrawal that is entered, with the way it came."""

    words: str
    came_on: dt.date
    way: str


class ConsiderOn(Form):
    """For what the appeal is considered on all the same."""

    ground: Annotated[
        Text,
        Asked(
            Phrase("Неге қарау жалғасады", "Почему рассмотрение продолжается", "Why it is considered on"),
            widget="choice",
            choices=tuple(GROUNDS.items()),
        ),
        Field(min_length=1),
    ]
    reason: Annotated[
        Text,
        Asked(Phrase("Негіздемесі", "Обоснование", "Reasons"), widget="text"),
        Field(min_length=1, max_length=2000),
    ]


_UNKNOWN = Phrase("Тізімнен таңдаңыз.", "Выберите из списка.", "Choose from the list.")
ASKED, ACCEPTED, KEPT, ANNULLED = "asked", "accepted", "considered_on", "annulled"


def withdrawals(case: Case) -> dict[str, str]:
    """Return the withdrawals of an appeal: their state by number."""
    return {child.number: child.state for child in case.children if child.procedure == "withdrawal"}


def accepted(case: Case) -> bool:
    """Whether a withdrawal of the appeal was accepted."""
    return ACCEPTED in withdrawals(case).values()


def _first(case: Case, state: str) -> str:
    return next((number for number, stands in withdrawals(case).items() if stands == state), "")


def _with(said: Phrase, number: str) -> Phrase:
    return Phrase(*(said.into(lang).format(number=number) for lang in LANGUAGES))


def _none_waits(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    if number := _first(case, ASKED):
        return no(_with(_WAITS, number), *POINTS)
    if number := _first(case, ACCEPTED):
        return no(_with(_ACCEPTED, number), *POINTS)
    return YES


_WAITS = Phrase(
    "Өтініш беруші жолданымын қайтарып алды: {number}. Алдымен басшылық бұл туралы шешім қабылдасын.",
    "Заявитель отозвал обращение: {number}. Сначала руководство решит, принять ли отзыв.",
    "The applicant has withdrawn the appeal: {number}. First the leadership decides on that.",
)
_ACCEPTED = Phrase(
    "Қайтарып алу қабылданды: {number}. Енді рәсім тоқтатылады.",
    "Отзыв принят: {number}. Теперь процедуру прекращают.",
    "The withdrawal was accepted: {number}. Now the procedure is terminated.",
)
NOT_WITHDRAWN = Guard("not_withdrawn", _none_waits)
"""No withdrawal waits for its decision, none was accepted."""


@dataclass(frozen=True)
class OpenWithdrawal:
    """Open the withdrawal as a child matter."""

    way: Withdrawal.Way

    def apply(self, case: Case, data: Withdraw | WithdrawOwn, change: Change) -> None:
        """Open the child. Raises Invalid for a day before the registration or to come."""
        came = data.came_on if isinstance(data, Withdraw) else case.happened_on
        require_between("came_on", came, case.row.registered_on, case.happened_on)
        said = {"words": data.words, "came_on": came, "way": str(self.way)}
        child = open_child(case, "withdrawal", said, change)
        change.entry_data.update(dict.fromkeys(("words", "came_on")), withdrawal=child.row.number)


def _opened(form: Entered, ground: Ground, change: Change) -> Opening:  # noqa: ARG001
    facts: dict[str, Any] = {"words": form.words, "came_on": form.came_on, "way": form.way, "ground": "", "reason": ""}
    return child_of(
        parent_of(ground, "words"),
        Withdrawal,
        facts,
        {"way": form.way, "came_on": form.came_on.isoformat()},
        words=form.words,
    )


@dataclass(frozen=True)
class KeepGround:
    """Keep for what the appeal is considered on."""

    def apply(self, case: Case, data: ConsiderOn, change: Change) -> None:
        """Write the ground. Raises Invalid for one that the list has not."""
        if data.ground not in GROUNDS:
            raise invalid(ground=_UNKNOWN)
        change.update(Withdrawal, case.row.pk, ground=data.ground, reason=data.reason)


@dataclass(frozen=True)
class TellOfAppeal:
    """Tell the applicant in the appeal what became of its withdrawal."""

    template: str

    def apply(self, case: Case, data: Any, change: Change) -> None:
        """Collect the notices of the appeal: who follows it has its code, the child has none."""
        if case.parent is None:
            return
        said = {"ground": data.ground, "reason": data.reason} if isinstance(data, ConsiderOn) else {}
        Notify("applicant", self.template, lambda _case, _data: said).apply(case.parent, data, change)
        Notify("executor", self.template).apply(case.parent, data, change)


def _enters(actor: Actor, case: Case, form: Form | None) -> bool:
    return actor.is_house or EXECUTOR_OR_KEEPER.test(actor, case, form)


ENTERS = Right(
    "enters_withdrawal",
    Phrase(
        "өтініш беруші порталда, орындаушы, прокуратураның басшылығы, бөлімше басшысы, тіркеуші",
        "заявитель на портале, исполнитель, руководство прокуратуры, руководитель подразделения, регистратор",
        "the applicant on the portal, the executor, the leadership of the office, the head of the unit, the registrar",
    ),
    _enters,
)
APPLICANT = Right(
    "withdrawing_applicant",
    Phrase(
        "өтініш беруші, порталда жолданымының коды бойынша",
        "заявитель, на портале по коду своего обращения",
        "the applicant, on the portal by the code of the appeal",
    ),
    lambda actor, _case, _form: actor.is_house,
)
_STATES = (
    State(ASKED, Phrase("Шешім күтілуде", "Ждёт решения", "Waiting for the decision"), Tone.WAIT, open=True),
    State(ACCEPTED, Phrase("Қабылданды", "Принят", "Accepted"), Tone.DONE, open=False),
    State(KEPT, Phrase("Қарау жалғасады", "Рассмотрение продолжается", "Considered on"), Tone.ENDED, open=False),
    State(ANNULLED, Phrase("Жойылды", "Аннулирован", "Annulled"), Tone.ENDED, open=False),
)
WITHDRAWAL = declare(
    Procedure(
        "withdrawal",
        Phrase("Жолданымды қайтарып алу", "Отзыв обращения", "Withdrawal of the appeal"),
        _STATES,
        (
            Step(
                "enter",
                Phrase("Қайтарып алуды енгізу", "Внести отзыв", "Enter the withdrawal"),
                frozenset(),
                ASKED,
                ENTERS,
                needs=Entered,
                cites=POINTS,
                opens=_opened,
            ),
            Step(
                "accept",
                Phrase("Қайтарып алуды қабылдау", "Принять отзыв", "Accept the withdrawal"),
                frozenset({ASKED}),
                ACCEPTED,
                LEADER,
                effects=(TellOfAppeal("withdrawal_accepted"),),
                cites=POINTS,
                leads=True,
            ),
            Step(
                "consider_on",
                Phrase("Қарауды жалғастыру", "Продолжить рассмотрение", "Consider the appeal on"),
                frozenset({ASKED}),
                KEPT,
                LEADER,
                needs=ConsiderOn,
                effects=(KeepGround(), TellOfAppeal("considered_on")),
                cites=(*POINTS, "29I.63.2"),
            ),
            *kernel_steps(
                states=frozenset(state.name for state in _STATES),
                open_states=frozenset({ASKED}),
                considered=frozenset({ASKED}),
                reopens=frozenset({ACCEPTED, KEPT}),
                reopened_to=lambda _case: ASKED,
                leader=LEADER,
                keeper=REGISTRAR_OR_LEADER,
                anyone=SEES,
                resumed=None,
                naming=(NOT_COMPLAINED_OF, NO_INTEREST),
            ),
        ),
        facts="withdrawal",
    )
)
_BEFORE_DECISION = frozenset({REGISTERED, UNDER_REVIEW})
WITHDRAWAL_STEPS = (
    Step(
        "withdraw_appeal",
        Phrase("Жолданымды қайтарып алуды енгізу", "Внести отзыв обращения", "Enter the applicant’s withdrawal"),
        _BEFORE_DECISION,
        None,
        EXECUTOR_OR_KEEPER,
        needs=Withdraw,
        guards=(NOT_WITHDRAWN,),
        effects=(OpenWithdrawal(Withdrawal.Way.PAPER), Notify("executor", "withdrawn")),
        cites=POINTS,
        aside=True,
    ),
    Step(
        "applicant_withdraws",
        Phrase("Өтініш беруші қайтарып алды", "Заявитель отозвал обращение", "The applicant withdrew the appeal"),
        _BEFORE_DECISION,
        None,
        APPLICANT,
        needs=WithdrawOwn,
        guards=(NOT_WITHDRAWN,),
        effects=(OpenWithdrawal(Withdrawal.Way.PORTAL), Notify("executor", "withdrawn")),
        cites=POINTS,
        house=True,
    ),
)
