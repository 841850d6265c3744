"""A sealed appeal: one about the office's own staff, seen by named readers alone, from its intake on or later.

Source: 29I.61.2 (nobody decides who is complained of), 29I.61.5 (what is protected is not disclosed); who is above the
one complained of is asked by 29I.88.8. The one complained of is never a reader, and never seals what complains of him.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from nadzor import clock
from nadzor.appeals.states import ANNULLED, STATES
from nadzor.casework.case import Case
from nadzor.casework.circles import close_for, not_named, open_again, readers_of
from nadzor.casework.forms import Asked, Form, Text
from nadzor.casework.models import Proceeding
from nadzor.casework.people import candidates, same_person
from nadzor.casework.procedure import YES, Guard, Right, Step, Verdict, no
from nadzor.casework.refusals import invalid
from nadzor.casework.writing import Change
from nadzor.law.words import Phrase
from nadzor.organs.actor import LEADERS, Actor
from nadzor.organs.directory import BodyCard, Directory
from nadzor.organs.models import Acting, Appointment, Person, held_on
from nadzor.organs.roles import Role

SEALED_CITES = ("29I.61.2", "29I.61.5")
_STATES = frozenset(state.name for state in STATES) - {ANNULLED}
READERS = Asked(
    Phrase("Кімдерге ғана ашық", "Кому только открыто", "Open to these alone"),
    Phrase(
        "Прокуратураның өз қызметкерлеріне шағым болса, оны тек аталғандар көреді (61-тармақ). Шағым жасалған адамды "
        "атауға болмайды; басшылықтан немесе жоғары тұрған прокуратурадан кемінде бір адам болсын.",
        "Жалобу на своих работников видят только названные (п. 61). Того, на кого жалуются, называть нельзя; нужен "
        "хотя бы один человек из руководства этой или вышестоящей прокуратуры.",
        "A complaint about the office’s own staff is seen by those named alone (point 61). The person complained of "
        "may not be named; at least one must be of the leadership of this or a higher office.",
    ),
    widget="readers",
)
_WHY = Asked(Phrase("Негізі", "Основание", "Ground"), widget="text")


class Seal(Form):
    """Who sees a sealed appeal, and why it is sealed."""

    readers: Annotated[tuple[int, ...], READERS, Field(min_length=1, max_length=20)]
    reason: Annotated[Text, _WHY, Field(min_length=1, max_length=1000)]


class Unseal(Form):
    """Why an appeal need not be sealed any longer."""

    reason: Annotated[Text, _WHY, Field(min_length=1, max_length=1000)]


def line_above(known: Directory, body: int) -> list[BodyCard]:
    """Return an office and those above it, up to the General Prosecutor's."""
    found = [known.bodies[body]]
    while (above := found[-1].parent_id) is not None:
        found.append(known.bodies[above])
    return found


def may_be_readers(known: Directory, body: BodyCard) -> dict[int, str]:
    """Return who may be named: the staff of the office and the leaders of those above it, name by id."""
    day = clock.today(body.zone)
    found = {row.person_id: row.person.full_name for row in candidates(body.id, day)}
    above = [each.id for each in line_above(known, body.id)[1:]]
    for row in Appointment.objects.filter(held_on(day), body__in=above, post__in=LEADERS).select_related("person"):
        found[row.person_id] = row.person.full_name
    return dict(sorted(found.items(), key=lambda each: each[1]))


def _manages(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    line = line_above(case.directory, case.body.id)
    return actor.has_role(Role.REGISTRAR, case.body.id) or any(actor.leads(each.id) for each in line)


def _leads(actor: Actor, case: Case, form: Form | None) -> bool:  # noqa: ARG001
    return any(actor.leads(each.id) for each in line_above(case.directory, case.body.id))


SEALING = Right(
    "sealing",
    Phrase(
        "тіркеуші, осы немесе жоғары тұрған прокуратураның басшылығы",
        "регистратор, руководство этой или вышестоящей прокуратуры",
        "the registrar, the leadership of this or a higher office",
    ),
    _manages,
    SEALED_CITES,
)
UNSEALING = Right(
    "unsealing",
    Phrase(
        "осы немесе жоғары тұрған прокуратураның басшылығы",
        "руководство этой или вышестоящей прокуратуры",
        "the leadership of this or a higher office",
    ),
    _leads,
    SEALED_CITES,
)
_OPEN_NOW = Phrase("Жолданым жабық емес.", "Обращение не закрытое.", "The appeal is not sealed.")
_SEALED_NOW = Phrase(
    "Жолданым бұрын жабылған. Оқушыларын ауыстыруға болады.",
    "Обращение уже закрытое. Можно сменить его читателей.",
    "The appeal is sealed already. Its readers may be changed.",
)


def _not_sealed(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return YES if case.row.circle_id is None else no(_SEALED_NOW, *SEALED_CITES)


def _is_sealed(case: Case, actor: Actor, form: Form | None) -> Verdict:  # noqa: ARG001
    return no(_OPEN_NOW, *SEALED_CITES) if case.row.circle_id is None else YES


NOT_SEALED, IS_SEALED = Guard("not_sealed", _not_sealed), Guard("is_sealed", _is_sealed)
_COMPLAINED = Phrase(
    "Жабық жолданымды шағым жасалған адамға ашуға болмайды: {name}. Басқа адамды немесе жоғары тұрған прокурорды "
    "атаңыз.",
    "Закрытое обращение нельзя открыть тому, на кого в нём жалуются: {name}. Назовите другого человека или "
    "вышестоящего прокурора.",
    "A sealed appeal may not be opened to the person it complains of: {name}. Name somebody else or a higher "
    "prosecutor.",
)
_NO_LEADER = Phrase(
    "Оқушылардың арасында осы немесе жоғары тұрған прокуратураның басшылығынан ешкім жоқ: жолданымды беретін адам "
    "болмайды. Шағым жасалмаған басшыны атаңыз.",
    "Среди названных нет никого из руководства этой или вышестоящей прокуратуры: некому будет поручить рассмотрение. "
    "Назовите руководителя, на которого не жалуются.",
    "Nobody named is of the leadership of this or a higher office: nobody could have it considered. Name a leader who "
    "is not complained of.",
)
_NOT_OFFERED = Phrase(
    "Оқушы осы прокуратураның қызметкері немесе жоғары тұрған прокуратураның басшысы болуы керек. Тізімнен таңдаңыз.",
    "Назвать можно работника этой прокуратуры или руководителя вышестоящей. Выберите из списка.",
    "A reader is of the staff of this office or leads one above it. Choose from the list.",
)


def complained_in(case: Case, people: Collection[int]) -> Person | None:
    """Return the first of some people whom an appeal complains of: by name, or by the contested post in its line."""
    facts: Mapping[str, Any] = (
        case.opening.facts
        if case.opening is not None
        else {name: getattr(case.facts, name) for name in ("complained_of", "contested_by")}
    )
    said = [each["name"] for each in facts["complained_of"] if each.get("name")]
    post = str(facts["contested_by"] or "")
    found = Person.objects.filter(pk__in=people).order_by("pk") if people and (said or post) else ()
    return next(
        (each for each in found if any(same_person(each, name) for name in said) or _holds(each, post, case)), None
    )


def _holds(person: Person, post: str, case: Case) -> bool:
    if not post:
        return False
    line = [each.id for each in line_above(case.directory, case.body.id)]
    held = (model.objects.filter(held_on(clock.today(case.body.zone)), person=person, body__in=line) for model in _HELD)
    return any(f"{row.body.kind}:{row.post}" == post for rows in held for row in rows.select_related("body"))


_HELD: tuple[Any, ...] = (Appointment, Acting)


def _readers_fit(case: Case, actor: Actor, form: Form | None) -> Verdict:
    """Asked when readers are named: nobody complained of, a leader among them, everybody who considers it too."""
    readers = set(getattr(form, "readers", None) or ())
    sealing = isinstance(form, Seal)
    if form is None or not (readers or sealing):
        return YES
    asking = {actor.person_id} if sealing and actor.person_id is not None else set()
    bad = complained_in(case, readers | asking)
    if bad is not None:
        return no(Phrase(*(text.format(name=bad.short_name) for text in _COMPLAINED)), "29I.61.2")
    offered = may_be_readers(case.directory, case.body)
    if readers - set(offered):
        raise invalid(readers=_NOT_OFFERED)
    line = [each.id for each in line_above(case.directory, case.body.id)]
    today = clock.today(case.body.zone)
    led = (model.objects.filter(held_on(today), person__in=readers, body__in=line, post__in=LEADERS) for model in _HELD)
    if not any(rows.exists() for rows in led):
        raise invalid(readers=_NO_LEADER)
    left = sorted(case.executors() - readers)
    if left:
        raise not_named(left[0], "readers")
    return YES


READERS_FIT = Guard("readers_fit", _readers_fit)


@dataclass(frozen=True)
class CloseFor:
    """Seal a case for those named; at the intake only where somebody is named."""

    def apply(self, case: Case, data: Any, change: Change) -> None:  # two forms
        """Name the readers; the entry keeps who they were before. A duplicate of a sealed appeal is sealed with it."""
        if not data.readers:
            earlier = case.opening.facts.get("duplicate_of_id") if case.opening is not None else None
            if earlier is not None:
                case.row.circle_id = Proceeding.objects.values_list("circle", flat=True).get(pk=earlier)
            return
        before = sorted(readers_of(case))
        close_for(case, data.readers, change)
        change.entry_data["sealed"] = {"readers": sorted(set(data.readers)), **({"before": before} if before else {})}


@dataclass(frozen=True)
class OpenAgain:
    """Posts decide again who sees it."""

    def apply(self, case: Case, data: Unseal, change: Change) -> None:  # noqa: ARG002
        """Take the case out of its circle."""
        change.entry_data["sealed"] = {"before": sorted(readers_of(case))}
        open_again(case, change)


SEALED_STEPS = (
    Step(
        "seal",
        Phrase("Жолданымды жабу", "Сделать обращение закрытым", "Seal the appeal"),
        _STATES,
        None,
        SEALING,
        needs=Seal,
        guards=(NOT_SEALED, READERS_FIT),
        effects=(CloseFor(),),
        cites=SEALED_CITES,
        aside=True,
    ),
    Step(
        "name_readers",
        Phrase(
            "Жабық жолданымның оқушыларын атау", "Назвать читателей закрытого", "Name the readers of a sealed appeal"
        ),
        _STATES,
        None,
        UNSEALING,
        needs=Seal,
        guards=(IS_SEALED, READERS_FIT),
        effects=(CloseFor(),),
        cites=SEALED_CITES,
        aside=True,
    ),
    Step(
        "unseal",
        Phrase("Жабық жолданымды ашу", "Снять закрытость", "Unseal the appeal"),
        _STATES,
        None,
        UNSEALING,
        needs=Unseal,
        guards=(IS_SEALED,),
        effects=(OpenAgain(),),
        cites=SEALED_CITES,
        aside=True,
    ),
)
