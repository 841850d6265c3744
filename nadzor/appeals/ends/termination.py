"""The decision to terminate a procedure in place of an answer, as a written paper: its grounds, its draft.

Source: 29I.48 (APPK 70), 29I.57.1 (simplified), 29I.59 (it may be contested), 29I.88 (who signs). Whether the ground
fits is asked when the draft is begun, when it is sent on and when it is signed (terminating.py).
"""

from collections.abc import Mapping
from typing import Any

from nadzor.appeals.barred import NOT_ONE_COMPLAINED_OF
from nadzor.appeals.cure import LAPSED
from nadzor.appeals.drafting import AUTHOR
from nadzor.appeals.ends.withdrawal import ASKED as WAITS
from nadzor.appeals.ends.withdrawal import accepted, withdrawals
from nadzor.appeals.papers import ending
from nadzor.appeals.states import REGISTERED, UNDER_REVIEW
from nadzor.appeals.written import Written, declare_written
from nadzor.casework.case import Case
from nadzor.casework.forms import Asked, Form
from nadzor.casework.procedure import YES, Guard, Right, Verdict, no
from nadzor.law.o29.ending import CIRCUMSTANCES, End, ends_of, points_of
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.organs.actor import Actor

STEP = "terminate"


def ground_of(contents: Mapping[str, Any]) -> End | None:
    """Return the ground that a draft names; none while it names none."""
    said = contents.get("ground")
    return End(said) if said else None


def ground_fits(appeal: Case, ground: End | None) -> Verdict:
    """Whether the ground is one for the kind, and the facts that the appeal has bear it out."""
    waiting = next((number for number, state in withdrawals(appeal).items() if state == WAITS), "")
    if waiting:
        return no(Phrase(*(_UNDECIDED.into(lang).format(number=waiting) for lang in LANGUAGES)), "APPK.64.9")
    if ground is None:
        return YES
    points = points_of(ground, appeal.row.kind)
    if ground not in ends_of(appeal.row.kind):
        return no(_OTHER_KIND, *points)
    if ground is End.WITHDRAWN and not accepted(appeal):
        return no(_NOT_WITHDRAWN, *points)
    if ground is End.DECIDED and appeal.facts.repeat_of_id is None and appeal.facts.duplicate_of_id is None:
        return no(_NOTHING_BEFORE, *points)
    asked = (child for child in appeal.children if child.procedure == "cure_request")
    if ground is End.NO_SUBSTANCE and not any(child.state == LAPSED for child in asked):
        return no(_NOT_ASKED, *points, "29I.25.1")
    return YES


_UNDECIDED = Phrase(
    "Жолданымды қайтарып алу туралы шешім жоқ: {number}. Алдымен соны шешіңіз.",
    "Отзыв обращения ещё не решён: {number}. Сначала решите его.",
    "The withdrawal of the appeal is not decided: {number}. Decide on it first.",
)
_OTHER_KIND = Phrase(
    "Жолданымның бұл түрі бойынша рәсім мұндай негізбен тоқтатылмайды. Басқасын таңдаңыз.",
    "Процедуру по обращению этого вида по такому основанию не прекращают. Выберите другое.",
    "A procedure on this kind of appeal is not terminated on such a ground. Choose another.",
)
_NOT_WITHDRAWN = Phrase(
    "Өтініш беруші жолданымын қайтарып алмаған немесе бұл қабылданбаған. Алдымен қайтарып алуды енгізіп, қабылдаңыз.",
    "Заявитель обращение не отзывал, или отзыв не принят. Сначала внесите отзыв и примите его.",
    "The applicant has not withdrawn the appeal, or that was not accepted. First enter the withdrawal and accept it.",
)
_NOTHING_BEFORE = Phrase(
    "Бұрынғы жолданым көрсетілмеген. Алдымен жолданымның қайталама не телнұсқа екенін белгілеңіз.",
    "Прежнее обращение не указано. Сначала отметьте, что это повторное обращение или дубликат.",
    "No earlier appeal is named. First mark this one as repeated or as a duplicate.",
)
_NOT_ASKED = Phrase(
    "Алдымен жолданымның мәнін баяндауды сұраңыз: берілген мерзім өтіп, ол жойылмады деп белгіленсін.",
    "Сначала попросите изложить суть: пусть данное на это время пройдёт и будет отмечено, что не устранено.",
    "First ask for the substance: let the time given for it pass and be noted as not mended.",
)


def _begun_fits(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return ground_fits(case, ground_of(form.model_dump()) if form is not None else None)


def _draft_fits(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return ground_fits(case.parent, ground_of(case.facts.contents)) if case.parent is not None else YES


def _writes(actor: Actor, case: Case, form: Form | None) -> bool:
    """Whoever considers the appeal; while it was given to nobody, the leadership, who may end it without giving it."""
    appeal = case.parent or case
    if appeal.row.executor_id is None:
        return actor.leads(appeal.body.id)
    return AUTHOR.test(actor, case, form)


WRITES = Right(
    "writes_termination",
    Phrase(
        "жолданымды қарайтын лауазымды адам; ол ешкімге берілмесе – прокуратураның басшылығы",
        "должностное лицо, рассматривающее обращение; пока оно никому не передано – руководство прокуратуры",
        "the official who considers the appeal; while it was given to nobody, the leadership of the office",
    ),
    _writes,
    ("29I.33.2",),
)


def _shows(values: dict[str, Any], contents: Mapping[str, Any]) -> dict[str, Any]:
    """The ground is told in the words of the law, in the language of the decision."""
    ground = ground_of(contents)
    lang: Lang = "ru" if contents.get("language") == "ru" else "kk"
    return values if ground is None else {**values, "ground": CIRCUMSTANCES[ground].title.into(lang)}


TERMINATION = declare_written(
    Written(
        ending.TERMINATION,
        draft=Phrase(
            "Рәсімді тоқтату туралы шешімнің жобасы", "Проект решения о прекращении", "Draft of a termination"
        ),
        begins=Phrase(
            "Рәсімді тоқтату туралы шешім жазу",
            "Подготовить решение о прекращении процедуры",
            "Write the decision to terminate",
        ),
        begun=Phrase(
            "Рәсімді тоқтату туралы шешімнің жобасы жазылды",
            "Подготовлен проект решения о прекращении процедуры",
            "A decision to terminate was drafted",
        ),
        points=("29I.48", "29I.57.1"),
        of_signature=("29I.88.8",),
        states=frozenset({REGISTERED, UNDER_REVIEW}),
        when=(Guard("ground_of_termination", _begun_fits), NOT_ONE_COMPLAINED_OF),
        author=WRITES,
        step=STEP,
        choices={
            "ground": Asked(
                Phrase("Тоқтату негізі", "Основание прекращения", "Ground of the termination"),
                widget="end",
                choices=tuple((str(end), told.title) for end, told in CIRCUMSTANCES.items()),
            )
        },
        shows=_shows,
        fits=(Guard("ground_still_fits", _draft_fits),),
        single=True,
        by_notice=True,
    )
)
__all__ = ["STEP", "TERMINATION", "ground_fits", "ground_of"]
