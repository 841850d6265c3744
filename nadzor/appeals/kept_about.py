"""What is kept about an applicant, in plain words, and who looked at it (29I.61.5).

Looks are told by day and hour, office and post, not by name: the applicant can see whether somebody had no business
there and complain, and the law names to him only who signs. The post is the one held on the day of the look. Who of the
staff it was stands in the access log, which the security officer reads.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from nadzor.appeals.forms import KIND_TITLES
from nadzor.appeals.models import Addition, AnswerGiven, Appeal
from nadzor.appeals.routing.told import forwarded_told
from nadzor.appeals.senders import CHANNEL_TITLES
from nadzor.casework.looks import WAY_TITLES
from nadzor.casework.models import Look, Notice, Party, Proceeding, StoredFile
from nadzor.law.posts import Post
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.organs.directory import directory
from nadzor.organs.folding import folded
from nadzor.organs.models import Acting, Appointment
from nadzor.organs.titles import post_title
from nadzor.papers.sheets import Block, Sheet, as_of, set_sheet

KEPT_CITES = ("29I.61.5",)
TITLE = Phrase("Сіз туралы не сақталады", "Что о вас хранится", "What is kept about you")
LOOKS = Phrase("Деректеріңізді кім қарады", "Кто смотрел ваши данные", "Who looked at your data")
WHY = Phrase(
    "Қызметкердің аты аталмайды: прокуратура мен лауазым көрсетіледі. Біреудің қарауы орынсыз деп ойласаңыз, "
    "прокуратураға шағымданыңыз: кім екенін қауіпсіздік қызметкері біледі.",
    "Имя работника не называется: показаны прокуратура и должность. Если кто-то смотрел без нужды, пожалуйтесь в "
    "прокуратуру: кто это был, знает сотрудник безопасности.",
    "No member of staff is named: the office and the post are shown. If you think somebody had no business there, "
    "complain to the office: its security officer knows who it was.",
)
HEADS = (
    Phrase("Қашан", "Когда", "When"),
    Phrase("Кім", "Кто", "Who"),
    Phrase("Қалай", "Как", "How"),
)
MOST = 500
_YOU = Phrase("бақылау коды бар адам", "предъявитель кода отслеживания", "whoever has the code for following")
_PROGRAM = Phrase("бағдарлама", "программа", "a program")
_STAFF = Phrase("прокуратура қызметкері", "работник прокуратуры", "a member of the staff")
_WHO = Phrase("Сіз кімсіз", "Кто вы", "Who you are")
_WROTE = Phrase("Не жаздыңыз", "Что вы написали", "What you wrote")
_DONE = Phrase("Жолданымыңызбен не болды", "Что сделано с обращением", "What was done with your appeal")
_INSIDE = Phrase(
    "Қызметкерлердің белгілері, сұраулар мен тексеру материалдары да сақталады: жазбалар саны {count}. Олармен "
    "прокуратурада танысуға болады.",
    "Хранятся также отметки работников, запросы и материалы проверки: записей {count}. С ними можно ознакомиться в "
    "прокуратуре.",
    "Notes of the staff, requests and materials of the check are kept too: entries {count}. They can be read at the "
    "office.",
)
_FIELDS: tuple[tuple[str, Phrase], ...] = (
    ("full_name", Phrase("Аты-жөні немесе ұйым", "Имя или организация", "Name or organisation")),
    ("iin", Phrase("ЖСН немесе БСН", "ИИН или БИН", "IIN or BIN")),
    ("postal_address", Phrase("Пошталық мекенжай", "Почтовый адрес", "Postal address")),
    ("email", Phrase("Электрондық пошта", "Электронная почта", "E-mail")),
    ("phone", Phrase("Телефон", "Телефон", "Telephone")),
)
_ROLES = {
    "applicant": Phrase("өтініш беруші", "заявитель", "applicant"),
    "representative": Phrase("өкіл", "представитель", "representative"),
    "member": Phrase("топ мүшесі", "участник группы", "member of the group"),
}
_CONFIRMED = (
    Phrase("Хабарлауға келісім (ӘРПК 66-бабы)", "Согласие на уведомления (статья 66 АППК)", "Consent to notices"),
    Phrase("байланыс деректері расталған", "контакты подтверждены", "the contacts are confirmed"),
)
NONE_LOOKED = Phrase("Әзірге ешкім қарамаған.", "Пока никто не смотрел.", "Nobody has looked yet.")


@dataclass(frozen=True, slots=True)
class Kept:
    """A part of what is kept, under its title: facts by name. `name`: as programs know it."""

    name: str
    title: Phrase
    facts: tuple[tuple[Phrase, Phrase | str], ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A look: when, who by office and post, how."""

    at: dt.datetime
    who: Phrase
    how: Phrase


def knows(row: Proceeding, surname: str) -> bool:
    """Whether somebody knows the applicant's surname or title; an appeal without a name asks for none."""
    party = Party.objects.filter(proceeding=row, role="applicant").first()
    name = folded(party.organisation or party.surname or party.given_name) if party is not None else ""
    return not name or folded(surname) == name


def roles_of(row: Proceeding, iin: str) -> frozenset[str]:
    """Return in what roles an IIN stands in an appeal; none where it does not."""
    return (
        frozenset(Party.objects.filter(proceeding=row, iin=iin).values_list("role", flat=True)) if iin else frozenset()
    )


def role_told(roles: Iterable[str]) -> Phrase:
    """Return the role that says most of somebody's part in an appeal."""
    found = set(roles)
    return next((title for role, title in _ROLES.items() if role in found), _ROLES["applicant"])


def kept_about(row: Proceeding, iin: str = "") -> list[Kept]:
    """Return everything that is kept about the applicant of an appeal, part by part.

    `iin`: of whoever is confirmed and asks; none: whoever has the code and the surname. A representative is told what
    the applicant is (29I.40.3); a member of a group is told the addresses and numbers of nobody else.
    """
    facts = Appeal.objects.get(pk=row.pk)
    zone = ZoneInfo(directory().bodies[row.body_id].zone)
    parts = [
        Kept("who", _WHO, tuple(_parties(row, iin))),
        Kept("wrote", _WROTE, tuple(_written(row, facts, zone))),
        Kept("done", _DONE, tuple(_done(row, facts, zone))),
    ]
    return [part for part in parts if part.facts]


def _parties(row: Proceeding, iin: str) -> Iterator[tuple[Phrase, Phrase | str]]:
    whole = not iin or bool(roles_of(row, iin) - {"member"})
    for party in Party.objects.filter(proceeding=row).order_by("pk"):
        role = _ROLES.get(party.role, _ROLES["applicant"])
        told = (whole and party.role != "member") or (bool(iin) and party.iin == iin)
        own = _FIELDS if told else _FIELDS[:1]  # of others their names alone
        for name, title in own:
            if value := getattr(party, name):
                yield Phrase(*(f"{title.into(lang)} ({role.into(lang)})" for lang in LANGUAGES)), value
        if party.contacts_confirmed:
            title, confirmed = _CONFIRMED
            yield Phrase(*(f"{title.into(lang)} ({role.into(lang)})" for lang in LANGUAGES)), confirmed


def _written(row: Proceeding, facts: Appeal, zone: ZoneInfo) -> Iterator[tuple[Phrase, Phrase | str]]:
    yield Phrase("Келіп түсті", "Поступило", "Received"), _instant(row.received_at, zone)
    channel = CHANNEL_TITLES.get(facts.channel)
    if channel is not None:
        yield Phrase("Қалай келді", "Как поступило", "How it came"), channel
    if row.kind in KIND_TITLES:
        yield Phrase("Түрі", "Вид", "Kind"), KIND_TITLES[row.kind]
    yield Phrase("Мәтіні", "Текст", "Text"), facts.text
    if facts.demands:
        yield Phrase("Не сұрайсыз", "О чём просите", "What you ask for"), facts.demands
    people = "; ".join(
        ", ".join(each[name] for name in ("name", "post", "body") if each.get(name)) for each in facts.complained_of
    )
    if people:
        yield Phrase("Кімге шағым", "На кого жалоба", "Whom you complain of"), people
    for each in Addition.objects.filter(appeal=row.pk).order_by("pk"):
        text = "\n".join(part for part in (each.words, each.to_call_for) if part)
        if text:
            yield Phrase("Қосқаныңыз", "Вы добавили", "You added"), text
    files = StoredFile.objects.filter(proceeding=row).order_by("pk").values_list("name", flat=True)
    if names := ", ".join(files):
        yield Phrase("Файлдар", "Файлы", "Files"), names


def _done(row: Proceeding, facts: Appeal, zone: ZoneInfo) -> Iterator[tuple[Phrase, Phrase | str]]:
    yield Phrase("Нөмірі", "Номер", "Number"), row.number
    yield Phrase("Прокуратура", "Прокуратура", "Office"), directory().bodies[row.body_id].name
    for given in AnswerGiven.objects.filter(appeal=row.pk, appeal__answered_on__isnull=False).order_by("version"):
        yield Phrase("Жауап", "Ответ", "Answer"), given.text
    if facts.forwarded_to:
        yield Phrase("Қайда жіберілді", "Направлено", "Forwarded to"), forwarded_told(directory(), facts.forwarded_to)
    sent = Notice.objects.filter(proceeding=row, to="applicant").order_by("pk")
    if days := ", ".join(_instant(each.made_at, zone) for each in sent):
        yield Phrase("Сізге жіберілген хабарламалар", "Уведомления вам", "Notices to you"), days
    count = row.entries.count()
    yield (
        Phrase("Істің журналы", "Журнал дела", "Journal of the case"),
        Phrase(*(text.format(count=count) for text in _INSIDE)),
    )


def _instant(at: dt.datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%d.%m.%Y %H:%M}"


def looks_at(row: Proceeding) -> list[Looked]:
    """Return the looks at an appeal and what runs beside it, newest first, by office and post."""
    rows = Look.objects.filter(proceeding__in=[row.pk, *row.children.values_list("pk", flat=True)])
    found = list(rows.select_related("proceeding").order_by("-at", "-pk")[:MOST])
    held = _posts({each.person_id for each in found if each.person_id is not None})
    return [Looked(each.at, _who(each, held), Phrase(*_way(each))) for each in found]


_Held = dict[int, list[Any]]


def _posts(people: Iterable[int]) -> _Held:
    found: _Held = {}
    for model in (Acting, Appointment):  # what is stood in for first: it is what somebody acts in
        rows: Any = model._default_manager.filter(person__in=list(people)).select_related("body")  # noqa: SLF001
        for row in rows.order_by("-since", "-pk"):
            found.setdefault(row.person_id, []).append(row)
    return found


def _who(look: Look, held: _Held) -> Phrase:
    if look.person_id is None:
        return _YOU if look.client_id is None else _PROGRAM
    day = look.at.date()
    rows = [row for row in held.get(look.person_id, ()) if row.since <= day and (row.until is None or day <= row.until)]
    here = [row for row in rows if look.proceeding is not None and row.body_id == look.proceeding.body_id] or rows
    if not here:
        return _STAFF
    body = directory().bodies[here[0].body_id]
    title = post_title(body, Post(here[0].post))
    return Phrase(*(f"{body.name.into(lang)}: {title.into(lang)}" for lang in LANGUAGES))


def _way(look: Look) -> Phrase:
    return WAY_TITLES.get(look.way, Phrase(look.way, look.way, look.way))


def as_json(row: Proceeding, lang: Lang, iin: str = "") -> dict[str, Any]:
    """Return what is kept and who looked as JSON holds it, in a language."""
    return {
        "number": row.number,
        "kept": {
            part.name: [{"name": name.into(lang), "value": _text(value, lang)} for name, value in part.facts]
            for part in kept_about(row, iin)
        },
        "looks": [
            {"at": each.at.isoformat(), "who": each.who.into(lang), "how": each.how.into(lang)}
            for each in looks_at(row)
        ],
    }


def as_pdf(row: Proceeding, lang: Lang, *, url: str, at: dt.datetime, iin: str = "") -> bytes:
    """Return the same as a PDF. Raises TypesettingError."""
    zone = ZoneInfo(directory().bodies[row.body_id].zone)
    title = f"{TITLE.into(lang)}: № {row.number}"
    blocks = [
        Block(part.title.into(lang), pairs=[(name.into(lang), _text(value, lang)) for name, value in part.facts])
        for part in kept_about(row, iin)
    ]
    looks = [[_instant(each.at, zone), each.who.into(lang), each.how.into(lang)] for each in looks_at(row)]
    heads = [head.into(lang) for head in HEADS]
    looked = Block(LOOKS.into(lang), heads=heads, widths=(2.0, 5.0, 3.0), rows=looks)
    told = as_of(at.astimezone(zone), lang)
    sheet = Sheet(
        title, f"{title} · {told}", url, _PAGE.into(lang), under=(told, WHY.into(lang)), blocks=(*blocks, looked)
    )
    return set_sheet(sheet, lang, at)


_PAGE = Phrase("Осы бет:", "Эта страница:", "This page:")


def _text(value: Phrase | str, lang: Lang) -> str:
    return value if isinstance(value, str) else value.into(lang)


__all__ = [
    "HEADS",
    "KEPT_CITES",
    "LOOKS",
    "NONE_LOOKED",
    "TITLE",
    "WHY",
    "as_json",
    "as_pdf",
    "kept_about",
    "knows",
    "looks_at",
    "role_told",
    "roles_of",
]
