"""What changes of posts, acting periods and works check and do alike."""

from typing import Any

from nadzor import clock
from nadzor.casework.refusals import NoRight
from nadzor.casework.structure import Ground
from nadzor.casework.structure.forms import Close
from nadzor.casework.structure.rules import as_data, end_row, refused, require_order
from nadzor.law.posts import POSTS_OF, Official
from nadzor.law.posts import Body as BodyKind
from nadzor.law.system import APPOINTED_BY_PRESIDENT
from nadzor.law.words import Phrase
from nadzor.organs.actor import UNIT_LEADERS
from nadzor.organs.models import Appointment, Body, Duty, Person, Unit, held_on
from nadzor.organs.roles import Role

_NO_POST = Phrase(
    "Мұндай прокуратурада бұл лауазым жоқ. Тізімнен таңдаңыз.",
    "В прокуратуре такого вида нет этой должности. Выберите из списка.",
    "An office of this kind has no such post. Choose from the list.",
)
_NEEDS_UNIT = Phrase(
    "Бұл лауазым бөлімшенікі. Бөлімшені таңдаңыз.",
    "Это должность в подразделении. Выберите подразделение.",
    "This post is in a unit. Choose the unit.",
)
_BY_PRESIDENT = Phrase(
    "Бұл лауазымға Президент тағайындайды ({after}). Оның актісінің нөмірі мен күнін жазып, осы жерді белгілеңіз.",
    "На эту должность назначает Президент ({after}). Укажите номер и день его акта и отметьте это поле.",
    "The President appoints to this post ({after}). Give the number and day of that act and tick this.",
)
_NOT_BY_PRESIDENT = Phrase(
    "Бұл лауазымға Президент тағайындамайды. Белгіні алып, прокуратураның бұйрығын жазыңыз.",
    "На эту должность назначает не Президент. Снимите отметку и укажите приказ прокуратуры.",
    "The President does not appoint to this post. Take the tick away and give the order of the office.",
)
NOT_ONESELF = Phrase(
    "Мұны өзіңізге қатысты жасай алмайсыз. Басқа әкімшіге жүгініңіз.",
    "Это нельзя сделать в отношении самого себя. Обратитесь к другому администратору.",
    "This cannot be done to oneself. Ask another administrator.",
)
_ENDED_ALREADY = Phrase(
    "Бұл {day} күні аяқталады. Одан бұрынғы күнді көрсетіңіз.",
    "Это уже завершается, последний день {day}. Укажите более ранний день.",
    "This ends on {day} already. Give an earlier day.",
)
_NO_OFFICE = Phrase(
    "Мұндай прокуратура жоқ немесе ол сізге қарамайды. Тізімнен таңдаңыз.",
    "Такой прокуратуры нет, или её ведёте не вы. Выберите из списка.",
    "There is no such office, or it is not yours. Choose from the list.",
)


def require_post(body: Body, unit: Unit | None, form: Any) -> None:
    """The office has the post, and a post of a unit names its unit. Raises Invalid."""
    if form.post not in POSTS_OF[BodyKind(body.kind)]:
        raise refused("post", _NO_POST)
    if form.post in UNIT_LEADERS and unit is None:
        raise refused("unit", _NEEDS_UNIT)


def require_appointer(body: Body, form: Any) -> None:
    """A post that the President gives rests on the President's act (SYS.27, SYS.58), no other does. Raises Invalid."""
    decided = APPOINTED_BY_PRESIDENT.get(Official(BodyKind(body.kind), form.post))
    if decided is not None and not form.presidential:
        raise refused("presidential", _BY_PRESIDENT, after=decided.after)
    if decided is None and form.presidential:
        raise refused("presidential", _NOT_BY_PRESIDENT)


def ordered(form: Any) -> dict[str, Any]:
    """Return the columns of an order and the days it covers."""
    return {
        "since": form.since,
        "until": getattr(form, "until", None),
        "order_number": form.order_number,
        "order_day": form.order_day,
    }


def body_in_reach(ground: Ground, code: str) -> Body:
    """Return a body by its code. Raises Invalid for one that the administrator does not see."""
    body = Body.objects.filter(pk__in=ground.seen, code=code).first()
    if body is None:
        raise refused("body", _NO_OFFICE)
    return body


def require_end(row: Any, form: Close) -> None:
    """The order has been issued and ends something that does not end by then. Raises Invalid."""
    require_order(form)
    if row.until is not None and row.until <= form.until:
        raise refused("until", _ENDED_ALREADY, day=row.until)


def end_all(rows: list[Any], form: Close) -> list[dict[str, Any]]:
    """End rows by a last day; those that have not begun are called off. Returns them as they were."""
    ground = {"end_ground": f"{form.order_number}, {form.order_day.isoformat()}"}
    return [
        {
            "row": as_data(row),
            "kind": str(row._meta.model_name),  # noqa: SLF001
            "done": end_row(row, form.until, **(ground if isinstance(row, Appointment) else {})),
        }
        for row in rows
    ]


def require_another(ground: Ground, person: Person) -> None:
    """Nobody gives posts, works or access to oneself, nor takes them all. Raises NoRight."""
    if person.pk == ground.actor.person_id:
        raise NoRight(NOT_ONESELF)


def require_not_own(ground: Ground, row: Appointment | Duty) -> None:
    """Nobody takes the own post or the administering from oneself. Raises NoRight."""
    own = row.person_id == ground.actor.person_id
    if own and (isinstance(row, Appointment) or row.role == Role.ADMINISTRATOR):
        raise NoRight(NOT_ONESELF)


def home_of(person: Person) -> Body:
    """The body in whose register what concerns a person alone is entered: that of the present post, else the last."""
    today = clock.today("Asia/Almaty")
    rows = person.appointments.select_related("body").order_by("-since", "-pk")
    row = rows.filter(held_on(today)).first() or rows.first()
    return row.body if row is not None else Body.objects.get(parent__isnull=True)
