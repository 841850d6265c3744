"""From a draft to an appeal: what is sent, what is warned of, and the sending itself, once."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from nadzor import clock
from nadzor.appeals.procedure import APPEAL
from nadzor.casework import identifiers
from nadzor.casework.act import Act
from nadzor.casework.models import Key
from nadzor.casework.perform import perform
from nadzor.casework.refusals import KeyReused, Refusal, invalid
from nadzor.law.words import LANGUAGES, Phrase
from nadzor.organs.actor import PORTAL
from nadzor.portal.drafts import files_of
from nadzor.portal.filing_fields import KIND_CHOICES, STEP, STEPS, TYPE_TITLES, wrong
from nadzor.portal.models import Draft
from nadzor.portal.offices import COUNTRY, addressed_to

IIN_WRONG = Phrase(
    "ЖСН-нің немесе БСН-нің бақылау цифры сәйкес келмейді. Құжатпен салыстырыңыз. Нөмір дұрыс болса, жалғастырыңыз: "
    "оны қызметкер тексереді.",
    "Контрольная цифра ИИН или БИН не сходится. Сверьте номер с документом. Если он верен, продолжайте: его проверит "
    "сотрудник.",
    "The check digit of the IIN or BIN does not fit. Compare it with the document. If it is right, go on: staff will "
    "check it.",
)
NO_NAME = Phrase(
    "Аты-жөніңіз жоқ: жолданым аноним ретінде тіркеледі. Ондай жолданымда қылмыс туралы немесе қауіпсіздікке төнген "
    "қатер туралы мәлімет болмаса, ол қаралмайды.",
    "Имя не указано: обращение зарегистрируют как анонимное. Такие обращения не рассматривают, если в них нет сведений "
    "о преступлении или об угрозе безопасности.",
    "No name is given: the appeal is registered as anonymous. Such appeals are not considered unless they tell of a "
    "crime or of a threat to security.",
)
"""And what follows from it (29I.42.1)."""
NO_ADDRESS = Phrase(
    "Мекенжай жоқ: жолданымды тіркейміз, бірақ мекенжайды кейін сұраймыз.",
    "Адрес не указан: обращение зарегистрируют, но адрес спросят потом.",
    "No address is given: the appeal is registered, but you are asked for the address later.",
)
EMAIL_WRONG = Phrase(
    "Электрондық пошта мекенжайына ұқсамайды. Тексеріңіз немесе жалғастырыңыз.",
    "Это не похоже на адрес электронной почты. Проверьте или продолжайте.",
    "This does not look like an e-mail address. Check it, or go on.",
)
NO_EMAIL = Phrase(
    "Электрондық поштамен хабарлауды таңдадыңыз, бірақ оның мекенжайы жоқ: хабарламалар хатпен келеді.",
    "Вы выбрали уведомления по электронной почте, но её адреса нет: они придут письмом.",
    "You chose to be told by e-mail, but gave no e-mail address: notices come by letter.",
)
_UNFITTING = Phrase(
    "Мыналар жіберілмейді, өйткені кім жазатынына сай келмейді: {names}.",
    "Не будет отправлено, так как не подходит к тому, кто пишет: {names}.",
    "This will not be sent, as it does not go with who writes: {names}.",
)
NO_AUTHORITY = Phrase(
    "Сіз өкіл ретінде жазасыз, бірақ файл қосылмаған: өкілеттігіңізді растайтын құжатты кейін сұрауы мүмкін.",
    "Вы пишете как представитель, но файлов нет: документ о полномочиях могут попросить потом.",
    "You write as a representative, but no file is attached: the document of your authority may be asked for later.",
)
_NAMES = ("surname", "given_name", "patronymic")
_REPRESENTATIVE = tuple(f"rep_{each}" for each in (*_NAMES, "iin"))
_GOES_WITH = {
    "person": {"iin", *_NAMES, *_REPRESENTATIVE},
    "organisation": {"iin", "organisation", *_NAMES},
    "group": {"iin", "members", *_NAMES, *_REPRESENTATIVE},
    "unnamed": {"iin", "patronymic"},
    "anonymous": set[str](),
}
_REACHED = ("postal_address", "email", "phone")


@dataclass(frozen=True, slots=True)
class Warning_:  # noqa: N801  # `Warning` is Python's own
    """What follows from something typed or left out; it stops nothing. `step` is where it can be changed."""

    step: str
    text: Phrase


def language_of(said: Mapping[str, Any], page: str) -> str:
    """The language of the answer: the chosen one, else that of the page."""
    chosen = str(said.get("language") or page)
    return chosen if chosen in LANGUAGES else "ru"


def type_of(said: Mapping[str, Any]) -> str:
    """Who writes, as it was chosen; a person where nothing was."""
    chosen = str(said.get("type") or "person")
    return chosen if chosen in TYPE_TITLES else "person"


def sent_as(said: Mapping[str, Any]) -> str:
    """The kind of applicant that is registered: the chosen one where it is named, else the one that is, else nobody."""
    kind = type_of(said)
    person, body = bool(said.get("surname") or said.get("given_name")), bool(said.get("organisation"))
    named = {"person": person, "organisation": body, "group": person or bool(said.get("members")), "anonymous": True}
    if named[kind]:
        return kind
    return "person" if person else "organisation" if body else "anonymous"


def warnings(said: Mapping[str, Any], *, files: bool = True) -> list[Warning_]:
    """Return what an applicant should know before sending; none of it stops the sending (APPK 64).

    `files`: whether any came along, or none is due yet.
    """
    found = []
    numbers = [identifiers.read(str(said.get(name) or "")) for name in ("iin", "rep_iin")]
    if any(number and not identifiers.is_valid(number) for number in numbers):
        found.append(IIN_WRONG)
    email = str(said.get("email") or "")
    if email and ("@" not in email.strip("@") or " " in email):
        found.append(EMAIL_WRONG)
    if sent_as(said) == "anonymous":
        found.append(NO_NAME)
    elif not said.get("postal_address"):
        found.append(NO_ADDRESS)
    dropped = [field for field in STEP["about"].fields(said) if said.get(field.name) and field.name in _dropped(said)]
    if dropped:
        names = (", ".join(field.label.into(lang) for field in dropped) for lang in LANGUAGES)
        found.append(Phrase(*(text.format(names=name) for text, name in zip(_UNFITTING, names, strict=True))))
    if said.get("contacts_confirmed") == "yes" and not email:
        found.append(NO_EMAIL)
    if not files and sent_as(said) != "organisation" and representative_of(said):
        found.append(NO_AUTHORITY)
    return [Warning_("about", text) for text in found]


def _dropped(said: Mapping[str, Any]) -> set[str]:
    kind = sent_as(said)
    kept = _GOES_WITH["unnamed" if kind == "anonymous" != type_of(said) else kind]
    return {name for names in _GOES_WITH.values() for name in names} - kept


def what_stops(said: Mapping[str, Any]) -> dict[str, tuple[str, Phrase]]:
    """Return, by field, the step and the sentence of all that cannot be sent: the door is shut for nothing else."""
    found = {}
    for step in STEPS:
        for name, text in wrong(step.fields(said), said).items():
            found[name] = (step.name, text)
    return found


def office_of(said: Mapping[str, Any]) -> str:
    """The code of the office the draft is addressed to."""
    return addressed_to(str(said.get("area") or COUNTRY), str(said.get("office") or ""))


def text_of(said: Mapping[str, Any]) -> str:
    """The text as it is registered: what it is about stands in its first line."""
    text, subject = str(said.get("text") or ""), str(said.get("subject") or "")
    return f"{subject}\n\n{text}" if subject and text else text


def data_of(draft: Draft, at: dt.datetime, page: str) -> dict[str, Any]:
    """Return a draft as the data of the step `register`. Nothing that was not typed is filled in."""
    said = draft.said
    data: dict[str, Any] = {
        "channel": "portal",
        "received_at": at.isoformat(),
        "language": language_of(said, page),
        "addressed_to": office_of(said),
        "text": text_of(said),
        "applicant": _applicant(said),
        "attachments": [{"id": str(file.public_id)} for file in files_of(draft)],
    }
    if said.get("demands"):
        data["demands"] = said["demands"]
    if said.get("kind") in dict(KIND_CHOICES):
        data["kind"] = said["kind"] or None
    if stands_in := representative_of(said):
        data["representative"] = stands_in
    return data


def representative_of(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return who acts for the applicant, if anybody is named (29I.40.3): one without a name is nobody."""
    kind = sent_as(said)
    prefix = "" if kind == "organisation" else "rep_"
    if kind == "anonymous" or not (said.get(f"{prefix}surname") or said.get(f"{prefix}given_name")):
        return {}
    number = {"iin": said["rep_iin"]} if prefix and said.get("rep_iin") else {}
    return {"type": "person", **_person(said, prefix), **number}


def _person(said: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    names = {"surname": "surname", "name": "given_name", "patronymic": "patronymic"}
    return {name: str(said[prefix + typed]) for name, typed in names.items() if said.get(prefix + typed)}


def _applicant(said: Mapping[str, Any]) -> dict[str, Any]:
    reached: dict[str, Any] = {name: said[name] for name in _REACHED if said.get(name)}
    if said.get("contacts_confirmed"):
        reached["contacts_confirmed"] = said["contacts_confirmed"] == "yes"
    kind = sent_as(said)
    number = {"bin" if kind == "organisation" else "iin": said["iin"]} if said.get("iin") else {}
    if kind == "anonymous":
        kept = {} if type_of(said) == kind else {**number, **_person(said)}
        return {"type": kind, **kept, **reached}
    if kind == "organisation":
        return {"type": kind, "name": said["organisation"], **number, **reached}
    found: dict[str, Any] = {"type": kind, **_person(said), **number, **reached}
    if kind == "group":
        lines = (line.strip() for line in str(said.get("members") or "").splitlines())
        members = [{"type": "person", "surname": line} for line in lines if line]
        found["members"] = members or [{"type": "person", **_person(said)}]
    return found


def send(draft: Draft, page: str) -> str:
    """Register a draft and empty it; return the number of the appeal. A second click gets the first number.

    `page`: the language of the page. Raises a Refusal; then nothing was registered and the draft stays as it is.
    """
    with transaction.atomic():
        row = Draft.objects.select_for_update().get(pk=draft.pk)
        if row.number:
            return row.number
        if stops := what_stops(row.said):
            raise invalid(**{name: text for name, (_step, text) in stops.items()})
        if row.sending_at is None:  # what is asked again is the same to the instant, so the key knows it
            row.sending_at = clock.now()
            row.save(update_fields=["sending_at"])
    data = data_of(row, row.sending_at, page)
    actor = replace(PORTAL, key_space=row.space)
    try:
        number = perform(Act(APPEAL.name, "register", actor, data, key=row.ref.hex)).number
    except KeyReused:
        number = _registered_before(row)
    except Refusal:
        Draft.objects.filter(pk=row.pk, number="").update(sending_at=None)
        raise
    emptied: dict[str, Any] = {"number": number, "said": {}, "code": None, "saved_at": clock.now()}
    Draft.objects.filter(pk=row.pk).update(**emptied)
    return number


def _registered_before(draft: Draft) -> str:
    """The number that this draft got in a sending whose end was lost; what was changed since was not sent."""
    kept = Key.objects.get(space=draft.space, key=draft.ref.hex)
    return str(kept.answer[0]["number"])
