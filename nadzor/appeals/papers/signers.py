"""Who signs papers that no step of the main line issues yet: the head of the unit, who assigns a check.

Source: 29I.33.3, 52.3, 52.5, 64.2, 64.7 (the head of the unit); 66.1 (assignments to lower prosecutors).
"""

from nadzor.appeals.models import PaperDraft
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.procedure import Right
from nadzor.law.posts import PROSECUTORS_OF_OBLAST_RANK, Body, Post
from nadzor.law.words import Phrase
from nadzor.organs.actor import UNIT_LEADERS, Actor
from nadzor.organs.models import Appointment, held_on


def _heads_unit(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    """The head of the unit that considers the appeal, where it was passed to one."""
    unit = case.row.unit_id
    return unit is not None and any(
        held.post in UNIT_LEADERS and held.unit_id == unit for held in actor.posts_in(case.body.id)
    )


ASSIGNING_IN_GPO = (Post.PROSECUTOR_GENERAL, Post.DEPUTY_PROSECUTOR_GENERAL, Post.UNIT_HEAD)
"""Whom 29I.66.1 names: the deputies of a unit's head and heads of directorates, whom 31 names beside it, are not."""


def _assigns_checks(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    """In the Prosecutor General's Office whom the point names, of a unit the head of that which considers.

    Of other offices the order says nothing: their leadership.
    """
    if case.body.kind is not Body.GPO:
        return actor.leads(case.body.id)
    return any(
        held.post in ASSIGNING_IN_GPO and (held.post is not Post.UNIT_HEAD or held.unit_id == case.row.unit_id)
        for held in actor.posts_in(case.body.id)
    )


def _writes_memo(actor: Actor, case: Case, form: Form | None) -> bool:
    """The head of the unit; where the appeal was passed to no unit (a district office has none), its executor."""
    appeal = case.parent or case
    if appeal.row.unit_id is None:
        return bool(actor.posts_in(appeal.body.id)) and actor.person_id in appeal.executors()
    return _heads_unit(actor, appeal, form)


MEMO_AUTHOR = Right(
    "memo_author",
    Phrase(
        "құрылымдық бөлімшенің басшысы, бөлімше болмаса – орындаушы",
        "руководитель структурного подразделения, где подразделений нет – исполнитель",
        "the head of the unit; where there are no units, the executor",
    ),
    _writes_memo,
    ("29I.52.3", "29I.52.5"),
)
UNIT_HEAD = Right(
    "unit_head",
    Phrase("құрылымдық бөлімшенің басшысы", "руководитель структурного подразделения", "the head of the unit"),
    _heads_unit,
    ("29I.52.3", "29I.52.5", "29I.64.2", "29I.64.7"),
)
ASSIGNING_CHECKS = Right(
    "assigning_checks",
    Phrase(
        "прокуратураның басшылығы, Бас прокуратурада – Бас Прокурор, оның орынбасарлары, құрылымдық бөлімшелердің "
        "басшылары",
        "руководство прокуратуры, в Генеральной прокуратуре – Генеральный Прокурор, его заместители, руководители "
        "структурных подразделений",
        "the leadership of the office; in the Prosecutor General’s Office the Prosecutor General, his deputies, the "
        "heads of units",
    ),
    _assigns_checks,
    ("29I.66.1", "29I.67"),
)


def memo_agreed(case: Case) -> bool:
    """Whether a signed memo on a visit was agreed, in its last words, by a deputy head of the office (64.3, 64.7)."""
    appeal: int | None = (case.parent or case).row.pk
    if appeal is None:  # made up, to draw who may do what: there is no paper to look at
        return True
    memos = PaperDraft.objects.filter(proceeding__parent=appeal, paper="visit_memo", issued__isnull=False)
    for memo in memos:
        people = memo.agreements.filter(version=memo.version, agrees=True).values("person")
        held = Appointment.objects.filter(held_on(case.happened_on), body_id=case.row.body_id, person__in=people)
        if held.filter(post__in=_DEPUTIES).exists():
            return True
    return False


_DEPUTIES = (Post.DEPUTY_PROSECUTOR_GENERAL, Post.DEPUTY_HEAD)


def _decides_visits(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    """The General Prosecutor, by a memo that was agreed, or a deputy of his; elsewhere the head of the office alone."""
    posts = {held.post for held in actor.posts_in(case.body.id)}
    if case.body.kind is Body.GPO:
        if Post.DEPUTY_PROSECUTOR_GENERAL in posts:
            return True
        return Post.PROSECUTOR_GENERAL in posts and memo_agreed(case)
    return case.body.kind in PROSECUTORS_OF_OBLAST_RANK and Post.HEAD in posts


VISIT_DECIDER = Right(
    "visit_decider",
    Phrase(
        "Бас Прокурор (жетекшілік ететін орынбасармен келісілген баянат бойынша) немесе оның орынбасарлары; "
        "облыста – прокуратураның бірінші басшысы",
        "Генеральный Прокурор (по рапорту, согласованному с курирующим заместителем) или его заместители; в области – "
        "первый руководитель прокуратуры",
        "the Prosecutor General (by a memo agreed with the supervising deputy) or his deputies; in an oblast the head "
        "of the office",
    ),
    _decides_visits,
    ("29I.64.2", "29I.64.3", "29I.64.7"),
)


def _approves_plans(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    """The supervising deputy of the Prosecutor General; of other offices the order says nothing: their leadership."""
    if case.body.kind is not Body.GPO:
        return actor.leads(case.body.id)
    return any(held.post is Post.DEPUTY_PROSECUTOR_GENERAL for held in actor.posts_in(case.body.id))


PLAN_APPROVER = Right(
    "plan_approver",
    Phrase(
        "Бас Прокурордың жетекшілік ететін орынбасары; басқа прокуратурада – оның басшылығы",
        "курирующий заместитель Генерального Прокурора; в иной прокуратуре – её руководство",
        "the supervising deputy of the Prosecutor General; in another office its leadership",
    ),
    _approves_plans,
    ("29I.64.4",),
)
TRANSFERS = Right(
    "transfers",
    Phrase(
        "жолданым тұрған бөлімшенің басшысы (екінші бөлімшенің басшысымен келісіп) немесе прокуратураның басшылығы",
        "руководитель подразделения, где находится обращение (по согласованию с руководителем другого), или "
        "руководство прокуратуры",
        "the head of the unit that has the appeal (agreed with the head of the other), or the leadership of the office",
    ),
    lambda actor, case, form: actor.leads(case.body.id) or _heads_unit(actor, case, form),
    ("29I.34.1",),
)
