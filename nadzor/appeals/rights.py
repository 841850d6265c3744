"""Who may do what with an appeal: predicates that make the button, guard the step and word the refusal."""

from collections.abc import Iterable, Mapping
from typing import Any

from nadzor.appeals.bans.conflicts import conflict_among
from nadzor.appeals.drafts import said_in, waiting_draft
from nadzor.appeals.higher import is_pretrial, raising
from nadzor.casework.case import Case
from nadzor.casework.forms import Form
from nadzor.casework.people import named, place_of
from nadzor.casework.procedure import YES, Guard, Right, Verdict, no
from nadzor.law.facts import Outcome
from nadzor.law.matrix import Signatories
from nadzor.law.o29.bans import Ground
from nadzor.law.o29.signing import DECISIONS, of_pretrial
from nadzor.law.posts import Post
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import LEADERS, UNIT_LEADERS, Actor, Holding
from nadzor.organs.directory import BodyCard
from nadzor.organs.roles import Role
from nadzor.organs.titles import post_title


def takes_calls(actor: Actor) -> bool:
    """Whether somebody is an operator of the Call-centre, who registers for any office. Source: 29I.23.2."""
    return any(role is Role.CALL_CENTRE_OPERATOR for role, _ in actor.roles)


def registers_in(actor: Actor) -> frozenset[int]:
    """Return the offices (their ids) for which somebody is charged with registering by name. Source: 29I.23.1."""
    return frozenset(body for role, body in actor.roles if role in {Role.REGISTRAR, Role.RECEPTION_PROSECUTOR})


def _registers(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    """The registrar of the body, an operator of the Call-centre, a client that brings appeals, the house's import."""
    if actor.is_house or (actor.person_id is None and "appeals:write" in actor.scopes):
        return True
    return case.body.id in registers_in(actor) or takes_calls(actor)


REGISTRAR = Right(
    "registrar",
    Phrase(
        "тіркеуші, Call-орталықтың операторы, қабылдаушы прокурор",
        "регистратор, оператор Call-центра, прокурор приёмной",
        "the registrar, an operator of the Call-centre, the reception prosecutor",
    ),
    _registers,
    ("29I.23.1", "29I.23.2"),
)


IMPORT = Right(
    "import",
    Phrase(
        "тізімді файлдан енгізетін әкімші",
        "администратор, который вносит записи из файла",
        "the administrator who brings records in from a file",
    ),
    lambda actor, _case, _form: actor.is_house,
)


def _passes_on(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    """The leadership assigns; the employee charged with it passes to units; the head of the unit assigns inside it."""
    if actor.leads(case.body.id) or actor.has_role(Role.REGISTRAR, case.body.id):
        return True
    unit = case.row.unit_id
    return unit is not None and any(
        held.post in UNIT_LEADERS and held.unit_id == unit for held in actor.posts_in(case.body.id)
    )


ASSIGNING = Right(
    "assigning",
    Phrase(
        "прокуратураның басшылығы, бөлімше басшысы, жолданымдарды беруге жауапты қызметкер",
        "руководство прокуратуры, руководитель подразделения, работник, на которого возложена передача обращений",
        "the leadership of the office, the head of the unit, the employee charged with passing appeals on",
    ),
    _passes_on,
    ("29I.26.1", "29I.26.2", "29I.33.1"),
)


def _considers(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    opened_in = case.parent if case.opening is not None else None  # a child that is being opened has nobody yet
    here = actor.person_id is not None and bool(actor.posts_in(case.body.id))  # who has left considers nothing
    return here and actor.person_id in (opened_in or case).executors()


EXECUTOR = Right(
    "executor",
    Phrase(
        "жолданымды тікелей қарайтын лауазымды адам",
        "должностное лицо, непосредственно рассматривающее обращение",
        "the official who directly considers the appeal",
    ),
    _considers,
    ("29I.62.1",),
)


def _owes_a_part(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    return bool(actor.posts_in(case.body.id)) and actor.person_id in case.co_executors()


CO_EXECUTOR = Right(
    "co_executor",
    Phrase("қосалқы орындаушы", "соисполнитель", "a co-executor"),
    _owes_a_part,
    ("29I.33.3",),
)


def _considers_or_leads(actor: Actor, case: Case, form: Form | None) -> bool:
    return _considers(actor, case, form) or actor.leads(case.body.id)


EXECUTOR_OR_LEADER = Right(
    "executor_or_leader",
    Phrase(
        "орындаушы немесе прокуратураның басшылығы",
        "исполнитель или руководство прокуратуры",
        "the executor or the leadership of the office",
    ),
    _considers_or_leads,
)


EXECUTOR_OR_KEEPER = Right(
    "executor_or_keeper",
    Phrase(
        "орындаушы, прокуратураның басшылығы, бөлімше басшысы, тіркеуші",
        "исполнитель, руководство прокуратуры, руководитель подразделения, регистратор",
        "the executor, the leadership of the office, the head of the unit, the registrar",
    ),
    lambda actor, case, form: _considers(actor, case, form) or _passes_on(actor, case.parent or case, form),
)


def signatories(case: Case, outcome: Outcome, raised: Mapping[str, Any] | None = None) -> Signatories:
    """Who may sign a decision on this appeal. `raised`: its facts, read before. Source: 29I.87, 29I.88."""
    if is_pretrial(case):
        return of_pretrial(case.body.kind, outcome)
    return DECISIONS.signatories(case.body.kind, outcome, **(raising(case) if raised is None else raised))


def power_of(actor: Actor, case: Case, found: Signatories) -> Holding | None:
    """Return the power by which somebody may sign: a post held before one stood in for; none without such a power."""
    powers = (
        held for held in actor.posts_in(case.body.id) if held.post in (found.acting if held.acting else found.posts)
    )
    return min(powers, key=lambda held: held.acting, default=None)


def holds(actor: Actor, case: Case, found: Signatories) -> bool:
    """Whether somebody holds, or stands in for, a post of those who may sign."""
    return power_of(actor, case, found) is not None


def _outcomes(case: Case) -> tuple[Outcome, ...]:
    """The decision of the draft that waits for its signature; before there is one, any may come."""
    draft = waiting_draft(case)
    return tuple(Outcome) if draft is None else (said_in(draft).outcome,)


def signs_any(actor: Actor, case: Case, outcomes: Iterable[Outcome]) -> bool:
    """Whether somebody may sign one of the decisions on an appeal (29I.88)."""
    raised = raising(case)
    return any(holds(actor, case, signatories(case, outcome, raised)) for outcome in outcomes)


def _signs(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    return signs_any(actor, case, _outcomes(case))


def _who_signs(case: Case, form: Form | None) -> Phrase:  # noqa: ARG001
    raised = raising(case)
    posts: dict[Post, None] = {}
    for outcome in _outcomes(case):
        posts |= dict.fromkeys(signatories(case, outcome, raised).posts)
    return titles(case.body, tuple(posts))


_NOBODY_HERE = Phrase(
    "осы прокуратурада ешкім: жолданымды жоғары тұрған прокуратураға жіберіңіз",
    "в этой прокуратуре никто: направьте обращение в вышестоящую",
    "nobody in this office: forward the appeal to the office above",
)


def titles(body: BodyCard, posts: tuple[Post, ...]) -> Phrase:
    """Return what posts are called in a body, one after the other; what to do where there is none of them."""
    return (
        _NOBODY_HERE
        if not posts
        else Phrase(*(", ".join(post_title(body, post).into(lang) for post in posts) for lang in LANGUAGES))
    )


SIGNATORY = Right(
    "signatory",
    Phrase(
        "88-тармақ бойынша қол қоюға құқығы бар лауазымды адам",
        "должностное лицо, которое вправе подписать решение по пункту 88",
        "the official who may sign the decision by point 88",
    ),
    _signs,
    ("29I.88.1", "29I.88.2", "29I.88.3", "29I.88.4", "29I.88.5", "29I.88.6", "29I.88.7"),
    _who_signs,
)


def _signs_it(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    return holds(actor, case, signatories(case, Outcome.TERMINATE))


def _who_signs_it(case: Case, form: Form | None) -> Phrase:  # noqa: ARG001
    return titles(case.body, signatories(case, Outcome.TERMINATE).posts)


SIGNS_TERMINATION = Right(
    "termination_signatory",
    Phrase(
        "88-тармақ бойынша рәсімді тоқтату туралы шешімге қол қоюға құқығы бар лауазымды адам",
        "должностное лицо, которое вправе подписать решение о прекращении процедуры по пункту 88",
        "the official who may sign the decision to terminate by point 88",
    ),
    _signs_it,
    ("29I.88.1", "29I.88.2", "29I.88.3", "29I.88.5", "29I.88.6", "29I.88.7"),
    _who_signs_it,
)
"""Asked for this decision: whoever signs some other one may lack this (29I.88.4)."""


def _no_open_request(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    waiting = case.open_children("materials_request")
    if not waiting:
        return YES
    numbers = ", ".join(child.number for child in waiting)
    return no(
        Phrase(
            f"Материалдарды сұрау әлі жабылмаған: {numbers}. Алдымен жауабын белгілеңіз немесе сұраудан бас тартыңыз.",
            f"Не закрыт запрос материалов: {numbers}. Сначала отметьте ответ или отзовите запрос.",
            f"A request for materials is still open: {numbers}. First note its answer or withdraw it.",
        ),
        "29I.60.1",
    )


NO_OPEN_REQUEST = Guard("no_open_request", _no_open_request)


def complained_among(case: Case, people: Iterable[int]) -> Verdict:
    """An appeal may not go to whoever it complains of, or whose decision it contests (29I.61.2, 61.4; `conflicts`).

    Whose interest is recorded is asked by a guard of its own, which words it for whoever acts (interest.py).
    """
    return conflict_among(case, people, but=Ground.INTERESTED)


def _not_complained_of(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return complained_among(case, named(form))


NOT_COMPLAINED_OF = Guard("not_complained_of", _not_complained_of)


def _inside_own_unit(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """The head of a unit assigns inside it; the leadership and the employee charged with it, in the whole office."""
    if actor.leads(case.body.id) or actor.has_role(Role.REGISTRAR, case.body.id):
        return YES
    units = {held.unit_id for held in actor.posts_in(case.body.id) if held.post in UNIT_LEADERS}
    if all(place_of(person_id, case, "executor") in units for person_id in named(form)):
        return YES
    return no(_OTHER_UNIT, "29I.33.1")


_OTHER_UNIT = Phrase(
    "Бөлімше басшысы жолданымды өз бөлімшесінің қызметкеріне ғана береді. Басқа бөлімшеге оны прокуратураның "
    "басшылығы береді.",
    "Руководитель подразделения поручает обращение работнику своего подразделения. В другое подразделение его "
    "передаёт руководство прокуратуры.",
    "The head of a unit assigns an appeal within the unit. The leadership of the office passes it to another unit.",
)
INSIDE_OWN_UNIT = Guard("inside_own_unit", _inside_own_unit)

LEADER = Right(
    "leader",
    Phrase("прокуратураның басшылығы", "руководство прокуратуры", "the leadership of the office"),
    lambda actor, case, _form: actor.leads(case.body.id),
)
LEADER_ABOVE = Right(
    "leader_above",
    Phrase(
        "жоғары тұрған прокуратураның басшылығы",
        "руководство вышестоящей прокуратуры",
        "the leadership of a higher office",
    ),
    lambda actor, case, _form: any(held.post in LEADERS and held.body_id != case.body.id for held in actor.holdings),
    ("29I.80.2",),
)
"""Who leads another office; that it stands above that of the case, a guard asks, which words it."""
REGISTRAR_OR_LEADER = Right(
    "registrar_or_leader",
    Phrase(
        "прокуратураның басшылығы, бөлімше басшысы, тіркеуші",
        "руководство прокуратуры, руководитель подразделения, регистратор",
        "the leadership of the office, the head of the unit, the registrar",
    ),
    _passes_on,
)
SEES = Right(
    "staff",
    Phrase("осы прокуратураның қызметкері", "работник этой прокуратуры", "a member of the staff of the office"),
    lambda actor, case, _form: bool(actor.posts_in(case.body.id)) or _considers(actor, case, None),
)
