"""Registered letters, the courier book, what could not be delivered: the pages that enter what came of a delivery.

Source: article 66 of the code on administrative procedures, to which 29I.44 refers.
"""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from nadzor.casework import outbox
from nadzor.casework.delivery import Delivery, PostList
from nadzor.casework.models import Entry, Notice
from nadzor.law.notice import counts, tracking_number
from tests.house import LETTER, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
REGISTRAR, HEAD, EXECUTOR = "almaty.registrar", "almaty.head", "almaty.executor1"
LETTERS, COURIER, UNDELIVERED = "/work/dispatch/letters/", "/work/dispatch/courier/", "/work/dispatch/undelivered/"
ITEM = "RR123456785KZ"


@pytest.fixture
def enter(enter: SignedIn) -> SignedIn:  # the same, reading Russian
    """Sign in and read the pages in Russian, whose sentences the tests name."""

    def entered(who: str) -> Any:
        browser = enter(who)
        browser.cookies["django_language"] = "ru"
        return browser

    return entered


def sent(house: House, way: str = "post", **changes: Any) -> Delivery:
    """The delivery of an answer that went out on paper."""
    number = house.register(**changes).number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.to_sign(house.draft(number))
    house.sign(number)
    house.step(REGISTRAR, "dispatch", number, way=way)
    outbox.deliver()
    return Delivery.objects.get(notice__proceeding__number=number, way=way)


def listed(house: House, enter: SignedIn, count: int = 1) -> tuple[Any, PostList, list[Delivery]]:
    rows = [sent(house) for _ in range(count)]
    browser = enter(REGISTRAR)
    answer = browser.post(LETTERS, {"letter": [row.pk for row in rows]})
    assert answer.status_code == 302
    made = PostList.objects.latest("pk")
    return browser, made, list(made.letters.order_by("pk"))


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("RR123456785KZ", "RR123456785KZ"),  # 8·1+6·2+4·3+2·4+3·5+5·6+9·7+7·8 = 204; 11 - 204 mod 11 = 5
        (" rr 123 456 785 kz ", "RR123456785KZ"),
        ("RR123456784KZ", None),  # a slip in the check digit
        ("RR000000005KZ", "RR000000005KZ"),  # the sum is 0: 11 stands for 5
        ("12345678901234", "12345678901234"),  # an inland number without a check
        ("17", None),
        ("", None),
    ],
)
def test_the_number_of_a_postal_item(typed: str, number: str | None) -> None:
    assert tracking_number(typed) == number


@pytest.mark.parametrize(
    ("way", "outcome", "told"),
    [
        ("email", "waiting", False),
        ("email", "sent", True),  # the server of the addressee has it: the notice is fixed
        ("email", "refused", False),
        ("post", "sent", False),  # with the post: not handed over yet
        ("post", "delivered", True),  # the advice of delivery
        ("post", "returned", False),
        ("courier", "sent", False),
        ("courier", "delivered", True),  # the signed receipt
        ("by_hand", "delivered", True),
        ("phone", "delivered", True),  # a telephone message: who took it and when
        ("portal", "delivered", False),  # article 66 counts a cabinet only together with a text message
    ],
)
def test_from_which_outcome_a_notice_counts(way: str, outcome: str, told: bool) -> None:
    assert counts(way, outcome) is told


def test_a_letter_waits_is_listed_numbered_and_delivered(house: House, enter: SignedIn) -> None:
    browser, made, (row,) = listed(house, enter)
    assert (made.number, made.year, row.outcome) == (1, 2026, "listed")
    answer = browser.post(
        f"{LETTERS}{made.pk}/",
        {f"tracking_{row.pk}": ITEM, f"end_{row.pk}": "delivered", f"day_{row.pk}": "05.03.2026"},
    )
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.outcome, row.tracking, row.proof["delivered"]["day"]) == ("delivered", ITEM, "2026-03-05")
    steps = Entry.objects.filter(proceeding=row.notice.proceeding, step="note_delivery").order_by("pk")
    assert [(each.data["outcome"], each.data["way"]) for each in steps] == [("sent", "post"), ("delivered", "post")]


def test_a_list_is_made_once(house: House, enter: SignedIn) -> None:
    browser, _, (row,) = listed(house, enter)
    assert browser.post(LETTERS, {"letter": [row.pk]}).status_code == 422
    assert PostList.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"tracking": "RR123456784KZ"}, "Номер почтового отправления неверен"),
        ({"tracking": ITEM, "end": "returned"}, "Напишите, почему вернулось"),
        ({"tracking": ITEM, "end": "delivered", "day": "06.03.2026"}, "Этот день ещё не наступил"),
        ({"tracking": ITEM, "end": "delivered", "day": "soon"}, "дд.мм.гггг"),
        ({}, "Впишите номера"),
    ],
)
def test_what_is_typed_wrong_stays_and_is_told(house: House, enter: SignedIn, typed: dict[str, str], says: str) -> None:
    browser, made, (row,) = listed(house, enter)
    answer = browser.post(f"{LETTERS}{made.pk}/", {f"{name}_{row.pk}": text for name, text in typed.items()})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    for name, text in typed.items():
        if name in {"day", "tracking"} and not (name == "tracking" and text == ITEM):
            assert text in page


def test_a_number_belongs_to_one_letter(house: House, enter: SignedIn) -> None:
    browser, made, (first, second) = listed(house, enter, 2)
    answer = browser.post(f"{LETTERS}{made.pk}/", {f"tracking_{first.pk}": ITEM, f"tracking_{second.pk}": ITEM})
    assert (answer.status_code, "уже внесён для другого письма" in answer.content.decode()) == (422, True)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.tracking, second.tracking, second.outcome) == (ITEM, "", "listed")


def _file(browser: Any, made: PostList) -> Any:
    return load_workbook(io.BytesIO(browser.get(f"{LETTERS}{made.pk}/list.xlsx").getvalue()))


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_file_of_the_post_is_read(house: House, enter: SignedIn, kind: str) -> None:
    browser, made, (first, second) = listed(house, enter, 2)
    book = _file(browser, made)
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[2]][1:2] == [first.notice.proceeding.number]
    sheet["E2"], sheet["F2"] = ITEM, "05.03.2026"
    sheet["E3"], sheet["G3"], sheet["H3"] = "RR000000005KZ", "05.03.2026", "Истёк срок хранения"
    if kind == "xlsx":
        kept = io.BytesIO()
        book.save(kept)
        kept.seek(0)
    else:
        lines = (";".join(str(cell or "") for cell in line) for line in sheet.values)
        kept = io.BytesIO("\n".join(lines).encode("utf-8-sig"))
    kept.name = f"post.{kind}"
    assert browser.post(f"{LETTERS}{made.pk}/", {"file": kept}).status_code == 302
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.outcome, first.tracking) == ("delivered", ITEM)
    assert (second.outcome, second.proof["returned"]["reason"]) == ("returned", "Истёк срок хранения")
    assert Notice.objects.get(pk=second.notice_id).failed_at is not None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x00\x01\x02\xff", "Файл не читается"),
        (b"PK\x03\x04 broken", "Файл не читается"),
        (b"1;2026-75-999999;;;RR123456785KZ", "в этом списке нет"),
        (b"", "Файл не читается"),
    ],
)
def test_a_file_that_is_not_of_this_list_changes_nothing(
    house: House, enter: SignedIn, content: bytes, says: str
) -> None:
    browser, made, (row,) = listed(house, enter)
    file = io.BytesIO(content)
    file.name = "post.csv"
    answer = browser.post(f"{LETTERS}{made.pk}/", {"file": file})
    assert answer.status_code == 422
    assert says in answer.content.decode() or not content
    row.refresh_from_db()
    assert row.outcome == "listed"


def test_the_paper_for_the_post(house: House, enter: SignedIn) -> None:
    browser, made, _ = listed(house, enter, 3)
    answer = browser.get(f"{LETTERS}{made.pk}/list.pdf")
    assert (answer.status_code, answer.getvalue()[:5]) == (200, b"%PDF-")


def test_the_courier_hands_over_and_the_receipt_is_signed(house: House, enter: SignedIn) -> None:
    row = sent(house, "courier")
    browser = enter(REGISTRAR)
    said = {"delivery": row.pk, "end": "sent"}
    answer = browser.post(COURIER, said)
    assert (answer.status_code, "Напишите, кому вручено" in answer.content.decode()) == (422, True)
    assert browser.post(COURIER, {**said, "by": "Курьеров Пример"}).status_code == 302
    assert browser.post(COURIER, {"delivery": row.pk, "end": "delivered", "by": "Пробная"}).status_code == 302
    row.refresh_from_db()
    assert row.outcome == "delivered"
    assert (row.proof["sent"]["by"], row.proof["delivered"]["by"]) == ("Курьеров Пример", "Пробная")
    assert row.proof["sent"]["entered_by"] == house.people[REGISTRAR].pk  # who handed it over
    assert browser.get(f"{COURIER}book.pdf?month=2026-03").getvalue()[:5] == b"%PDF-"
    assert browser.post(COURIER, {"delivery": row.pk, "end": "returned", "reason": "–"}).status_code == 422


def returned(house: House, enter: SignedIn) -> tuple[Any, Delivery]:
    browser, made, (row,) = listed(house, enter)
    said = {f"tracking_{row.pk}": ITEM, f"end_{row.pk}": "returned", f"reason_{row.pk}": "Адресат выбыл"}
    assert browser.post(f"{LETTERS}{made.pk}/", said).status_code == 302
    return browser, row


def test_a_returned_letter_is_a_task_that_another_way_closes(house: House, enter: SignedIn) -> None:
    browser, row = returned(house, enter)
    number = row.notice.proceeding.number
    page = browser.get(UNDELIVERED).content.decode()
    assert (number in page, "Адресат выбыл" in page, "29I.68" in page or "п. 68" in page) == (True, True, True)
    told = Notice.objects.filter(template="undelivered").values_list("person", flat=True)
    assert set(told) == {house.people[EXECUTOR].pk}  # the registrar entered it
    answer = browser.post(UNDELIVERED, {"notice": row.notice_id, "way": "phone", "address": "+7 700 000 00 00"})
    assert (answer.status_code, "Напишите, кому вручено" in answer.content.decode()) == (422, True)
    said = {"notice": row.notice_id, "way": "courier", "address": "Место работы: улица Примерная, 2"}
    assert browser.post(UNDELIVERED, said).status_code == 302
    assert number not in browser.get(UNDELIVERED).content.decode()
    again = Delivery.objects.get(notice=row.notice_id, way="courier")
    assert (again.outcome, again.main) == ("waiting", True)
    assert browser.post(UNDELIVERED, said).status_code == 422  # closed already


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"way": "phone", "address": "+7 700 000 00 00", "by": "Пробная"}, 302),
        ({"way": "post"}, 302),  # the address of the case
        ({"way": "email", "address": "not an address"}, 422),
        ({"way": "email"}, 422),  # the case has none
        ({"way": "pigeon"}, 422),
        ({"way": "phone", "by": "Пробная", "address": "1", "day": "07.03.2026"}, 422),
    ],
)
def test_other_ways(house: House, enter: SignedIn, said: dict[str, str], status: int) -> None:
    browser, row = returned(house, enter)
    answer = browser.post(UNDELIVERED, {"notice": row.notice_id, **said})
    assert answer.status_code == status
    notice = Notice.objects.get(pk=row.notice_id)
    assert (notice.failed_at is None) == (status == 302)
    if status == 422 and said.get("address"):
        assert said["address"] in answer.content.decode()


def test_the_case_tells_who_was_told_what(house: House, enter: SignedIn) -> None:
    browser, row = returned(house, enter)
    page = browser.get(f"/work/case/{row.notice.proceeding.number}/").content.decode()
    for words in ("Кому что сообщено", ITEM, "Адресат выбыл", "заказное письмо", LETTER["applicant"]["postal_address"]):
        assert words in page
    assert f"{UNDELIVERED}?case=" in page


@pytest.mark.parametrize(
    ("who", "address", "status"),
    [
        (REGISTRAR, LETTERS, 200),
        (HEAD, LETTERS, 200),
        (EXECUTOR, LETTERS, 403),
        (EXECUTOR, COURIER, 403),
        (EXECUTOR, f"{COURIER}book.pdf", 403),
        (EXECUTOR, UNDELIVERED, 200),
        ("almaty.admin", "/work/mail/", 200),
        (REGISTRAR, "/work/mail/", 403),
    ],
)
def test_who_sees_the_pages(house: House, enter: SignedIn, who: str, address: str, status: int) -> None:
    assert enter(who).get(address).status_code == status


def test_a_list_of_another_office_is_not_there(house: House, enter: SignedIn) -> None:
    _, made, _ = listed(house, enter)
    stranger = enter("gpo.registrar")
    for page in ("", "list.xlsx", "list.pdf"):
        assert stranger.get(f"{LETTERS}{made.pk}/{page}").status_code == 404
