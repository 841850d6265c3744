"""How what was written becomes an appeal: registration day, parties, what is missing, what the same person wrote."""

import base64
import binascii
import datetime as dt
import hashlib

from nadzor import clock
from nadzor.appeals.forms import LARGEST_INLINE_FILE, Applicant, Attachment, Register, without_content
from nadzor.appeals.models import Appeal
from nadzor.casework import files, identifiers
from nadzor.casework.access import visible
from nadzor.casework.case import Opening, PartyCard
from nadzor.casework.models import Party, Proceeding
from nadzor.casework.opening import Ground
from nadzor.casework.refusals import Invalid, TooLarge, invalid
from nadzor.casework.showing import ANONYMOUS
from nadzor.casework.writing import Change, raw
from nadzor.law.calendar import CalendarUnknown
from nadzor.law.citations import LawRefusal
from nadzor.law.o29.registration import registered_on
from nadzor.law.words import Phrase

BOOK = "appeals"
_UNKNOWN_BODY = Phrase(
    "Мұндай прокуратура қазір жоқ: {code}. Кодты тізімнен алыңыз.",
    "Такой прокуратуры сейчас нет: {code}. Возьмите код из списка.",
    "There is no such office now: {code}. Take the code from the list.",
)
_IN_THE_FUTURE = Phrase(
    "Келіп түскен уақыт болашақта бола алмайды.",
    "Время поступления не может быть в будущем.",
    "The time of arrival cannot lie in the future.",
)
_NO_CALENDAR = Phrase(
    "Бұл күннің күнтізбесі немесе бұйрықтың редакциясы жоқ: күнді тексеріңіз.",
    "На этот день нет календаря или редакции приказа: проверьте день.",
    "No calendar or edition of the order is held for this day: check the day.",
)
_NOT_BASE64 = Phrase(
    "Файлдың мазмұны base64 емес.", "Содержимое файла – не base64.", "The content of the file is not base64."
)
TOO_LARGE_ENCODED = Phrase(
    "Кодталған файл 1 МБ-тан аспауы керек; үлкенін бөлек жүктеңіз.",
    "Закодированный файл – не больше 1 МБ; больший загрузите отдельно.",
    "An encoded file takes at most 1 MB; upload a larger one apart.",
)
_CLOCKS_DIFFER = dt.timedelta(minutes=5)  # of the program that sends an appeal and of this one
_SHORT = 150
_EARLIER_SHOWN = 10


def registered(form: Register, ground: Ground, change: Change) -> Opening:
    """Return the proceeding that an appeal opens. Raises Invalid for an office that does not exist or a wrong instant.

    Source: 29I.23.1, 29I.24 (day of registration); 29I.38-40 (what it must say; what is missing is a flag, APPK 64).
    """
    body = ground.known.by_code.get(form.addressed_to)
    if body is None or not body.stands(clock.today(body.zone)):
        raise invalid(addressed_to=Phrase(*(text.format(code=form.addressed_to) for text in _UNKNOWN_BODY)))
    now = clock.now()
    if form.received_at > now + _CLOCKS_DIFFER:
        raise invalid(received_at=_IN_THE_FUTURE)
    received_at = min(form.received_at, now)
    try:
        registration = registered_on(received_at, form.channel)
    except (CalendarUnknown, LawRefusal, ValueError):
        raise invalid(received_at=_NO_CALENDAR) from None
    parties = tuple(_parties(form))
    applicant = parties[0]
    digest = hashlib.sha256(form.text.encode()).digest()
    duplicate, earlier = _written_before(applicant, digest)
    seen = _seen_by(ground, earlier)
    missing, flags = _missing(form), _flags(form, parties)
    if missing:
        flags.append("incomplete")
    space = ground.act.actor.key_space
    attached = tuple(_attached(form.attachments, space))
    name = applicant.full_name or ANONYMOUS.ru
    change.entry_data["text_sha256"] = digest.hex()
    return Opening(
        body=body,
        book=BOOK,
        received_at=received_at,
        registered_on=registration.day,
        kind=None if form.kind is None else str(form.kind),
        applicant=name,
        subject=_subject(form.text),
        words=" ".join(
            part for part in (form.text, form.demands or "", *(p.full_name for p in parties[1:]), applicant.iin) if part
        ),
        facts_model=Appeal,
        facts={
            "channel": str(form.channel),
            "language": form.language,
            "topic": "" if form.topic is None else str(form.topic),
            "text": form.text,
            "text_digest": digest,
            "demands": form.demands or "",
            "complained_of": [each.model_dump(exclude_none=True) for each in form.complained_of],
            "sender": "" if form.sender is None else str(form.sender),
            "report_due": form.report_due,
            "source": space if form.external_id else "",
            "external_id": form.external_id or "",
            "signature_cms": form.signature_cms or "",
            "missing": missing,
            "flags": flags,
            "duplicate_of_id": None if duplicate is None else duplicate[0],
            "outcome": "",
            "answer": "",
            "answered_on": None,
            "signed_by": "",
            "forwarded_to": "",
            "forwarded_from_id": None,
        },
        parties=parties,
        files=attached,
        followed=True,
        entry={**without_content(form), "points": list(registration.cites)},
        said={
            "duplicate_of": duplicate[1] if duplicate is not None and duplicate[1] in seen else None,
            "repeats": [number for number in earlier if number in seen],
            "flags": flags,
            "missing": missing,
            "accepted_by": ground.act.actor.name,
            "registration_cites": list(registration.cites),
        },
    )


def _parties(form: Register) -> list[PartyCard]:
    first = form.applicant
    found = [_party(first, "applicant")]
    found += [_party(member, "member") for member in first.members]
    if first.type == "group" and not found[0].full_name:
        leader = found[1]
        found[0] = PartyCard(
            role="applicant",
            type="group",
            organisation="",
            surname=leader.surname,
            given_name=leader.given_name,
            patronymic=leader.patronymic,
            iin=leader.iin,
            postal_address=found[0].postal_address or leader.postal_address,
        )
    if form.representative is not None:
        found.append(_party(form.representative, "representative"))
    return found


def _party(said: Applicant, role: str) -> PartyCard:
    organisation = said.type == "organisation"
    return PartyCard(
        role=role,
        type=said.type,
        iin=identifiers.read((said.bin if organisation else said.iin) or said.iin or said.bin or ""),
        surname="" if organisation else said.surname or "",
        given_name="" if organisation else (said.name or "")[:100],
        patronymic="" if organisation else said.patronymic or "",
        organisation=(said.name or said.surname or "") if organisation else "",
        postal_address=said.postal_address or "",
        email=said.email or "",
        phone=said.phone or "",
    )


def _missing(form: Register) -> list[str]:
    """What article 63 and point 39 ask for and the appeal does not have; an anonymous one lacks its author."""
    applicant = form.applicant
    if applicant.type == "anonymous":
        return ["applicant"]
    missing = []
    if applicant.type == "person" and not (applicant.surname and applicant.name):
        missing.append("full_name")
    if not applicant.postal_address and not any(member.postal_address for member in applicant.members):
        missing.append("postal_address")
    return missing


def _flags(form: Register, parties: tuple[PartyCard, ...]) -> list[str]:
    flags = []
    if form.applicant.type == "anonymous":
        flags.append("anonymous")
    if any(party.iin and not identifiers.is_valid(party.iin) for party in parties):
        flags.append("iin_check_failed")
    return flags


def _written_before(applicant: PartyCard, digest: bytes) -> tuple[tuple[int, str] | None, list[str]]:
    """The earlier appeal of the same person with the same text, and the numbers of all earlier ones, newest first."""
    if not applicant.iin:
        return None, []
    with raw() as cursor:
        cursor.execute(_BEFORE, (applicant.iin, _EARLIER_SHOWN))
        rows = cursor.fetchall()
    same = [(pk, number) for pk, number, kept in rows if bytes(kept) == digest]
    return (same[-1] if same else None), [number for _, number, _ in rows]


def _seen_by(ground: Ground, numbers: list[str]) -> frozenset[str]:
    """Those of the numbers that who registers may see: a case that is not visible is not told of."""
    if not numbers:
        return frozenset()
    shown = visible(ground.act.actor, ground.known).filter(number__in=numbers)
    return frozenset(shown.values_list("number", flat=True))


_BEFORE = (
    f"SELECT p.id, p.number, a.text_digest FROM {Party._meta.db_table} AS x "  # noqa: S608, SLF001
    f"JOIN {Proceeding._meta.db_table} AS p ON p.id = x.proceeding_id "  # noqa: SLF001
    f"JOIN {Appeal._meta.db_table} AS a ON a.proceeding_id = p.id "  # noqa: SLF001
    "WHERE x.iin = %s AND x.role = 'applicant' ORDER BY p.id DESC LIMIT %s"
)


def _attached(attachments: tuple[Attachment, ...], space: str) -> list[str]:
    """Ids of the files of an appeal; those that came encoded are stored first."""
    found = []
    for place, each in enumerate(attachments):
        if each.id is not None:
            found.append(each.id)
            continue
        try:
            content = base64.b64decode(each.base64 or "", validate=True)
        except (binascii.Error, ValueError):
            raise _of_attachment(place, _NOT_BASE64) from None
        if len(content) > LARGEST_INLINE_FILE:
            raise TooLarge(TOO_LARGE_ENCODED, fields={f"attachments.{place}": TOO_LARGE_ENCODED})
        kept = files.store(
            [content],
            name=each.name or f"{place + 1}",
            content_type=each.content_type or "application/octet-stream",
            space=space,
        )
        found.append(str(kept.public_id))
    return found


def _of_attachment(place: int, message: Phrase) -> Invalid:
    return invalid(**{f"attachments.{place}": message})


def _subject(text: str) -> str:
    """The first words of the text, as one line."""
    line = " ".join(text[: 2 * _SHORT].split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rsplit(' ', 1)[0]}…"
