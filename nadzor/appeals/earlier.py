"""What the same person wrote before: found by IIN and by the digest of the text, offered, never merged.

Source: 29I.2.6, 2.10, 2.12.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nadzor import clock
from nadzor.appeals.forms import Register
from nadzor.appeals.models import Appeal
from nadzor.appeals.states import ANNULLED, REGISTERED, UNDER_REVIEW
from nadzor.casework.access import visible
from nadzor.casework.models import Party, Proceeding, Term
from nadzor.casework.refusals import NOT_FOUND, invalid
from nadzor.casework.writing import raw
from nadzor.law.o29.repeats import Earlier, RepeatReason, Standing, Stands, fitting, stands
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import BodyCard, Directory

MOST = 10
REASON_TITLES: dict[str, Phrase] = {
    RepeatReason.CONTESTS: Phrase(
        "бұрынғы шешімге шағымданады", "обжалует прежнее решение", "contests the earlier decision"
    ),
    RepeatReason.LATE: Phrase(
        "мерзім өтті, жауап жоқ деп хабарлайды", "сообщает, что срок прошёл, а ответа нет", "says the answer is overdue"
    ),
    RepeatReason.FAULTS: Phrase(
        "қараудағы басқа кемшіліктерді көрсетеді",
        "указывает на другие недостатки рассмотрения",
        "points to other faults in how it was considered",
    ),
}
STANDING_TITLES: dict[str, Phrase] = {
    Standing.PRIMARY: Phrase("бастапқы", "первичное", "primary"),
    Standing.REPEATED: Phrase("қайталама", "повторное", "repeated"),
    Standing.DUPLICATE: Phrase("телнұсқа", "дубликат", "duplicate"),
}
_NOT_BORNE_OUT: dict[RepeatReason, Phrase] = {
    RepeatReason.CONTESTS: Phrase(
        "{number} нөмірлі жолданым бойынша шешім әлі жоқ: шағымданатын ештеңе жоқ. Басқа негізді таңдаңыз.",
        "По обращению {number} решения ещё нет: обжаловать нечего. Выберите другое основание.",
        "There is no decision on appeal {number} yet: there is nothing to contest. Choose another reason.",
    ),
    RepeatReason.LATE: Phrase(
        "{number} нөмірлі жолданымның мерзімі өтпеген немесе оған шешім қабылданған. Басқа негізді таңдаңыз.",
        "По обращению {number} срок не прошёл или решение уже есть. Выберите другое основание.",
        "The term of appeal {number} has not run out, or it is decided. Choose another reason.",
    ),
}
_BOTH = Phrase(
    "Қайталама немесе телнұсқа: екеуінің бірін ғана таңдаңыз.",
    "Повторное или дубликат: выберите что-то одно.",
    "Repeated or a duplicate: choose one of the two.",
)
_NO_REASON = Phrase(
    "Неге қайталама екенін таңдаңыз (2-тармақтың 12-тармақшасы).",
    "Выберите, почему оно повторное (подпункт 12 пункта 2).",
    "Choose what makes it a repeated one (sub-point 12 of point 2).",
)
_NO_EARLIER = Phrase(
    "Бұрынғы жолданымның нөмірін жазыңыз.", "Укажите номер прежнего обращения.", "Give the number of the earlier one."
)
_UNDECIDED = frozenset({REGISTERED, UNDER_REVIEW, ANNULLED})


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier appeal: what the lookup shows of it, and the facts that the law asks for."""

    id: int
    number: str
    body_id: int
    state: str
    registered_on: dt.date
    subject: str
    same_text: bool
    overdue: bool

    def facts(self, body: BodyCard) -> Earlier:
        """The facts as the law asks for them, seen from an office."""
        return Earlier(self.state not in _UNDECIDED, self.overdue, self.same_text, here=self.body_id == body.id)

    def reasons(self, body: BodyCard) -> tuple[RepeatReason, ...]:
        """What may make a new appeal a repeat of this one."""
        return fitting(self.facts(body))


@dataclass(frozen=True, slots=True)
class Settled:
    """What an appeal is beside the earlier ones. `of`: the one that it repeats or doubles; `all`: all of them."""

    stands: Stands
    of: Before | None
    all: tuple[Before, ...]
    reason: RepeatReason | None = None

    @property
    def repeat_of(self) -> int | None:
        """The id of the appeal it repeats."""
        return self.of.id if self.of is not None and self.stands.standing is Standing.REPEATED else None

    @property
    def duplicate_of(self) -> int | None:
        """The id of the appeal it doubles."""
        return self.of.id if self.of is not None and self.stands.standing is Standing.DUPLICATE else None


def written_before(iin: str, digest: bytes, today: dt.date, *, leaving_out: int = 0) -> tuple[Before, ...]:
    """Return the appeals of a person, newest first, at most ten; none without a number to find them by."""
    if not iin:
        return ()
    return _read(_OF_PERSON, (iin, leaving_out, MOST), digest, today)


def _read(which: str, values: tuple[object, ...], digest: bytes, today: dt.date) -> tuple[Before, ...]:
    with raw() as cursor:
        cursor.execute(_COLUMNS + which, (today, *values))
        rows = cursor.fetchall()
    return tuple(
        Before(pk, number, body, state, day, subject, same_text=bytes(kept) == digest, overdue=overdue)
        for pk, number, body, state, day, subject, overdue, kept in rows
    )


_P, _A, _T, _X = (model._meta.db_table for model in (Proceeding, Appeal, Term, Party))  # noqa: SLF001
_COLUMNS = (
    "SELECT p.id, p.number, p.body_id, p.state, p.registered_on, p.subject, "  # noqa: S608
    f"EXISTS (SELECT 1 FROM {_T} AS t WHERE t.proceeding_id = p.id AND t.clock = 'consideration' "
    "AND (t.state = 'late' OR (t.state = 'running' AND t.due_day < %s))), a.text_digest "
    f"FROM {_P} AS p JOIN {_A} AS a ON a.proceeding_id = p.id "
)
_OF_PERSON = (
    f"JOIN {_X} AS x ON x.proceeding_id = p.id AND x.role = 'applicant' "
    "WHERE x.iin = %s AND p.id <> %s AND p.state <> 'annulled' ORDER BY p.id DESC LIMIT %s"
)
_OF_NUMBER = "WHERE p.number = %s LIMIT 1"


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says an appeal is."""

    repeat_of: str | None = None
    reason: RepeatReason | None = None
    duplicate_of: str | None = None


def settled(  # noqa: PLR0913  # the facts
    form: Register, iin: str, digest: bytes, *, body: BodyCard, actor: Actor, known: Directory
) -> Settled:
    """Return what a new appeal is, by what was said and by what is found. Raises Invalid where facts speak against it.

    Without a word about it the same text from the same person makes a duplicate, and nothing else is decided: what
    was written before is offered.
    """
    return settle(
        Said(form.repeat_of, form.repeat_reason, form.duplicate_of),
        written_before(iin, digest, clock.today(body.zone)),
        digest,
        body=body,
        actor=actor,
        known=known,
    )


def settle(  # noqa: PLR0913  # the facts
    said: Said,
    before: tuple[Before, ...],
    digest: bytes,
    *,
    body: BodyCard,
    actor: Actor,
    known: Directory,
    places: Mapping[str, str] | None = None,
) -> Settled:
    """Return what an appeal is. Raises Invalid, naming the field. `places`: what the form calls its fields.

    Source: 29I.2.6, 29I.2.10, 29I.2.12.
    """
    at = {name: (places or {}).get(name, name) for name in ("repeat_of", "repeat_reason", "duplicate_of")}
    number = said.repeat_of or said.duplicate_of
    if said.repeat_of and said.duplicate_of:
        raise invalid(**{at["repeat_of"]: _BOTH})
    if said.reason is not None and not said.repeat_of:
        raise invalid(**{at["repeat_of"]: _NO_EARLIER})
    if said.repeat_of and said.reason is None:
        raise invalid(**{at["repeat_reason"]: _NO_REASON})
    if not number:
        same = [each for each in before if each.same_text]  # the first of them is the main one (29I.35.1)
        return Settled(stands(same[-1].facts(body) if same else None), same[-1] if same else None, before)
    earlier = next((each for each in before if each.number == number), None)
    if earlier is None and visible(actor, known).filter(number=number, procedure="appeal").exists():
        earlier = next(iter(_read(_OF_NUMBER, (number,), digest, clock.today(body.zone))), None)
    if earlier is None:
        raise invalid(**{at["repeat_of" if said.repeat_of else "duplicate_of"]: NOT_FOUND})
    facts = earlier.facts(body)
    try:
        found = stands(facts, said.reason) if said.repeat_of else stands(replace(facts, same_text=True))
    except ValueError:
        words = (text.format(number=earlier.number) for text in _NOT_BORNE_OUT[said.reason or RepeatReason.LATE])
        raise invalid(**{at["repeat_reason"]: Phrase(*words)}) from None
    return Settled(found, earlier, before, said.reason)


def seen_by(actor: Actor, known: Directory, numbers: list[str]) -> frozenset[str]:
    """Those of the numbers that somebody may see: a case that is not visible is not told of."""
    if not numbers:
        return frozenset()
    return frozenset(visible(actor, known).filter(number__in=numbers).values_list("number", flat=True))


def standing_told(standing: str, number: str, reason: str) -> Phrase:
    """Return what an appeal is in words: "repeated: contests the earlier decision, № 2026-75-000118"."""
    parts = [STANDING_TITLES.get(standing, STANDING_TITLES[Standing.PRIMARY])]
    if reason in REASON_TITLES:
        parts.append(REASON_TITLES[reason])
    tail = f", № {number}" if number else ""
    return Phrase(*(": ".join(part.into(lang) for part in parts) + tail for lang in LANGUAGES))
