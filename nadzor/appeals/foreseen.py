"""What would follow from registering an appeal, told before it is registered: day, terms, route, what is missing.

Source: 29I.23, 24 (day), 26 (passing on), 27-31 (who considers), 38-40 (what is missing), 2, 7-11 (what it is).
"""

import datetime as dt
from dataclasses import dataclass

from nadzor.appeals.clocks import consideration_norm
from nadzor.appeals.contested import names_prosecutors
from nadzor.appeals.cure import REQUIREMENTS
from nadzor.appeals.earlier import Settled, settled, standing_told
from nadzor.appeals.forms import Register
from nadzor.appeals.forwarding import CONSIDERS
from nadzor.appeals.higher import decided_by
from nadzor.appeals.intake import digest_of, missing_of, typed_of
from nadzor.casework import identifiers
from nadzor.casework.reckonings import counted, told
from nadzor.law.calendar import CalendarUnknown, current
from nadzor.law.citations import LawRefusal
from nadzor.law.explain import point_text
from nadzor.law.facts import Kind
from nadzor.law.o29.complaints import as_message
from nadzor.law.o29.kinds import Governed, Told, regime
from nadzor.law.o29.regimes import own_term
from nadzor.law.o29.registration import registered_on
from nadzor.law.o29.repeats import RepeatReason, Standing
from nadzor.law.o29.requirements import POINTS, Requirement, offered
from nadzor.law.o29.routing import Answer, route
from nadzor.law.posts import Body
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.law.zones import local_time
from nadzor.organs.actor import Actor
from nadzor.organs.directory import BodyCard, Directory


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what is foreseen: what it is about, what it says, the points; a day with the lines of its reason."""

    title: Phrase
    text: Phrase | None = None
    cites: tuple[str, ...] = ()
    day: dt.date | None = None
    why: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would follow. `missing` are flags; `seems` is offered to be confirmed by who reads the paper."""

    lines: tuple[Line, ...]
    missing: tuple[Line, ...]
    seems: tuple[Requirement, ...]
    settled: Settled


_REGISTERED = Phrase("Тіркелетін күні", "Будет зарегистрировано", "Will be registered on")
_PASSED = Phrase("Қарауға беру", "Передать на рассмотрение", "To be passed on by")
_ANSWER = Phrase("Жауап мерзімі", "Срок ответа", "Answer due")
_CONSIDERS = Phrase("Кім қарайды", "Кто рассматривает", "Who considers")
_REGIME = Phrase("Қарау тәртібі", "Порядок рассмотрения", "Order of consideration")
_STANDING = Phrase("Бұл жолданым", "Это обращение", "This appeal is")
_PROVISIONAL_KIND = Phrase(
    "түрі анықталғанша ең қысқа мерзім",
    "пока вид не определён, самый короткий",
    "the shortest, until the kind is known",
)


def foreseen(form: Register, actor: Actor, known: Directory) -> Foreseen | None:
    """Return what would follow; none for an office, a day or a wording not held. Raises Invalid as `settled` does."""
    body = known.by_code.get(form.addressed_to)
    if body is None:
        return None
    applicant = form.applicant
    number = identifiers.read((applicant.bin if applicant.type == "organisation" else applicant.iin) or "")
    found = settled(form, number, digest_of(form.text), body=body, actor=actor, known=known)
    try:
        registration = registered_on(form.received_at, form.channel)
        own = own_term(form.governed_by, form.kind)
        norm = consideration_norm(form.kind) if own is None else own.norm
        lines = [
            Line(_REGISTERED, day=registration.day, cites=registration.cites),
            _term(_PASSED, "29I.26.1" if body.kind is Body.GPO else "29I.26.2", registration.day),
            _term(_ANSWER, norm, _since(form, registration.day), unsure=form.kind is None),
        ]
    except (CalendarUnknown, LawRefusal, ValueError):
        return None
    lines += [line for line in (_regime(form), _message(form), _route(form, body, found)) if line is not None]
    told_of = standing_told(found.stands.standing, found.of.number if found.of else "", found.reason or "")
    lines.append(Line(_STANDING, told_of, found.stands.cites))
    missing = tuple(
        Line(REQUIREMENTS[each], cites=POINTS[Requirement(each)]) for each in missing_of(form) if each in REQUIREMENTS
    )
    return Foreseen(tuple(lines), missing, offered(typed_of(form)), found)


def _since(form: Register, registered: dt.date) -> dt.date:
    return local_time(form.received_at).date() if form.kind is Kind.INTERPELLATION else registered


def _term(title: Phrase, norm: str, since: dt.date, *, unsure: bool = False) -> Line:
    kept, due, _provisional = counted(norm, since, current())
    day = due.date() if isinstance(due, dt.datetime) else due
    why = Phrase(*(told(kept, lang) for lang in LANGUAGES))
    return Line(title, _PROVISIONAL_KIND if unsure else None, (norm,), day, why)


def _regime(form: Register) -> Line | None:
    names = [each.body for each in form.complained_of if each.body]
    found = regime_of(form.kind, form.governed_by, against=names_prosecutors(*names))
    return None if found is None else Line(_REGIME, found.by, found.cites)


def _message(form: Register) -> Line | None:
    """A complaint that is to be considered as a message (29I.55): said before it is registered as a complaint."""
    names = [said for each in form.complained_of for said in (each.body, each.post, each.name) if said]
    against = bool(form.contested_by) or names_prosecutors(*names)
    found = as_message(form.kind, governed=form.governed_by, against_prosecutors=against)
    return Line(_AS_MESSAGE, found.why, found.cites) if found.holds and names else None


_AS_MESSAGE = Phrase("Хабар ретінде", "Как сообщение", "As a message")


def regime_of(kind: str | None, governed: str | None, *, against: bool) -> Told | None:
    """Return the order in which an appeal is considered; none while its kind is not decided.

    `against`: a prosecutor's office is complained of, which makes a complaint one of chapter 4.
    """
    if not kind:
        return None
    return regime(Kind(kind), governed=Governed(governed) if governed else None, against_prosecutors=against)


def _route(form: Register, body: BodyCard, found: Settled) -> Line | None:
    if form.kind is None:
        return None
    repeated = found.stands.standing is Standing.REPEATED and found.of is not None
    answer = route(
        body.kind,
        form.kind,
        sender=form.sender,
        report_due=form.report_due,
        interpellation=form.kind is Kind.INTERPELLATION,
        repeated=repeated,
        earlier_by=decided_by(found.of.id) if repeated and found.of is not None else None,
        disagrees=found.reason is RepeatReason.CONTESTS,
        control_by=form.control_by,
        answered_by=form.answered_by,
        contested_by=form.contested_by or None,
    )
    return Line(_CONSIDERS, _route_words(answer), answer.cites)


def route_told(answer: Answer) -> Phrase:
    """Return who considers, whether it may be passed down, and by which points, in words (29I.27-31)."""
    points = (", ".join(dict.fromkeys(point_text(point, lang) for point in answer.cites)) for lang in LANGUAGES)
    return Phrase(*(f"{said} ({point})" for said, point in zip(_route_words(answer), points, strict=True)))


def _route_words(answer: Answer) -> Phrase:
    stays = _DOWN if answer.may_be_passed_down else _STAYS
    return Phrase(*(f"{CONSIDERS[answer.considers].into(lang)}; {stays.into(lang)}" for lang in LANGUAGES))


_DOWN = Phrase("төмен беруге болады", "можно передать вниз", "may be passed down")
_STAYS = Phrase("төмен берілмейді", "вниз не передаётся", "is not passed down")
