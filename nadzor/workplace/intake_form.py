"""The registrar's form: its fields in order, and what was typed as the data of the step `register`."""

import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from nadzor.appeals.forms import KIND_TITLES
from nadzor.appeals.higher import (
    ANSWERED_BY,
    CONTESTED_BY,
    CONTROL_BY,
    CONTROL_DOCUMENT,
    CONTROL_UNTIL,
    FACTS,
    RECEPTION_OF,
)
from nadzor.appeals.rights import registers_in, takes_calls
from nadzor.appeals.sealed import READERS, may_be_readers
from nadzor.appeals.senders import CHANNEL_TITLES, SENDER_TITLES
from nadzor.appeals.topics import TOPIC, TOPIC_HINT, TOPIC_TITLES
from nadzor.casework.asking import BAD_DAY, day_in
from nadzor.casework.models import StoredFile
from nadzor.law.words import OWN_NAMES, Phrase
from nadzor.organs.actor import Actor
from nadzor.organs.directory import BodyCard, directory
from nadzor.workplace.intake_field import IntakeField
from nadzor.workplace.intake_paper import AT, EARLIER, MANY, PAPER, read_paper

TYPE_TITLES = {
    "person": Phrase("жеке адам", "гражданин", "a person"),
    "organisation": Phrase("ұйым", "организация", "an organisation"),
    "group": Phrase("адамдар тобы", "группа лиц", "a group of people"),
    "anonymous": Phrase("аноним", "анонимное", "anonymous"),
}
_BAD_INSTANT = Phrase(
    "Күні мен уақытын былай жазыңыз: 05.03.2026 09:14.",
    "Запишите день и время так: 05.03.2026 09:14.",
    "Write the day and time as 05.03.2026 09:14.",
)
_MEMBERS_OF_NONE = Phrase(
    "Топ мүшелері жазылған: «адамдар тобы» дегенді таңдаңыз немесе мүшелер өрісін босатыңыз.",
    "Заполнены участники группы: выберите «группа лиц» или очистите поле участников.",
    "Members of a group are filled in: choose “a group of people”, or empty the field of members.",
)
_NAME_OF_ORGANISATION = Phrase(
    "Ұйымда аты мен әкесінің аты болмайды: басқа түрін таңдаңыз немесе бұл өрістерді босатыңыз. Ұйым атынан жүгінген "
    "адамды өкіл ретінде жазыңыз.",
    "У организации нет имени и отчества: выберите другой вид или очистите эти поля. Того, кто пишет от её имени, "
    "запишите представителем.",
    "An organisation has no name and patronymic: choose another kind or empty these fields. Enter whoever writes "
    "for it as its representative.",
)
_NAME_OF_REPRESENTATIVE = Phrase(
    "Ұйымда аты мен әкесінің аты болмайды: өкілдің басқа түрін таңдаңыз немесе бұл өрістерді босатыңыз.",
    "У организации нет имени и отчества: выберите другой вид представителя или очистите эти поля.",
    "An organisation has no name and patronymic: choose another kind of representative or empty these fields.",
)
_NOBODY_ASKS = Phrase(
    "Нәтижесін хабарлау керек деп белгіленген: кім жолдағанын таңдаңыз немесе белгіні алып тастаңыз.",
    "Отмечено, что о результатах надо сообщить: выберите, кто направил обращение, или снимите отметку.",
    "It is ticked that the sender asks for the result: choose who sent the appeal on, or remove the tick.",
)
_CONFIRMED = Phrase(
    "Байланыс деректері дұрыс екеніне және солар бойынша хабарлау жеткілікті екеніне қол қойды",
    "Подписался, что контакты верны и уведомления по ним достаточно",
    "Has signed that the contacts are true and notice to them is enough",
)
_CONFIRMED_HINT = Phrase(
    "ӘРПК-нің 66-бабы. Мұнсыз міндетті хабарламалар тапсырыс хатпен жіберіледі.",
    "Статья 66 АППК. Без этого обязательные уведомления пойдут заказным письмом.",
    "Article 66 of the code. Without it notices that are owed go by registered letter.",
)
# Errors of a place in the data stand at this field of the page.
_AT = {
    "applicant": "surname",
    "applicant.surname": "surname",
    "applicant.name": "given_name",
    "applicant.bin": "iin",
    "applicant.members": "members",
    "representative": "rep_surname",
    "representative.name": "rep_given_name",
    "representative.bin": "rep_iin",
}


FIRST = (
    IntakeField("received_at", Phrase("Келіп түскен уақыты", "Поступило", "Received"), "number", required=True),
    IntakeField(
        "channel",
        Phrase("Келіп түсу арнасы", "Как поступило", "How it came"),
        "choice",
        choices=tuple(CHANNEL_TITLES.items()),
        required=True,
    ),
    IntakeField("language", Phrase("Тілі", "Язык", "Language"), "choice", choices=OWN_NAMES, required=True),
    IntakeField("topic", TOPIC, "choice", TOPIC_HINT, tuple((str(each), said) for each, said in TOPIC_TITLES.items())),
)
KIND = IntakeField(
    "kind",
    Phrase("Жолданымның түрі", "Вид обращения", "Kind of appeal"),
    "choice",
    Phrase(
        "Белгісіз болса, бос қалдырыңыз: түрін кейін қараушы бөлімше анықтайды.",
        "Если неясно, оставьте пустым: вид определят при передаче на рассмотрение.",
        "If it is not clear, leave it empty: it is decided when the appeal is passed on.",
    ),
    tuple((str(kind), title) for kind, title in KIND_TITLES.items()),
)
APPLICANT = (
    IntakeField(
        "type",
        Phrase("Кім жазды", "Кто пишет", "Who writes"),
        "choice",
        choices=tuple(TYPE_TITLES.items()),
        required=True,
    ),
    IntakeField("iin", Phrase("ЖСН немесе БСН", "ИИН или БИН", "IIN or BIN"), "number", limit=20),
    IntakeField("surname", Phrase("Тегі немесе ұйым", "Фамилия или организация", "Surname or organisation"), limit=300),
    IntakeField("given_name", Phrase("Аты", "Имя", "Name"), limit=100),
    IntakeField("patronymic", Phrase("Әкесінің аты", "Отчество", "Patronymic"), limit=100),
    IntakeField("postal_address", Phrase("Пошталық мекенжай", "Почтовый адрес", "Postal address"), limit=500),
    IntakeField("email", Phrase("Электрондық пошта", "Электронная почта", "E-mail"), limit=254),
    IntakeField("phone", Phrase("Телефон", "Телефон", "Telephone"), limit=50),
    IntakeField("contacts_confirmed", _CONFIRMED, "flag", _CONFIRMED_HINT),
    IntakeField(
        "members",
        Phrase("Топ мүшелері", "Участники группы", "Members of the group"),
        "text",
        Phrase("Әр жолға бір адам.", "По одному на строке.", "One on each line."),
    ),
)
REPRESENTATIVE = (
    IntakeField(
        "rep_type",
        Phrase("Өкіл кім", "Кто представитель", "Who represents"),
        "choice",
        choices=tuple((name, TYPE_TITLES[name]) for name in ("person", "organisation")),
    ),
    IntakeField("rep_iin", Phrase("Өкілдің ЖСН немесе БСН", "ИИН или БИН", "IIN or BIN"), "number", limit=20),
    IntakeField(
        "rep_surname",
        Phrase("Тегі немесе ұйым", "Фамилия или организация", "Surname or organisation"),
        limit=300,
    ),
    IntakeField("rep_given_name", Phrase("Аты", "Имя", "Name"), limit=100),
    IntakeField("rep_patronymic", Phrase("Әкесінің аты", "Отчество", "Patronymic"), limit=100),
    IntakeField("rep_postal_address", Phrase("Пошталық мекенжай", "Почтовый адрес", "Postal address"), limit=500),
    IntakeField("rep_email", Phrase("Электрондық пошта", "Электронная почта", "E-mail"), limit=254),
    IntakeField("rep_phone", Phrase("Телефон", "Телефон", "Telephone"), limit=50),
    IntakeField("rep_contacts_confirmed", _CONFIRMED, "flag", _CONFIRMED_HINT),
)
SENDING = (
    IntakeField(
        "sender",
        Phrase("Кім жолдады", "Кто направил", "Who sent it on"),
        "choice",
        Phrase(
            "Жолданымды азамат өзі емес, басқа орган немесе лауазымды адам жіберсе.",
            "Если обращение прислал не сам гражданин, а другой орган или должностное лицо.",
            "If not the applicant but another body or an official sent the appeal.",
        ),
        tuple((str(sender), title) for sender, title in SENDER_TITLES.items()),
    ),
    IntakeField(
        "report_due",
        Phrase(
            "Жіберген орган нәтижесін хабарлауды сұрайды",
            "Направивший просит сообщить о результатах",
            "The sender asks to be told the result",
        ),
        "flag",
    ),
    IntakeField("control_by", CONTROL_BY.label, "choice", CONTROL_BY.hint, CONTROL_BY.choices),
    IntakeField("control_document", CONTROL_DOCUMENT.label, hint=CONTROL_DOCUMENT.hint, limit=300),
    IntakeField("control_until", CONTROL_UNTIL.label, "day"),
    *(
        IntakeField(name, asked.label, "choice", asked.hint, asked.choices)
        for name, asked in (("answered_by", ANSWERED_BY), ("reception_of", RECEPTION_OF))
    ),
)
CONTENT = (
    IntakeField("text", Phrase("Мәтіні", "Текст", "Text"), "text", required=True),
    IntakeField("demands", Phrase("Не сұралады", "О чём просят", "What is asked for"), "text"),
    IntakeField(
        "complained_of",
        Phrase("Кімнің әрекетіне шағым", "На чьи действия жалуются", "Whose actions are complained of"),
        hint=Phrase("Тегі мен аты-жөні.", "Фамилия и инициалы.", "Surname and initials."),
        limit=300,
    ),
    IntakeField(
        "complained_post",
        Phrase("Оның лауазымы", "Его должность", "Their post"),
        limit=300,
    ),
    IntakeField(
        "complained_body",
        Phrase("Ол жұмыс істейтін орган", "Орган, где он работает", "The body they work in"),
        limit=300,
    ),
    IntakeField("contested_by", CONTESTED_BY.label, "choice", CONTESTED_BY.hint, CONTESTED_BY.choices),
)
ALL = (*FIRST, KIND, *APPLICANT, *REPRESENTATIVE, *SENDING, *CONTENT, *PAPER, *EARLIER)


def offices(actor: Actor) -> list[BodyCard]:
    """The offices for which somebody registers: those of the role; an operator of the Call-centre takes for any."""
    known = directory()
    if takes_calls(actor):
        return sorted(known.bodies.values(), key=lambda card: card.code)
    return [known.bodies[body] for body in sorted(registers_in(actor))]


def sealing(actor: Actor) -> tuple[IntakeField, ...]:
    """The field that seals an appeal at its intake; none for an operator, who takes for every office."""
    cards = offices(actor)
    if takes_calls(actor) or not cards:
        return ()
    found: dict[int, str] = {}
    for card in cards:
        found |= may_be_readers(directory(), card)
    choices = tuple((str(pk), name) for pk, name in found.items())
    return (IntakeField("readers", READERS.label, "many", READERS.hint, choices),)


def data_of(posted: QueryDict, files: list[StoredFile]) -> tuple[dict[str, Any], dict[str, Phrase]]:
    """Return what was typed as the data of the step, and what could not be read."""
    said = {name: posted.get(name, "").strip() for name in posted}
    asked = ("channel", "language", "kind", "topic", "text", "demands", "addressed_to", "sender")
    data: dict[str, Any] = {name: said[name] for name in (*asked, *FACTS, "control_document") if said.get(name)}
    wrong: dict[str, Phrase] = {}
    if said.get("control_until"):
        until = day_in(said["control_until"])
        if until is None:
            wrong["control_until"] = BAD_DAY
        else:
            data["control_until"] = until.isoformat()
    try:
        data["received_at"] = forms.DateTimeField().clean(said.get("received_at", "")).isoformat()
    except ValidationError:
        wrong["received_at"] = _BAD_INSTANT
    wrong |= _unfitting(said)
    data["applicant"] = _applicant(said)
    representative = _representative(said)
    if representative:
        data["representative"] = representative
    complained_of = {name: said[typed] for name, typed in _COMPLAINED_OF.items() if said.get(typed)}
    if complained_of:
        data["complained_of"] = [complained_of]
    if said.get("report_due"):
        data["report_due"] = True
    paper, unfit = read_paper(said, [each for each in posted.getlist("also_missing") if each])
    data |= paper
    wrong |= unfit
    readers = [each for each in posted.getlist("readers") if each]
    if readers:
        data["readers"] = readers
    if files:
        data["attachments"] = [{"id": str(file.public_id)} for file in files]
    return data, wrong


def _unfitting(said: dict[str, str]) -> dict[str, Phrase]:
    """What was typed into fields that do not go with what was chosen: it is asked about, never dropped."""
    wrong: dict[str, Phrase] = {}
    names = ("given_name", "patronymic")
    if said.get("members") and said.get("type") != "group":
        wrong["type"] = _MEMBERS_OF_NONE
    elif said.get("type") == "organisation" and any(said.get(name) for name in names):
        wrong["type"] = _NAME_OF_ORGANISATION
    if said.get("rep_type") == "organisation" and any(said.get(f"rep_{name}") for name in names):
        wrong["rep_type"] = _NAME_OF_REPRESENTATIVE
    if said.get("report_due") and not said.get("sender"):
        wrong["sender"] = _NOBODY_ASKS
    return wrong


def _applicant(said: dict[str, str]) -> dict[str, Any]:
    kind = said.get("type", "")
    organisation = kind == "organisation"
    names = {"name": "surname"} if organisation else {"surname": "surname", "name": "given_name"}
    number = {"bin" if organisation else "iin": "iin"}
    same = {name: name for name in ("postal_address", "email", "phone")}
    more = {} if organisation else {"patronymic": "patronymic"}
    told: dict[str, Any] = {
        name: said[typed] for name, typed in (names | number | same | more).items() if said.get(typed)
    }
    if kind:
        told["type"] = kind
    if said.get("contacts_confirmed"):
        told["contacts_confirmed"] = True
    if kind == "group":
        told["members"] = [
            {"type": "person", "surname": line.strip()} for line in said.get("members", "").splitlines() if line.strip()
        ]
    return told


_COMPLAINED_OF = {"name": "complained_of", "post": "complained_post", "body": "complained_body"}


def _representative(said: dict[str, str]) -> dict[str, Any]:
    """Return the representative as typed: a person unless it is said to be an organisation; nothing if nothing is."""
    own = {name.removeprefix("rep_"): value for name, value in said.items() if name.startswith("rep_")}
    if not any(value for name, value in own.items() if name != "type"):
        return {}
    return _applicant({**own, "type": own.get("type") or "person"})


def at_fields(errors: dict[str, Phrase]) -> dict[str, Phrase]:
    """Return errors by the fields of the page."""
    found: dict[str, Phrase] = {}
    for place, text in errors.items():
        first, _, rest = place.partition(".")
        if first == "applicant":
            name = _AT.get(f"applicant.{rest.split('.')[0]}", rest.split(".")[0]) if rest else _AT[first]
        elif first == "representative":
            name = _AT.get(place) or f"rep_{rest.split('.')[0]}"
        elif first == "complained_of":
            name = _COMPLAINED_OF.get(place.rpartition(".")[2], first)
        else:
            name = "files" if first == "attachments" else AT.get(first, first)
        found.setdefault(name, text)
    return found


def kept_files(posted: QueryDict, actor: Actor) -> list[StoredFile]:
    """Files uploaded with an earlier sending of this form that were left ticked. Those of others are passed over."""
    ids = []
    for each in posted.getlist("kept"):
        try:
            ids.append(uuid.UUID(each))
        except ValueError:
            continue
    return list(
        StoredFile.objects.filter(public_id__in=ids, space=actor.key_space, proceeding__isnull=True).order_by("pk")
    )


def rows(
    fields: tuple[IntakeField, ...], values: Mapping[str, Any] | QueryDict, told: Mapping[str, Phrase]
) -> list[tuple[IntakeField, Any, Phrase | None, list[str]]]:
    """Return fields as the page draws them: what was typed, what is wrong, what was ticked."""
    return [(each, values.get(each.name, ""), told.get(each.name), _ticked(each.name, values)) for each in fields]


def _ticked(name: str, values: Mapping[str, Any] | QueryDict) -> list[str]:
    if name not in MANY:
        return []
    return values.getlist(name) if isinstance(values, QueryDict) else list(values.get(name, ()))
