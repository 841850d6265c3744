"""Who is told, by which way, and what the applicant reads of it: contacts confirmed, representatives, refusals, terms.

Source: articles 66 and 68 of the code on administrative procedures (29I.44, 29I.40.3); readings R62-R65.
"""

import datetime as dt
from typing import Any

import pypdfium2
import pytest
from django.test import Client

from nadzor import clock
from nadzor.casework import integrity, outbox
from nadzor.casework.delivery import Delivery, PostList
from nadzor.casework.files import path_of
from nadzor.casework.models import Notice, Party, Proceeding
from nadzor.law.notice import anew_by, counts
from nadzor.papers.models import IssuedPaper
from tests.house import MORNING, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
REGISTRAR, HEAD, EXECUTOR = "almaty.registrar", "almaty.head", "almaty.executor1"
POST, MAIL = {"postal_address": "улица Примерная, 1"}, {"email": "probe@example.org"}
SURE = {"contacts_confirmed": True}
HIS = {"postal_address": "улица Другая, 2", "email": "other@example.org"}
NAMED = {"type": "person", "surname": "Пробная", "name": "Заявительница"}
OTHER = {"type": "person", "surname": "Представитель", "name": "Пробный"}
A, R = "applicant", "representative"


def asked_to_cure(house: House, applicant: dict[str, Any], representative: dict[str, Any] | None = None) -> str:
    """An appeal whose applicant is asked to complete it, which 29I.25.1 wants to be told in writing."""
    other = {} if representative is None else {"representative": {**OTHER, **representative}}
    number = house.register(applicant={**NAMED, **applicant}, **other).number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.step(EXECUTOR, "ask_to_cure", number, missing=["signature"], due="2026-03-20")
    outbox.deliver()
    return number


def ways(number: str, template: str = "cure_asked") -> set[tuple[str, str, bool]]:
    rows = Delivery.objects.filter(notice__proceeding__number=number, notice__template=template).exclude(way="portal")
    return {(R if each.party_id else A, each.way, each.main) for each in rows}


@pytest.mark.parametrize(
    ("applicant", "representative", "expected"),
    [
        # Article 66: notice to the contacts is enough for who has signed so; R62: else a registered letter.
        (POST, None, {(A, "post", True)}),
        (POST | MAIL | SURE, None, {(A, "email", True)}),
        (POST | MAIL, None, {(A, "email", False), (A, "post", True)}),
        (POST | MAIL | {"contacts_confirmed": False}, None, {(A, "email", False), (A, "post", True)}),
        (MAIL, None, {(A, "email", True)}),  # nothing else was given
        (SURE, None, set()),
        # Article 68: in person, by a representative, or together; R63: both are told, each by his own contacts.
        (POST, {}, {(A, "post", True)}),
        (POST, HIS | SURE, {(A, "post", True), (R, "email", True)}),
        (POST | MAIL | SURE, HIS, {(A, "email", True), (R, "email", False), (R, "post", True)}),
        ({}, HIS | SURE, {(R, "email", True)}),
    ],
)
def test_by_which_way_a_notice_that_is_owed_goes(
    house: House, applicant: dict[str, Any], representative: dict[str, Any] | None, expected: set[Any]
) -> None:
    assert ways(asked_to_cure(house, applicant, representative)) == expected


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("post", {(A, "post", True), (R, "post", True), (R, "email", False)}),
        ("by_hand", {(A, "by_hand", True), (R, "post", True), (R, "email", False)}),
    ],
)
def test_the_answer_goes_to_the_representative_too(house: House, way: str, expected: set[Any]) -> None:
    number = house.register(applicant={**NAMED, **POST}, representative={**OTHER, **HIS}).number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.to_sign(house.draft(number))
    house.sign(number)
    house.step(REGISTRAR, "dispatch", number, way=way)
    outbox.deliver()
    assert ways(number, "answered") == expected


def with_the_post(number: str, house: House) -> list[Delivery]:
    """The registered letters of a case, handed to the post."""
    rows = list(Delivery.objects.filter(notice__proceeding__number=number, way="post").order_by("pk"))
    for row in rows:
        house.step(REGISTRAR, "note_delivery", number, delivery=row.pk, outcome="sent", tracking=f"{row.pk:012}")
    return rows


def note(house: House, row: Delivery, outcome: str, **said: str) -> None:
    number = row.notice.proceeding.number
    house.step(REGISTRAR, "note_delivery", number, delivery=row.pk, outcome=outcome, **said)


def test_who_was_told_is_told_for_both(house: House) -> None:
    """R63: one letter that comes back is no task while the other is on its way; both back are one."""
    number = asked_to_cure(house, POST, {"postal_address": "улица Другая, 2"})
    first, second = with_the_post(number, house)
    notice = Notice.objects.get(pk=first.notice_id)
    note(house, first, "returned", reason="Адресат выбыл")
    notice.refresh_from_db()
    assert notice.failed_at is None
    assert "undelivered" not in {fault.check for fault in integrity.faults()}
    note(house, second, "returned", reason="Истёк срок хранения")
    notice.refresh_from_db()
    assert notice.failed_at == MORNING


def test_a_refusal_to_take_it_is_noted_and_ends_the_duty(house: House, enter: SignedIn) -> None:
    """Article 66: noted on the notice, which goes back; R64: no other way is looked for, no term runs from it."""
    number = asked_to_cure(house, POST)
    (row,) = with_the_post(number, house)
    browser = enter(REGISTRAR, "ru")
    made = PostList.objects.create(body_id=row.notice.proceeding.body_id, year=2026, number=9, made_at=MORNING)
    Delivery.objects.filter(pk=row.pk).update(post_list=made)
    address = f"/work/dispatch/letters/{made.pk}/"
    unsaid = browser.post(address, {f"end_{row.pk}": "declined"})
    assert (unsaid.status_code, "Перепишите с уведомления отметку" in unsaid.content.decode()) == (422, True)
    said = {f"end_{row.pk}": "declined", f"reason_{row.pk}": "Отказ, почтальон Пробный"}
    assert browser.post(address, said).status_code == 302
    row.refresh_from_db()
    assert (row.outcome, row.proof["declined"]["reason"]) == ("declined", "Отказ, почтальон Пробный")
    assert Notice.objects.get(pk=row.notice_id).failed_at is None
    assert not counts("post", "declined")
    page = browser.get(f"/work/case/{number}/").content.decode()
    assert ("отказался получить" in page, "Отказ, почтальон Пробный" in page) == (True, True)
    assert "от получения отказались" in followed(number)


def followed(number: str, language: str = "ru") -> str:
    """The page of the applicant."""
    browser = Client()
    browser.cookies["django_language"] = language
    browser.post("/follow/", {"code": Proceeding.objects.get(number=number).track})
    return " ".join(browser.get("/follow/").content.decode().split())


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "ru",
            (
                "Вам, заказное письмо: вручено 6 марта 2026 г., номер отправления RR123456785KZ.",
                "Вашему представителю, электронная почта: ждёт отправки.",
                "Показано на этой странице 5 марта 2026 г.",
            ),
        ),
        ("kk", ("Сізге, тапсырыс хат: табыс етілді: 2026 жылғы 6 наурыз", "Өкіліңізге, электрондық пошта")),
        ("en", ("To you, registered letter: delivered on 6 March 2026, item RR123456785KZ.",)),
    ],
)
def test_the_applicant_reads_how_and_when_each_notice_went(house: House, language: str, told: tuple[str, ...]) -> None:
    number = asked_to_cure(house, POST, HIS | SURE)
    row = Delivery.objects.get(notice__proceeding__number=number, way="post")
    note(house, row, "sent", tracking="RR123456785KZ")
    with clock.standing_at(MORNING + dt.timedelta(days=1)):
        note(house, row, "delivered", day="2026-03-06")
    page = followed(number, language)
    for words in told:
        assert words in page
    for secret in ("other@example.org", "улица Другая", "улица Примерная"):
        assert secret not in page  # whoever holds the code sees it


@pytest.mark.parametrize(
    ("known_on", "last"),
    [
        (dt.date(2026, 3, 2), dt.date(2026, 3, 5)),
        (
            dt.date(2026, 3, 5),
            dt.date(2026, 3, 11),
        ),  # Friday; 8 March is a Sunday, so Monday is off; Tuesday, Wednesday
        (dt.date(2026, 3, 19), dt.date(2026, 3, 27)),  # Friday; Nauryz with the days moved for it; 26, 27
    ],
)
def test_another_way_within_three_working_days(known_on: dt.date, last: dt.date) -> None:
    assert anew_by(known_on) == last


@pytest.mark.parametrize(("days", "late"), [(6, False), (7, True)])
def test_the_task_shows_its_last_day(house: House, enter: SignedIn, days: int, late: bool) -> None:
    number = asked_to_cure(house, POST)
    (row,) = with_the_post(number, house)
    note(house, row, "returned", reason="Адресат выбыл")
    with clock.standing_at(MORNING + dt.timedelta(days=days)):
        answer = enter(REGISTRAR, "ru").get("/work/dispatch/undelivered/")
    (task,) = answer.context["rows"]
    assert (task["due"], task["left"] < 0) == (dt.date(2026, 3, 11), late)
    assert "11 марта" in answer.content.decode()


def test_papers_for_the_envelopes(house: House, enter: SignedIn) -> None:
    """What is put into the envelope is what was signed, with its letterhead; a list gives all of them."""
    numbers = [asked_to_cure(house, POST), asked_to_cure(house, POST)]
    rows = list(Delivery.objects.filter(way="post").order_by("pk"))
    browser = enter(REGISTRAR, "ru")
    assert browser.get("/work/dispatch/letters/").content.decode().count("Бумага для конверта") == 2
    one = browser.get(f"/work/dispatch/letters/paper/{rows[0].pk}.pdf")
    issued = IssuedPaper.objects.get(proceeding__number=numbers[0], paper="request_to_cure")
    assert one.content == path_of(issued.sha256).read_bytes()
    browser.post("/work/dispatch/letters/", {"letter": [row.pk for row in rows]})
    made = PostList.objects.get()
    assert "Бумаги всех писем" in browser.get(f"/work/dispatch/letters/{made.pk}/").content.decode()
    whole = browser.get(f"/work/dispatch/letters/{made.pk}/papers.pdf")
    with pypdfium2.PdfDocument(whole.content) as document:
        told = [each.get_textpage().get_text_range() for each in document]
    begins = [next(at for at, text in enumerate(told) if number in text) for number in numbers]
    assert begins == [0, 2]  # on a sheet of its own
    for address in (f"/work/dispatch/letters/paper/{rows[0].pk}.pdf", f"/work/dispatch/letters/{made.pk}/papers.pdf"):
        assert enter("almaly.registrar").get(address).status_code == 404
        assert enter(EXECUTOR).get(address).status_code == 404


def test_an_answer_in_its_envelope_is_the_signed_one(house: House, enter: SignedIn) -> None:
    number = house.register(applicant={**NAMED, **POST}).number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.answer(number)
    outbox.deliver()
    row = Delivery.objects.get(notice__proceeding__number=number, way="post")
    given = row.notice.proceeding.appeal.answers.get()
    answer = enter(REGISTRAR).get(f"/work/dispatch/letters/paper/{row.pk}.pdf")
    assert answer.content == path_of(given.sha256).read_bytes()
    path_of(given.sha256).rename(path_of(given.sha256).with_suffix(".away"))
    assert enter(REGISTRAR).get(f"/work/dispatch/letters/paper/{row.pk}.pdf").status_code == 404


@pytest.mark.parametrize(("typed", "kept"), [({}, False), ({"contacts_confirmed": "true"}, True)])
def test_the_registrar_enters_what_was_signed(enter: SignedIn, typed: dict[str, str], kept: bool) -> None:
    from tests.workplace.test_pages import INTAKE

    other = {"rep_surname": "Представитель", "rep_email": "other@example.org"}
    rep = {"rep_contacts_confirmed": "true"} if not kept else {}
    answer = enter(REGISTRAR).post("/work/intake/", {**INTAKE, "key": "k", **typed, **other, **rep})
    assert answer.status_code == 302
    parties = dict(Party.objects.values_list("role", "contacts_confirmed"))
    assert parties == {A: kept, R: not kept}
    assert Party.objects.get(role=R).email == "other@example.org"
