"""What is kept about a member of the staff as a person with an account, in plain words; as a page, JSON and PDF."""

import json
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from nadzor import clock
from nadzor.accounts.models import Account
from nadzor.appeals.kept_about import KEPT_CITES, TITLE, Kept
from nadzor.casework.looks import WAY_TITLES
from nadzor.casework.models import Entry, Look, Notice
from nadzor.casework.structure import STEPS
from nadzor.law.posts import Post
from nadzor.law.service import SERVED, Served
from nadzor.law.words import LANGUAGES, Lang, Phrase
from nadzor.organs.actor import actor_told
from nadzor.organs.directory import directory
from nadzor.organs.models import Person
from nadzor.organs.roles import Role
from nadzor.organs.titles import post_title, role_title
from nadzor.papers.sheets import Block, Sheet, as_of, set_sheet
from nadzor.workplace.lists import zone_of
from nadzor.workplace.staff import StaffRequest, for_staff, page, page_language

_SHOWN = 50
_ACCOUNT = Phrase("Тіркелгіңіз", "Ваша учётная запись", "Your account")
_PERSON = Phrase("Сіз туралы", "О вас", "About you")
_SERVICE = Phrase("Лауазымдар мен жұмыстар", "Должности и работы", "Posts and works")
_WORK = Phrase("Жұмысыңыздың іздері", "Следы вашей работы", "Traces of your work")
_CHANGES = Phrase("Сіз туралы жазбаларды кім өзгертті", "Кто менял записи о вас", "Who changed what is kept about you")
_LOOKS = Phrase("Соңғы қарауларыңыз", "Ваши последние просмотры", "Your latest looks")
_LANGUAGES = {
    "kk": Phrase("қазақша", "казахский", "Kazakh"),
    "ru": Phrase("орысша", "русский", "Russian"),
    "en": Phrase("ағылшынша", "английский", "English"),
}
_NEVER = Phrase("кірмеген", "не входили", "never signed in")


def kept(person: Person, account: Account | None, zone: ZoneInfo) -> list[Kept]:
    """Return everything that is kept about a person of the staff, part by part."""
    parts = [
        Kept("account", _ACCOUNT, tuple(_account(account, zone)) if account is not None else ()),
        Kept("person", _PERSON, tuple(_person(person))),
        Kept("service", _SERVICE, tuple(_service(person))),
        Kept("changes", _CHANGES, tuple(_changes(person, zone))),
        Kept("work", _WORK, tuple(_work(person))),
        Kept("looks", _LOOKS, tuple(_looks(person, zone))),
    ]
    return [part for part in parts if part.facts]


_Facts = Iterator[tuple[Phrase, Phrase | str]]


def _account(account: Account, zone: ZoneInfo) -> _Facts:
    yield Phrase("Логин", "Логин", "Login"), account.login
    last = account.last_login
    told: Phrase | str = _NEVER if last is None else f"{last.astimezone(zone):%d.%m.%Y %H:%M}"
    yield Phrase("Соңғы кіру", "Последний вход", "Last sign-in"), told
    yield Phrase("Тілі", "Язык", "Language"), _LANGUAGES.get(account.language, account.language)
    if account.tastes:
        told = Phrase("бағандар, биіктік, пернелер", "столбцы, высота строк, клавиши", "columns, height of rows, keys")
        yield Phrase("Баптаулар", "Настройки", "Settings"), told


def _person(person: Person) -> _Facts:
    yield Phrase("Аты-жөні", "Имя", "Name"), person.full_name
    if person.email:
        yield Phrase("Электрондық пошта", "Электронная почта", "E-mail"), person.email


def _service(person: Person) -> _Facts:
    known = directory()
    for title, rows in (
        (Phrase("Лауазым", "Должность", "Post"), person.appointments),
        (Phrase("Міндетін атқару", "Исполнение обязанностей", "Acting"), person.acting),
    ):
        for row in rows.order_by("-since", "-pk"):
            body = known.bodies[row.body_id]
            post = post_title(body, Post(row.post))
            yield title, Phrase(*(f"{body.name.into(lang)}: {post.into(lang)}, {_days(row)}" for lang in LANGUAGES))
    for duty in person.duties.order_by("-since", "-pk"):
        work = role_title(Role(duty.role))
        yield Phrase("Жұмыс", "Работа", "Work"), Phrase(*(f"{work.into(lang)}, {_days(duty)}" for lang in LANGUAGES))
    for away in person.absences.order_by("-since", "-pk"):
        yield Phrase("Жұмыста болмау", "Отсутствие", "Absence"), _days(away)
    for other in person.services.order_by("-since", "-pk"):
        served = SERVED[Served(other.kind)]
        yield (
            Phrase("Басқа қызмет", "Другая служба", "Other service"),
            Phrase(*(f"{served.into(lang)}: {other.place}, {_days(other)}" for lang in LANGUAGES)),
        )
    for entered in person.military.order_by("-since", "-pk"):
        yield Phrase("Арнайы есеп", "Специальный учёт", "Special register"), _days(entered)


def _days(row: Any) -> str:
    return f"{row.since:%d.%m.%Y} – {row.until:%d.%m.%Y}" if row.until else f"{row.since:%d.%m.%Y} –"


def _changes(person: Person, zone: ZoneInfo) -> _Facts:
    for entry in Entry.objects.filter(subject=f"person:{person.pk}").order_by("-pk")[:_SHOWN]:
        title = STEPS[entry.step].title if entry.step in STEPS else Phrase(*[entry.step] * 3)
        at = f"{entry.recorded_at.astimezone(zone):%d.%m.%Y %H:%M}"
        yield title, Phrase(*(f"{at}, {who}" for who in actor_told(entry.actor)))


def _work(person: Person) -> _Facts:
    counts: tuple[tuple[Phrase, Any], ...] = (
        (Phrase("Журналдағы жазбалар", "Записи в журнале", "Entries of the journal"), Entry.objects),
        (Phrase("Хабарламалар", "Уведомления", "Notices"), Notice.objects),
        (Phrase("Деректерді қараулар", "Просмотры данных", "Looks at data"), Look.objects),
    )
    for title, rows in counts:
        if count := rows.filter(person=person).count():
            yield title, str(count)
    if views := ", ".join(person.saved_views.order_by("name").values_list("name", flat=True)):
        yield Phrase("Сақталған көріністер", "Сохранённые виды", "Saved views"), views


def _looks(person: Person, zone: ZoneInfo) -> _Facts:
    rows = Look.objects.filter(person=person).select_related("proceeding").order_by("-at", "-pk")[:_SHOWN]
    for each in rows:
        number = each.proceeding.number if each.proceeding is not None else "–"
        way = WAY_TITLES.get(each.way, Phrase(*[each.way] * 3))
        at = f"{each.at.astimezone(zone):%d.%m.%Y %H:%M}"
        yield Phrase(*[at] * 3), Phrase(*(f"{way.into(lang)}: {number}" for lang in LANGUAGES))


def _mine(request: StaffRequest) -> list[Kept]:
    person = Person.objects.get(pk=request.actor.person_id or 0)
    account = request.user if isinstance(request.user, Account) else None
    return kept(person, account, ZoneInfo(zone_of(request.actor)))


@for_staff
@require_safe
def my_data(request: StaffRequest) -> HttpResponse:
    """Show what is kept about whoever is signed in."""
    context = {"here": "my", "title": TITLE, "parts": _mine(request), "cites": KEPT_CITES}
    return page(request, "workplace/my_data.html", context)


@for_staff
@require_safe
def my_data_file(request: StaffRequest, form: str) -> HttpResponse:
    """Give the same as a file to be saved, JSON or PDF."""
    parts, lang = _mine(request), page_language()
    if form == "pdf":
        answer = HttpResponse(_pdf(request, parts, lang), content_type="application/pdf")
    else:
        told = {
            part.name: [{"name": name.into(lang), "value": _text(value, lang)} for name, value in part.facts]
            for part in parts
        }
        text = json.dumps({"kept": told}, ensure_ascii=False, indent=1)
        answer = HttpResponse(text, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="my-data.{form}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer


def _pdf(request: HttpRequest, parts: list[Kept], lang: Lang) -> bytes:
    title, at = TITLE.into(lang), clock.now()
    blocks = [
        Block(part.title.into(lang), pairs=[(name.into(lang), _text(value, lang)) for name, value in part.facts])
        for part in parts
    ]
    told = as_of(at.astimezone(ZoneInfo("Asia/Almaty")), lang)
    url = request.build_absolute_uri(reverse("my-data"))
    words = Phrase("Осы бет:", "Эта страница:", "This page:").into(lang)
    return set_sheet(Sheet(title, f"{title} · {told}", url, words, under=(told,), blocks=blocks), lang, at)


def _text(value: Phrase | str, lang: Lang) -> str:
    return value if isinstance(value, str) else value.into(lang)
