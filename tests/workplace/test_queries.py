"""A page asks the database as often with many rows as with few: nothing is asked once for each row."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nadzor import clock
from nadzor.casework.models import Proceeding
from nadzor.workplace.many.keeping import add_rows
from nadzor.workplace.many.models import PaperBatch
from nadzor.workplace.models import AnswerTemplate, AnswerWording, SavedView
from tests.house import DRAFT, House
from tests.post import posted
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db

REGISTRAR, HEAD, EXECUTOR, SECURITY = "almaty.registrar", "almaty.head", "almaty.executor1", "almaty.security"
ADMIN, OPERATOR = "almaty.admin", "gpo.operator"
OFFICE = "750000-oblast"
LISTS = (
    *((who, "/work/") for who in (REGISTRAR, HEAD, EXECUTOR)),
    (HEAD, "/work/?view=all"),
    (EXECUTOR, "/work/list.xlsx"),
    (REGISTRAR, "/work/find/?q=Пробная"),
    (REGISTRAR, "/work/find/?q=свет"),
    *((REGISTRAR, f"/work/letters/new/?{each}") for each in ("view=office", "q=Пробная", "waiting=yes")),
    (REGISTRAR, "/work/letters/"),
    (HEAD, "/work/views/"),
    (EXECUTOR, "/work/my/calendar/"),
    (EXECUTOR, "/work/my/sessions/"),
    (HEAD, "/work/left/"),
    (EXECUTOR, "/work/templates/"),
    (HEAD, "/work/templates/"),
    *((who, "/work/control/") for who in (HEAD, EXECUTOR)),
    *((who, "/work/control/mine/") for who in (HEAD, EXECUTOR)),
    (HEAD, "/work/statistics/?office=all"),
    (HEAD, "/work/statistics/list/?figure=received&office=all"),
    (HEAD, "/work/statistics/statistics.xlsx?office=all"),
    (REGISTRAR, "/work/intake/"),
    (REGISTRAR, "/work/intake/many/"),
    (OPERATOR, "/work/call/"),
    (SECURITY, "/work/looks/"),
    (SECURITY, "/work/looks/sign-ins/"),
    (SECURITY, "/work/looks/?whose=Пробная"),
    (EXECUTOR, "/work/my/data/"),
    (HEAD, "/work/journal/"),
    (HEAD, "/work/registers/"),
    (HEAD, f"/work/registers/{OFFICE}/appeals/2026/"),
    (SECURITY, f"/work/registers/{OFFICE}/appeals/2026/"),
    (HEAD, f"/work/registers/{OFFICE}/outgoing/2026/"),
    (ADMIN, "/work/structure/"),
    (ADMIN, f"/work/structure/body/{OFFICE}/"),
    *((who, "/work/dispatch/") for who in (REGISTRAR, HEAD, EXECUTOR)),
    *((who, "/work/to-sign/") for who in (HEAD, EXECUTOR)),
    *((who, "/work/dispatch/undelivered/") for who in (REGISTRAR, EXECUTOR)),
    (REGISTRAR, "/work/dispatch/letters/"),
    (REGISTRAR, "/work/dispatch/courier/"),
    (ADMIN, "/work/mail/"),
)


def _more(house: House, count: int) -> None:
    """Appeals in each state that a list shows: waiting, considered, to be signed, signed, sent, seen and changed."""
    executor, head = house.people[EXECUTOR], house.people[HEAD]
    for place in range(count):
        new, drafted, signed, sent = (house.register(text=f"Не горит свет {each}.").number for each in range(4))
        house.step(HEAD, "note", new, text="Срочно.")
        for number in (drafted, signed, sent):
            house.step(HEAD, "assign", number, executor=executor.pk)
        house.step(HEAD, "take_under_control", drafted, reason="Важно.")
        house.to_sign(house.draft(drafted))
        house.to_sign(house.draft(signed))
        house.sign(signed)
        house.answer(sent)
        posted(house, sent)
        slip = {"ground": "own", "found_on": "2026-03-05", "part": "text", "wrong": "Свет починен", "right": "Починен"}
        house.step(EXECUTOR, "correct_slip", sent, **slip, signatory=head.pk)
        SavedView.objects.create(
            owner=head,
            name=f"{SavedView.objects.count()}",
            asks={"view": "office", "office": OFFICE},
            made_by=head,
            made_at=clock.now(),
        )
        template = AnswerTemplate.objects.create(body_id=_body(), version=1, key=f"{AnswerTemplate.objects.count()}")
        wording = {"number": 1, "language": "ru", "title": f"Ответ {place}", "text": "Ответ.", "changed_by": head}
        AnswerWording.objects.create(template=template, changed_at=clock.now(), **wording)


def test_papers_together_ask_as_often_for_many_rows_as_for_few(house: House, enter: SignedIn) -> None:
    house.register()
    now = clock.now()
    said = {"received_at": "05.03.2026 09:30", "channel": "paper", "type": "person", "addressed_to": OFFICE}
    batch = PaperBatch.objects.create(
        public_id=uuid.uuid4(), maker=house.people[REGISTRAR], made_at=now, touched_at=now, key="k", common=said
    )
    row = {"surname": "Пробная", "iin": "960101500101", "text": "Не горит свет."}
    pages = ((REGISTRAR, f"/work/intake/many/{batch.public_id}/"),)
    add_rows(batch, [row, {}])
    few = _asked(enter, pages)
    add_rows(batch, [row, {}] * 5)
    assert _asked(enter, pages) == few


def _body() -> int:
    return Proceeding.objects.values_list("body_id", flat=True).latest("pk")


def _asked(enter: SignedIn, pages: tuple[tuple[str, str], ...]) -> dict[tuple[str, str], int]:
    """Queries of each page; each is opened once before."""
    browsers = {who: enter(who) for who, _ in pages}
    found = {}
    for who, address in pages:
        assert browsers[who].get(address).status_code == 200, (who, address)
        with CaptureQueriesContext(connection) as queries:
            browsers[who].get(address).getvalue()
        found[who, address] = len(queries)
    return found


def test_a_list_asks_as_often_for_many_rows_as_for_few(house: House, enter: SignedIn) -> None:
    _more(house, 2)
    few = _asked(enter, LISTS)
    _more(house, 4)
    assert _asked(enter, LISTS) == few


def test_a_draft_asks_as_often_with_many_comments_and_versions(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    draft = house.draft(number)
    agreers = [house.people[HEAD].pk, house.people["almaty.deputy"].pk]

    def lives(count: int) -> None:
        for place in range(count):
            text = f"{DRAFT['text']} {place}"
            house.step(EXECUTOR, "rewrite", draft, procedure="answer_draft", **{**DRAFT, "text": text})
            asked = {"agreers": agreers, "changed": "Дополнено."}
            house.step(EXECUTOR, "send_for_agreement", draft, procedure="answer_draft", **asked)
            for login in (HEAD, "almaty.deputy"):
                house.step(login, "comment", draft, procedure="answer_draft", text=f"Уточните {place}.")
                house.step(login, "agree", draft, procedure="answer_draft")
            house.step(EXECUTOR, "call_back", draft, procedure="answer_draft")

    pages = tuple(
        (who, f"/work/case/{draft}/{page}") for who in (HEAD, EXECUTOR) for page in ("?journal=all", "versions/")
    )
    lives(2)
    few = _asked(enter, pages)
    lives(3)
    assert _asked(enter, pages) == few


def test_a_case_asks_as_often_with_a_long_life_as_with_a_short_one(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)

    def lives(count: int) -> None:
        for place in range(count):
            to = house.people[EXECUTOR if place % 2 else "almaty.assistant"].pk
            house.step(HEAD, "reassign", number, executor=to, reason="Отпуск.")
            house.step(HEAD, "note", number, text="Позвонили заявителю.")
            house.step(
                house.author(number), "ask_for_materials", number, addressee="А", asked="Договор", due="2026-03-12"
            )
            house.step(HEAD, "correct", number, field="given_name", value=f"Заявительница {place}", reason="Опечатка.")

    pages = tuple((who, f"/work/case/{number}/{page}") for who in (HEAD, EXECUTOR) for page in ("", "?journal=all"))
    lives(2)
    few = _asked(enter, pages)
    lives(4)
    assert _asked(enter, pages) == few
