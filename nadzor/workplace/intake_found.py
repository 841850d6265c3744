"""What the intake finds before anything is registered: earlier appeals of the person, data given then, what follows.

Everything is offered: a button fills the form, nothing is merged and nothing is decided. Source: 29I.2.6, 2.10, 2.12.
"""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.http import QueryDict

from nadzor import clock
from nadzor.accounts.addresses import address_of
from nadzor.appeals.earlier import Before, seen_by, written_before
from nadzor.appeals.ends.likeness import like
from nadzor.appeals.foreseen import Foreseen, foreseen
from nadzor.appeals.forms import Register
from nadzor.appeals.intake import digest_of
from nadzor.appeals.procedure import APPEAL
from nadzor.casework import identifiers
from nadzor.casework.access import visible
from nadzor.casework.forms import clean, parsed
from nadzor.casework.looks import Way, looked
from nadzor.casework.models import Party, Proceeding
from nadzor.casework.refusals import Invalid
from nadzor.law.o29.repeats import Standing
from nadzor.organs.directory import directory
from nadzor.workplace import lists
from nadzor.workplace.case_chain import alike_told, why_like
from nadzor.workplace.staff import StaffRequest

_OPEN_DIGITS = 4
_TAKEN = {
    "surname": "surname",
    "given_name": "given_name",
    "patronymic": "patronymic",
    "organisation": "surname",
    "postal_address": "postal_address",
    "phone": "phone",
    "email": "email",
}
"""What an earlier appeal holds of a person, and the field of the page that it fills."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is shown. `person`: the party of the newest earlier appeal, whose data are offered."""

    asked: bool
    earlier: tuple[dict[str, Any], ...] = ()
    person: Party | None = None
    foreseen: Foreseen | None = None
    unread: bool = False
    alike: tuple[dict[str, Any], ...] = ()  # by their text, of whoever wrote them


NOTHING = Found(asked=False)


def number_in(posted: QueryDict) -> str:
    """Return the IIN or BIN that was typed."""
    return identifiers.read(str(clean(posted.get("iin", ""))))[:20]


def earlier_of(request: StaffRequest, posted: QueryDict) -> tuple[Before, ...]:
    """Return the earlier appeals of the person that who asks may see; the look is entered into the access log."""
    number, known = number_in(posted), directory()
    if not number:
        return ()
    office = known.by_code.get(posted.get("addressed_to", ""))
    zone = office.zone if office is not None else next(iter(known.bodies.values())).zone
    before = written_before(number, digest_of(posted.get("text", "").strip()), clock.today(zone))
    seen = seen_by(request.actor, known, [each.number for each in before])
    shown = tuple(each for each in before if each.number in seen)
    if shown:
        masked = f"••••{number[-_OPEN_DIGITS:]}"
        looked([each.id for each in shown], Way.SEARCH, by=request.actor, address=address_of(request), what=masked)
    return shown


def found(request: StaffRequest, posted: QueryDict, data: dict[str, Any]) -> Found:
    """Return what is found and foreseen. Raises Invalid where what was said of an earlier appeal does not fit it."""
    before = earlier_of(request, posted)
    known = directory()
    try:
        form = parsed(Register, {name: value for name, value in data.items() if name != "attachments"})
    except Invalid:
        told, unread = None, True
    else:
        told, unread = foreseen(form, request.actor, known), False
    text, office = str(clean(posted.get("text", ""))), known.by_code.get(posted.get("addressed_to", ""))
    alike = {each.id: each.words for each in like(text)} if text else {}
    return Found(
        asked=True,
        earlier=tuple(_shown(each, posted, office, alike.get(each.id)) for each in before),
        person=_person(before),
        foreseen=told,
        unread=unread,
        alike=_alike(request, alike, {each.id for each in before}),
    )


def _alike(request: StaffRequest, alike: dict[int, tuple[str, ...]], told: set[int]) -> tuple[dict[str, Any], ...]:
    """Return the appeals whose text is like the one typed, with the reason; those told of already are left out.

    `alike`: words in common by the id of the appeal. The look is entered into the access log.
    """
    words = {pk: said for pk, said in alike.items() if pk not in told}
    rows = {row.pk: row for row in visible(request.actor).filter(pk__in=words, procedure=APPEAL.name)} if words else {}
    if rows:
        looked(list(rows), Way.SEARCH, by=request.actor, address=address_of(request), what="")
    return tuple(alike_told(rows, words))


def _shown(each: Before, posted: QueryDict, office: Any, words: tuple[str, ...] | None) -> dict[str, Any]:
    state = APPEAL.state_of[APPEAL.mapped.get(each.state, each.state)]
    reasons = each.reasons(office) if office is not None else ()
    return {
        "number": each.number,
        "day": each.registered_on,
        "state": state,
        "subject": each.subject,
        "same": each.same_text and bool(posted.get("text", "").strip()),
        "reasons": reasons,
        "why": why_like(words) if words else None,
    }


def _person(before: tuple[Before, ...]) -> Party | None:
    if not before:
        return None
    return Party.objects.filter(proceeding_id=before[0].id, role="applicant").first()


def filled(request: StaffRequest, posted: QueryDict, act: str) -> QueryDict:
    """Return the form after a button that fills it: take the person's data, same as, repeats. All else is kept."""
    said = posted.copy()
    what, _, number = act.partition(":")
    if what == "take":
        _take(request, said)
    elif what in {"same", "repeat"} and number:
        said["standing"] = str(Standing.DUPLICATE if what == "same" else Standing.REPEATED)
        said["earlier"] = number
        before = next((each for each in earlier_of(request, said) if each.number == number), None)
        office = directory().by_code.get(said.get("addressed_to", ""))
        reasons = before.reasons(office) if before is not None and office is not None else ()
        if what == "same":
            said["repeat_reason"] = ""
        elif said.get("repeat_reason") not in reasons:
            said["repeat_reason"] = str(reasons[0]) if reasons else ""
    return said


def _take(request: StaffRequest, said: QueryDict) -> None:
    """Fill what is empty with what the person gave in the newest appeal that who asks may see."""
    party = _person(earlier_of(request, said))
    if party is None or not visible(request.actor).filter(pk=party.proceeding_id).exists():
        return
    if party.type in {"person", "organisation"}:
        said["type"] = party.type
    for name, field in _TAKEN.items():
        value = getattr(party, name)
        if value and not said.get(field, "").strip():
            said[field] = value


def papers_today(request: StaffRequest) -> int:
    """Return how many appeals who asks has registered today."""
    here = clock.now().astimezone(ZoneInfo(lists.zone_of(request.actor)))
    since = here.replace(hour=0, minute=0, second=0, microsecond=0)
    mine = Proceeding.objects.filter(registrar=request.actor.person_id, procedure="appeal", recorded_at__gte=since)
    return mine.count()
