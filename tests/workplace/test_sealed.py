"""A sealed appeal on every page and in the API: its readers see it, to all others it is a number (29I.61.2, 61.5)."""

import datetime as dt
import io
import re
import zipfile
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import get_resolver

from nadzor.appeals.models import Appeal
from nadzor.casework.access import visible
from nadzor.casework.models import Notice, Party, Proceeding, StoredFile
from nadzor.casework.refusals import ForbiddenByLaw, Invalid
from nadzor.organs import directory
from nadzor.organs.models import Acting, Appointment
from tests.api.callers import Callers
from tests.house import TODAY, House
from tests.workplace.conftest import SignedIn
from tests.workplace.test_languages import addresses

pytestmark = pytest.mark.django_db
SECRET = ("Тайнописова", "Зашифрована", "Секретная улица", "тайнопис", "подложил")
LETTER = {
    "kind": "message",
    "applicant": {
        "type": "person",
        "iin": "960101500101",
        "surname": "Тайнописова",
        "name": "Зашифрована",
        "postal_address": "Секретная улица, 1",
    },
    "text": "Заместитель прокурора подложил документ, тайнопись прилагается.",
    "complained_of": [{"name": "Макетова М. П."}],
    "attachments": [{"name": "тайнопись.txt", "content_type": "text/plain", "base64": "0YLQsNC50L3QvtC/0LjRgdGM"}],
}
READERS = ("almaty.head", "almaty.executor1")
OTHERS = (
    *("almaty.deputy", "almaty.registrar", "almaty.appeals.head", "almaty.interests.head", "almaty.executor2"),
    *("almaty.analyst", "almaty.admin", "almaty.security", "almaty.reception", "gpo.head", "gpo.registrar"),
    *("gpo.operator", "almaly.head"),
)


@pytest.fixture
def sealed(house: House, settings: Any, tmp_path: Any) -> str:
    """Registered in the open, looked at, then sealed for two, considered, with a draft that waits for its signature."""
    settings.MEDIA_ROOT = tmp_path
    number = house.register(**LETTER).number
    executor = house.people["almaty.executor1"].pk
    house.step("almaty.registrar", "assign", number, executor=house.people["almaty.executor2"].pk)
    house.step("almaty.head", "reassign", number, executor=executor, reason="Передано.")
    readers = [house.people[login].pk for login in READERS]
    house.step("almaty.head", "seal", number, readers=readers, reason="Жалоба на заместителя, тайнопись.")
    asked = {"addressee": "Тайнописова", "asked": "К", "due": "2026-03-20"}
    request = house.step("almaty.executor1", "ask_for_materials", number, **asked).answers[0]["children"][0]
    house.step("almaty.executor1", "receive", request, procedure="materials_request", received="тайнопись")
    house.step("almaty.executor1", "note", number, text="тайнопись")
    house.to_sign(house.draft(number, text="Ответ: тайнопись подтвердилась."))
    return number


@pytest.fixture
def callers(house: House) -> Callers:
    return Callers(house)


def places(number: str) -> dict[str, list[str]]:
    """Addresses of the workplace by name, those with a case at the sealed one and its children."""
    row = Proceeding.objects.get(number=number)
    cases = [number, *row.children.values_list("number", flat=True)]
    given = {
        "<str:number>": cases,
        "<int:party>": [str(Party.objects.filter(proceeding=row).values_list("pk", flat=True)[0])],
        "<uuid:file>": [str(StoredFile.objects.filter(proceeding=row).values_list("public_id", flat=True)[0])],
        "<slug:code>": ["750000-oblast"],
        "<slug:book>": ["appeals"],
        "<int:year>": ["2026"],
        "<day:day>": ["2026-03-04"],
    }
    found: dict[str, list[str]] = {}
    for name, pattern in addresses(get_resolver()):
        if not pattern.startswith("work/") or name in {"sign-out", "calendar-feed"}:
            continue
        made = [pattern]
        for part, values in given.items():
            made = [each.replace(part, value) for each in made for value in (values if part in each else [""])]
        if name == "step":
            names = ["note", "unseal", "rewrite", "withdraw"]  # one answer to all: the case is not found
            made = [each.replace("<slug:name>", step) for each in made for step in names]
        found[name] = ["/" + each for each in made if "<" not in each]
    found["search"] = ["/work/find/?q=Тайнописова", f"/work/find/?q={number}", "/work/find/?q=960101500101"]
    found["inbox"] += ["/work/?view=office", "/work/?view=all", "/work/?view=unit", "/work/?view=mine"]
    found["inbox-table"] += ["/work/list.xlsx?view=office", "/work/list.xlsx?view=all"]
    for name in ("statistics-list", "statistics-list-table"):
        found[name] = [f"{found[name][0]}?figure=received&office=all"]
    found["access-log"] += [f"/work/looks/?case={number}"]
    found["structure-person"] = [f"/work/structure/person/{row.executor_id}/"]
    return found


def words_of(answer: Any) -> str:
    """All text of an answer: of a page, a workbook, a PDF."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    if content.startswith(b"%PDF"):
        return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    return str(content.decode("utf-8", "replace"))


@pytest.mark.norm("29I.61.5")
@pytest.mark.parametrize("login", OTHERS)
def test_nobody_else_learns_more_than_a_number(house: House, sealed: str, enter: SignedIn, login: str) -> None:
    browser, told = enter(login), []
    for name, addresses_of in places(sealed).items():
        for address in addresses_of:
            answer = browser.get(address)
            if name == "search":  # the field shows what was asked
                text = re.sub(r'value="[^"]*"|<title>.*?</title>|<h1>.*?</h1>', "", words_of(answer))
            else:
                text = words_of(answer)
            own_receipt = login == "almaty.registrar" and name in {"receipt", "receipt-pdf", "intake"}
            if not own_receipt and any(secret in text for secret in SECRET):
                told.append(address)
            if sealed in address and name not in {"search", "access-log"} and not own_receipt:
                led_on = name == "open-party"  # which a GET only leads to the page of the case
                assert answer.status_code == (302 if led_on else 404), address
    assert not told


@pytest.mark.parametrize("login", READERS)
def test_its_readers_see_it(house: House, sealed: str, enter: SignedIn, login: str) -> None:
    browser, found = enter(login), places(sealed)
    for address in ("/work/?view=mine", f"/work/case/{sealed}/", "/work/find/?q=Тайнописова"):
        assert sealed in words_of(browser.get(address)), address
    for name in ("proceeding", "file", "case-pdf"):
        assert browser.get(found[name][0]).status_code == 200, name


def test_the_api_says_no_more(house: House, sealed: str, callers: Callers) -> None:
    children = Proceeding.objects.filter(parent__number=sealed).values_list("number", flat=True)
    paths = [f"/proceedings/{each}{end}" for each in (sealed, *children) for end in ("", "/journal", "/steps")]
    for caller in (*(callers.of(login) for login in OTHERS), callers.of(body="750000-oblast"), callers.of()):
        for path in paths:
            assert caller.get(path).status_code == 404, path
        for query in ({}, {"q": "Тайнописова"}, {"q": sealed}):
            text = caller.get("/proceedings", **query).content.decode()
            assert sealed not in text
            assert "Тайнописова" not in text
        assert caller.post(f"/proceedings/{sealed}/steps/note", {"text": "x"}).status_code == 404
    named = callers.of("almaty.head")
    assert named.get(paths[0]).status_code == 200
    assert sealed in named.get("/proceedings", q="Тайнописова").content.decode()


@pytest.mark.parametrize(("login", "shown"), [("almaty.executor1", True), ("almaty.executor2", False)])
def test_the_calendar_of_its_readers_alone(house: House, sealed: str, enter: SignedIn, login: str, shown: bool) -> None:
    made = enter(login).post("/work/my/calendar/", {"make": "1"}).content.decode()
    answer = Client().get(re.search(r"/work/calendar/[\w-]+\.ics", made)[0])  # type: ignore[index]
    assert answer.status_code == 200
    assert (sealed in answer.content.decode()) is shown


def test_figures_count_it(house: House, sealed: str, enter: SignedIn) -> None:
    text = enter("almaty.deputy").get("/work/statistics/list/?figure=received&office=all").content.decode()
    assert sealed in text
    assert f"/work/case/{sealed}/" not in text


def test_who_is_not_named_takes_no_part(house: House, sealed: str) -> None:
    told = set(Notice.objects.filter(proceeding__number=sealed, to="staff").values_list("person_id", flat=True))
    assert told <= {house.people[login].pk for login in (*READERS, "almaty.executor2")}  # before it was sealed
    children = Proceeding.objects.filter(parent__number=sealed)
    assert all(child.circle_id is not None for child in children)
    assert Appeal.objects.get(proceeding__number=sealed).proceeding.circle_id is not None


def test_a_duplicate_is_sealed_with_it(house: House, sealed: str) -> None:
    again = house.register(**{**LETTER, "attachments": []}).number
    assert Proceeding.objects.get(number=again).circle_id == Proceeding.objects.get(number=sealed).circle_id


def test_the_registrar_seals_at_the_intake(house: House, enter: SignedIn) -> None:
    browser = enter("almaty.registrar")
    typed = {
        "received_at": "05.03.2026 09:14",
        "channel": "paper",
        "language": "ru",
        "kind": "message",
        "addressed_to": "750000-oblast",
        "type": "person",
        "surname": "Тайнописова",
        "given_name": "Вера",
        "postal_address": "ул. Примерная, 1",
        "text": "Заместитель груб.",
        "complained_of": "Макетова М. П.",
        "signature": "own_hand",
        "key": "k1",
    }
    deputy, head = (str(house.people[login].pk) for login in ("almaty.deputy", "almaty.head"))
    refused = browser.post("/work/intake/", {**typed, "readers": [deputy]})
    assert refused.status_code in {409, 422, 403}
    assert "Макетова" in refused.content.decode()
    assert f'value="{deputy}" checked' in refused.content.decode()
    done = browser.post("/work/intake/", {**typed, "readers": [head]}, follow=True)
    row = Proceeding.objects.get(applicant__startswith="Тайнописова")
    assert row.circle_id is not None
    assert done.status_code == 200
    assert row.track in done.content.decode()
    assert browser.get(f"/work/case/{row.number}/").status_code == 404


DISTRICT = "751110-district"


def forwarded(house: House, **letter: Any) -> str:
    """A sealed appeal that was forwarded to a district office; return its number there."""
    number = house.register(**{**LETTER, **letter}).number
    readers = [house.people[login].pk for login in ("almaty.head", "almaty.executor2")]
    house.step("almaty.head", "seal", number, readers=readers, reason="Жалоба на заместителя.")
    house.step("almaty.head", "forward", number, office=DISTRICT, reason="Работник служит там.")
    return f"{number}-2"


@pytest.mark.norm("29I.61.5")
@pytest.mark.parametrize(
    ("login", "here", "there"),
    [
        ("almaty.head", True, False),
        ("almaty.executor2", True, False),
        ("almaly.head", False, True),
        *((login, False, False) for login in ("almaly.deputy", "almaly.registrar", "almaly.executor")),
        *((login, False, False) for login in ("almaty.deputy", "almaty.registrar", "gpo.head")),
    ],
)
def test_forwarded_it_is_seen_by_the_head_there_and_the_readers_here(
    house: House, enter: SignedIn, login: str, here: bool, there: bool
) -> None:
    arrived = forwarded(house)
    sent = arrived.removesuffix("-2")
    browser = enter(login)
    for number, sees in ((sent, here), (arrived, there)):
        assert (browser.get(f"/work/case/{number}/").status_code == 200) is sees, number
    found = words_of(browser.get("/work/find/?q=Тайнописова"))
    assert [f"/work/case/{number}/" in found for number in (sent, arrived)] == [here, there]


def test_the_head_there_names_others_and_it_goes_on(house: House) -> None:
    arrived = forwarded(house)
    head, executor = house.people["almaly.head"].pk, house.people["almaly.executor"].pk
    with pytest.raises(Invalid) as refused:
        house.step("almaly.head", "assign", arrived, executor=executor)
    assert "named readers" in refused.value.fields["executor"].en
    house.step("almaly.head", "name_readers", arrived, readers=[head, executor], reason="Рассмотрит.")
    house.step("almaly.head", "assign", arrived, executor=executor)
    house.answer(arrived, signatory="almaly.head")
    assert Proceeding.objects.get(number=arrived).state == "answered"


@pytest.mark.norm("29I.61.2")
def test_never_to_an_office_whose_head_is_complained_of_or_away(house: House) -> None:
    head = house.people["almaly.head"]
    with pytest.raises(ForbiddenByLaw, match="complains of the head of that office"):
        forwarded(house, complained_of=[{"name": head.full_name}])
    Appointment.objects.filter(person=head).update(until=TODAY - dt.timedelta(days=1))
    directory.forget()
    with pytest.raises(ForbiddenByLaw, match="Nobody there could see"):
        forwarded(house, text="Другое дело, тайнопись.")


def test_who_stands_in_for_the_head_there_sees_it(house: House) -> None:
    head, deputy = house.people["almaly.head"], house.people["almaly.deputy"]
    row = Appointment.objects.get(person=head)
    said = {"body_id": row.body_id, "post": row.post, "since": TODAY, "order_number": "1", "order_day": TODAY}
    Acting.objects.create(person=deputy, **said)
    row.until = TODAY - dt.timedelta(days=1)
    row.save()
    arrived = forwarded(house)
    assert visible(house.actor("almaly.deputy")).filter(number=arrived).exists()
    assert not visible(house.actor("almaly.head")).filter(number=arrived).exists()
