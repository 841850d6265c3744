"""The access log: who looked at whose data, when, from where, how and why; and who may read it (29I.61.5).

The security officer of an office reads what was looked at in it and below it. Reading the log is a look too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from nadzor import clock
from nadzor.casework.forms import clean
from nadzor.casework.models import Look
from nadzor.law.posts import Body as BodyKind
from nadzor.law.posts import Level
from nadzor.law.words import Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import directory
from nadzor.organs.models import Appointment, Duty
from nadzor.organs.roles import Role


class Way(StrEnum):
    """How something was looked at."""

    PAGE = "page"
    OPENED = "opened"
    FILE = "file"
    SEARCH = "search"
    API = "api"
    JOURNAL = "journal"
    FOLLOW = "follow"
    LOG = "log"
    SIGN_INS = "sign_ins"
    TABLE = "table"
    BOOK = "book"
    PRINT = "print"
    KEPT = "kept"


WAY_TITLES: dict[str, Phrase] = {
    Way.PAGE: Phrase("істің беті", "страница дела", "page of the case"),
    Way.OPENED: Phrase("ЖСН толық ашылды", "открыт полный ИИН", "the whole IIN was opened"),
    Way.FILE: Phrase("файл жүктеп алынды", "скачан файл", "a file was downloaded"),
    Way.SEARCH: Phrase("іздеу нәтижесі", "результат поиска", "result of a search"),
    Way.API: Phrase("API арқылы", "через API", "by the API"),
    Way.JOURNAL: Phrase("API арқылы, істің журналы", "через API, журнал дела", "by the API, journal of the case"),
    Way.FOLLOW: Phrase("бақылау коды бойынша", "по коду отслеживания", "by the code for following"),
    Way.TABLE: Phrase("тізім кесте болып жүктелді", "список выгружен таблицей", "a list was taken as a table"),
    Way.BOOK: Phrase("тіркелім кітап болып басылды", "напечатан в книге реестра", "printed in the book of a register"),
    Way.PRINT: Phrase("іс басып шығарылды", "дело напечатано", "the case was printed"),
    Way.KEPT: Phrase("не сақталатыны сұралды", "спрошено, что хранится", "it was asked what is kept"),
    Way.SIGN_INS: Phrase("қызметкерлердің кірулері", "журнал входов сотрудников", "sign-ins of the staff"),
    Way.LOG: Phrase("қараулар журналы", "журнал просмотров", "the access log"),
}
NOT_YOURS = Phrase(
    "Қараулар журналын тек ақпараттық қауіпсіздік қызметкері оқиды. Тексеру керек болса, соған жүгініңіз.",
    "Журнал просмотров читает только сотрудник информационной безопасности. Если нужна проверка, обратитесь к нему.",
    "The access log is read by the security officer alone. If something has to be checked, ask the officer.",
)
GROUND = "29I.61.5"
_LONGEST = 300


def looked(  # noqa: PLR0913  # what an entry of the log says
    proceedings: Iterable[int | None],
    way: Way,
    *,
    by: Actor | None,
    address: str,
    what: str = "",
    reason: str = "",
) -> None:
    """Enter looks at proceedings (by id) into the log. `by`: none for the applicant with the code."""
    at = clock.now()
    what, reason = str(clean(what)), str(clean(reason))
    Look.objects.bulk_create(
        Look(
            proceeding_id=each,
            person_id=by.person_id if by else None,
            client_id=by.client_id if by else None,
            at=at,
            address=address,
            way=way,
            what=what[:_LONGEST],
            reason=reason[:_LONGEST],
        )
        for each in proceedings
    )


def may_read(actor: Actor) -> bool:
    """Whether somebody reads the log at all."""
    return any(role is Role.SECURITY for role, _ in actor.roles)


@dataclass(frozen=True, slots=True)
class Watched:
    """Where a security officer watches: offices by id, and those whose branches are watched whole."""

    bodies: frozenset[int]
    branches: frozenset[int]

    def there(self) -> Q:
        """The same as a condition on what has a body."""
        return Q(body__in=self.bodies) | Q(body__branch__in=self.branches)


def watched(actor: Actor) -> Watched | None:
    """Return where somebody watches; none: everywhere."""
    branches: set[int] = set()
    bodies: set[int] = set()
    for role, body_id in actor.roles:
        if role is not Role.SECURITY:
            continue
        card = directory().bodies[body_id]
        if card.kind is BodyKind.GPO:
            return None
        (branches if card.level is Level.OBLAST else bodies).add(body_id)
    return Watched(frozenset(bodies), frozenset(branches))


def readable(actor: Actor) -> QuerySet[Look]:
    """Return the looks that somebody may read about; none for those who read none."""
    if not may_read(actor):
        return Look.objects.none()
    places = watched(actor)
    if places is None:
        return Look.objects.all()
    officers = Duty.objects.filter(places.there(), person=OuterRef("person"), role=Role.SECURITY)
    there = Q(proceeding__body__in=places.bodies) | Q(proceeding__branch__in=places.branches)
    staff = Appointment.objects.filter(places.there(), person=OuterRef("person"))
    figures = Q(Exists(staff), proceeding__isnull=True, way=Way.TABLE)  # statistics taken along are of no one case
    return Look.objects.filter(there | Q(Exists(officers), proceeding__isnull=True) | figures)
