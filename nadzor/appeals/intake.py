"""How what was written becomes an appeal: registration day, parties, what is missing, what the same person wrote."""

import base64
import binascii
import datetime as dt
import hashlib

from nadzor import clock
from nadzor.appeals.earlier import seen_by, settled
from nadzor.appeals.forms import LARGEST_INLINE_FILE, Applicant, Attachment, Register, without_content
from nadzor.appeals.higher import FACTS as RAISING
from nadzor.appeals.models import Appeal
from nadzor.casework import files, identifiers
from nadzor.casework.case import Ground, Opening, PartyCard
from nadzor.casework.refusals import Invalid, TooLarge, invalid
from nadzor.casework.showing import ANONYMOUS
from nadzor.casework.writing import Change
from nadzor.law.calendar import CalendarUnknown
from nadzor.law.citations import LawRefusal
from nadzor.law.o29.regimes import SECRETS_NOT_HERE, Governed, is_marked_secret
from nadzor.law.o29.registration import registered_on
from nadzor.law.o29.repeats import Signature, is_anonymous
from nadzor.law.o29.requirements import Typed, told
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


def _without_secrets(form: Register) -> None:
    """Refuse a paper with state secrets at the door (29I.18)."""
    if form.governed_by is Governed.STATE_SECRETS:
        raise invalid(governed_by=SECRETS_NOT_HERE)
    for name, text in (("text", form.text), ("demands", form.demands)):
        if is_marked_secret(text or ""):
            raise invalid(**{name: SECRETS_NOT_HERE})


def registered(form: Register, ground: Ground, change: Change) -> Opening:
    """Return the proceeding that an appeal opens. Raises Invalid for an office that does not exist or a wrong instant.

    Source: 29I.23.1, 29I.24 (day of registration); 29I.38-40 (what it must say; what is missing is a flag, APPK 64).
    """
    _without_secrets(form)
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
    digest = digest_of(form.text)
    actor = ground.act.actor
    found = settled(form, applicant.iin, digest, body=body, actor=actor, known=ground.known)
    earlier = [each.number for each in found.all]
    of = found.of.number if found.of is not None else None
    seen = seen_by(actor, ground.known, list(dict.fromkeys([*earlier, *([of] if of else [])])))
    missing, flags = missing_of(form), _flags(form, parties)
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
            "duplicate_of_id": found.duplicate_of,
            "addressee": form.addressee or "",
            "signature": signature_of(form) or "",
            "standing": str(found.stands.standing),
            "repeat_of_id": found.repeat_of,
            "repeat_reason": found.reason or "",
            "governed_by": form.governed_by or "",
            **{name: str(getattr(form, name) or "") for name in RAISING},
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
        entry={**without_content(form), "points": list(registration.cites), "standing": str(found.stands.standing)},
        said={
            "duplicate_of": of if found.duplicate_of is not None and of in seen else None,
            "standing": str(found.stands.standing),
            "standing_cites": list(found.stands.cites),
            "repeat_of": of if found.repeat_of is not None and of in seen else None,
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
            email=found[0].email,
            phone=found[0].phone,
            contacts_confirmed=found[0].contacts_confirmed,
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
        contacts_confirmed=bool(said.contacts_confirmed),
    )


def digest_of(text: str) -> bytes:
    """Return what a text is known again by."""
    return hashlib.sha256(text.encode()).digest()


def signature_of(form: Register) -> Signature | None:
    """How it is signed: as was said, or with the electronic signature that came along; none where nobody was asked."""
    return form.signature or (Signature.EDS if form.signature_cms else None)


def typed_of(form: Register) -> Typed:
    """What was typed, as the requirements look at it."""
    applicant = form.applicant
    return Typed(
        kind=form.kind,
        organisation=applicant.type == "organisation",
        named=applicant.type != "person" or bool(applicant.surname and applicant.name),
        address=bool(applicant.postal_address or any(member.postal_address for member in applicant.members)),
        demands=bool(form.demands),
        officials=bool(form.complained_of),
        signature=signature_of(form),
        represented=form.representative is not None,
        authority=form.authority_document,
    )


def missing_of(form: Register) -> list[str]:
    """What article 63 and points 38-40 ask for and the appeal does not have; an anonymous one lacks its author."""
    seen = form.also_missing or ()
    if form.applicant.type == "anonymous":
        return ["applicant", *(str(each) for each in dict.fromkeys(seen))]
    return [str(each) for each in dict.fromkeys((*told(typed_of(form)), *seen))]


def _flags(form: Register, parties: tuple[PartyCard, ...]) -> list[str]:
    flags = []
    if is_anonymous(author_known=form.applicant.type != "anonymous", signature=signature_of(form)):
        flags.append("anonymous")
    if any(party.iin and not identifiers.is_valid(party.iin) for party in parties):
        flags.append("iin_check_failed")
    return flags


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
