"""Letters for many cases: one PDF and a ZIP; what is chosen, what is told, who takes the files."""

import datetime as dt
import io
import re
import uuid
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from nadzor import clock
from nadzor.appeals.papers.arriving import REQUEST_TO_CURE
from nadzor.casework.files import path_of, store
from nadzor.casework.models import Look, Proceeding
from nadzor.law.words import Phrase
from nadzor.organs.models import Appointment
from nadzor.papers.models import IssuedPaper
from nadzor.papers.setting import Head, said_on, set_again
from nadzor.workplace import batch_asked, batch_keeping, batch_making, tasks
from nadzor.workplace.batch_keeping import folder_of
from nadzor.workplace.batch_models import BatchLetter, LetterBatch
from tests.house import MORNING, House, papers_may_change
from tests.workplace.batching import HEAD, NEW, OWN, REGISTRAR, file, made, order, ordered, pages
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def issued(number: str, language: str = "ru", *, serial: int = 1, signed: bool = True, words: str = "") -> IssuedPaper:
    """A request to mend as the step issues it: signed ones with their file."""
    row = Proceeding.objects.get(number=number)
    if serial == 1:
        IssuedPaper.objects.filter(proceeding=row).delete()  # the notice of the registration
    values = {"missing": ["адрес"], "words": words or "Просим уточнить.", "due": dt.date(2026, 3, 20)}
    head = Head(Phrase("К", "Р", "E"), f"{number}/{serial}", dt.date(2026, 3, 5), appeal=number, url="http://x/c/")
    said = said_on(REQUEST_TO_CURE, values, head, "kk" if language == "kk" else "ru")
    kept = None
    if signed:
        pdf = set_again(REQUEST_TO_CURE.name, said, at=MORNING)
        kept = store([pdf], name="p.pdf", content_type="application/pdf", space="test")
    return IssuedPaper.objects.create(
        proceeding=row,
        version=row.version,
        paper=REQUEST_TO_CURE.name,
        language=language,
        serial=serial,
        number=f"{number}/{serial}",
        day=dt.date(2026, 3, 5),
        to="applicant",
        data=said,
        code=uuid.uuid4().hex[:20],
        data_sha256="0" * 64,
        sha256=kept.sha256 if kept else "",
        file=kept,
        made_at=MORNING,
    )


def test_one_pdf_in_the_order_asked_and_a_zip_by_number(house: House, enter: SignedIn) -> None:
    kazakh = {"type": "person", "surname": "Жақсыбекова", "name": "Әсел", "patronymic": "Ғаниқызы"}
    numbers = [house.register().number for _ in range(13)]
    numbers.insert(3, house.register(language="kk", applicant=kazakh).number)
    numbers.reverse()
    client = enter(REGISTRAR)
    batch = made(client, *numbers)
    assert (batch.state, batch.done, batch.left_out, batch.total) == ("done", 14, 0, 14)
    told = pages(file(client, batch, "letters.pdf"))
    assert len(told) == 14
    for number, page in zip(numbers, told, strict=True):
        assert f"№ {number} от 5 марта 2026 г." in page or f"{number} жолданымға" in page
        assert sum(number in other for other in told) == 1
    (in_kazakh,) = (page for page in told if "Жақсыбекова" in page)
    assert "Прокуратураның көшуі туралы" in in_kazakh
    assert "Өтініш беруші: Жақсыбекова Әсел Ғаниқызы" in in_kazakh
    with zipfile.ZipFile(io.BytesIO(file(client, batch, "letters.zip"))) as packed:
        assert packed.namelist() == [f"{number}.pdf" for number in numbers]
        assert numbers[5] in pages(packed.read(f"{numbers[5]}.pdf"))[0]
    assert Look.objects.filter(way="print", proceeding__number__in=numbers).count() == 14
    assert sorted(path.name for path in folder_of(batch.public_id).iterdir()) == ["letters.pdf", "letters.zip"]


def test_on_both_sides_each_letter_begins_on_an_odd_page(house: House, enter: SignedIn) -> None:
    numbers = [house.register().number for _ in range(3)]
    long = {"text_ru": "№ {number}\n" + "\n\n".join(f"Абзац {place}." for place in range(60))}
    client = enter(REGISTRAR)
    for more, odd in (({}, True), (long, True), ({}, False)):
        batch = made(client, *numbers, **more, **({"two_sided": "true"} if odd else {}))
        told = pages(file(client, batch, "letters.pdf"))
        begins = [next(place for place, page in enumerate(told, 1) if number in page) for number in numbers]
        assert begins == ([1, 3, 5] if odd else [1, 2, 3])


def test_a_signed_paper_is_copied_byte_for_byte_and_a_sealed_one_set_from_its_words(
    house: House, enter: SignedIn
) -> None:
    signed, sealed, older, none = (house.register().number for _ in range(4))
    paper = issued(signed)
    issued(sealed, signed=False)
    issued(older, words="Первая редакция.")
    issued(older, serial=2, words="Вторая редакция.")
    client = enter(REGISTRAR)
    asked = client.post(reverse(NEW), {"number": [signed, sealed, older, none], "ticked": "yes"})
    assert [(name, title.en) for name, title in asked.context["kinds"]][:3] == [
        ("issued:request_to_cure", "Request to mend: 3 / 4"),
        ("issued:registration_notice", "Notice of registration: 1 / 4"),
        ("receipt", "Receipt of the appeal"),
    ]
    before = IssuedPaper.objects.count()
    batch = made(client, signed, sealed, older, none, kind="issued:request_to_cure")
    assert (batch.done, batch.left_out) == (4, 1)
    (left,) = batch.letters.filter(reason__isnull=False)
    assert (left.number, left.reason["en"]) == (none, "No such paper was issued in this case.")
    with zipfile.ZipFile(io.BytesIO(file(client, batch, "letters.zip"))) as packed:
        assert packed.namelist() == [f"{signed}-1.pdf", f"{sealed}-1.pdf", f"{older}-2.pdf"]
        assert packed.read(f"{signed}-1.pdf") == path_of(paper.sha256).read_bytes()
        assert "Вторая редакция." in pages(packed.read(f"{older}-2.pdf"))[0]
        assert "Просим уточнить." in pages(packed.read(f"{sealed}-1.pdf"))[0]
    assert IssuedPaper.objects.count() == before  # a print is no new paper
    page = client.get(reverse("batch", args=[batch.public_id])).content.decode()
    assert "No such paper was issued in this case." in page


def _lost(paper: IssuedPaper) -> None:
    path_of(paper.sha256).unlink()


def _other_language(paper: IssuedPaper) -> None:
    IssuedPaper.objects.filter(pk=paper.pk).update(language="kk")


def _odd_data(paper: IssuedPaper) -> None:
    IssuedPaper.objects.filter(pk=paper.pk).update(sha256="", file=None, data={"lang": "ru", "url": ""})


def _no_data(paper: IssuedPaper) -> None:
    IssuedPaper.objects.filter(pk=paper.pk).update(sha256="", file=None, data={})


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_lost, "The file of the signed paper is not in the storage. Tell the administrator."),
        (_other_language, "The paper was issued in the other language."),
        (_odd_data, "The PDF of the letter could not be made. Tell the administrator."),
        (_no_data, "The PDF of the letter could not be made. Tell the administrator."),
    ],
)
def test_one_that_fails_is_told_and_the_rest_goes_on(
    house: House, enter: SignedIn, spoil: Callable[[IssuedPaper], None], reason: str
) -> None:
    numbers = [house.register().number for _ in range(3)]
    papers = [issued(number, words=f"Бумага {number}.") for number in numbers]
    with papers_may_change():
        spoil(papers[1])
    client = enter(REGISTRAR)
    batch = made(client, *numbers, kind="issued:request_to_cure", language="ru")
    (left,) = batch.letters.filter(reason__isnull=False)
    assert left.number == numbers[1]
    assert left.reason["en"].startswith(reason)
    assert len(pages(file(client, batch, "letters.pdf"))) == 2


def test_a_receipt_for_those_that_one_has_registered(house: House, enter: SignedIn) -> None:
    mine = house.register(language="kk").number
    other = house.register().number
    Proceeding.objects.filter(number=other).update(registrar=house.people[HEAD])
    client = enter(REGISTRAR)
    batch = made(client, mine, other, kind="receipt")
    assert [each.number for each in batch.letters.filter(reason__isnull=False)] == [other]
    (page,) = pages(file(client, batch, "letters.pdf"))
    assert f"Жолданымды қабылдау туралы анықтама № {mine}" in page
    assert str(Proceeding.objects.get(number=mine).track) in page


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({"number": []}, "", batch_asked.NOBODY),
        ({"number": ["0000-00-000000"]}, "", batch_asked.NOBODY),
        ({"kind": ""}, "kind", None),
        ({"kind": "issued:nothing"}, "kind", None),
        ({"language": "xx"}, "language", None),
        ({"text_ru": "", "text_kk": "", "title_ru": "", "title_kk": ""}, "text_ru", None),
        ({"text_ru": "", "language": "ru"}, "text_ru", None),
        ({"title_kk": ""}, "title_kk", None),
        ({"text_kk": ""}, "text_kk", None),
        ({"text_ru": "№ {nomer}"}, "text_ru", None),
        ({"text_ru": "{day}-дан"}, "text_ru", None),
        ({"text_ru": "а" * 20_001}, "text_ru", None),
        ({"title_ru": "а" * 201}, "title_ru", None),
    ],
)
def test_a_wrong_order_is_told_and_nothing_typed_is_lost(
    house: House, enter: SignedIn, more: dict[str, Any], field: str, said: Phrase | None
) -> None:
    number = house.register().number
    answer = order(enter(REGISTRAR), *more.pop("number", [number]), **more)
    assert answer.status_code == 422
    assert field in answer.context["wrong"]
    assert said is None or answer.context["wrong"][field] == said
    if field:
        page = answer.content.decode()
        assert more.get("text_kk", OWN["text_kk"]) in page
        assert f'value="{number}"' in page
    assert not LetterBatch.objects.exists()


@pytest.mark.parametrize(("chosen", "status"), [(3, 302), (4, 422)])
def test_ten_thousand_and_one_is_refused(
    house: House, enter: SignedIn, monkeypatch: pytest.MonkeyPatch, chosen: int, status: int
) -> None:
    assert batch_asked.MOST == 10_000
    monkeypatch.setattr(batch_asked, "MOST", 3)
    for _ in range(chosen):
        house.register()
    client = enter(REGISTRAR)
    answer = client.post(reverse(NEW), {"view": "office", "make": "true", "key": "k", **OWN})
    assert answer.status_code == status
    if status == 422:
        assert answer.context["wrong"][""] == batch_asked.TOO_MANY
        assert client.get(reverse(NEW), {"view": "office"}).status_code == 422


def test_from_a_list_a_search_and_the_dispatch_book(house: House, enter: SignedIn) -> None:
    signed, other = house.register().number, house.register().number
    house.step(HEAD, "assign", signed, executor=house.people["almaty.executor1"].pk)
    house.to_sign(house.draft(signed))
    house.sign(signed)
    client = enter(REGISTRAR)
    for link in ("/work/", "/work/find/?q=Пробная"):
        address = re.search(r'href="(/work/letters/new/[^"]*)"', client.get(link).content.decode())
        assert address, link
        found = client.get(address[1].replace("&amp;", "&")).context["picked"].cases
        assert {number for _, number in found} == {signed, other}
    assert "waiting=yes" in client.get("/work/dispatch/").content.decode()
    picked = client.get(reverse(NEW), {"waiting": "yes"}).context["picked"]
    assert [number for _, number in picked.cases] == [signed]
    assert [number for _, number in enter("almaty.executor1").get(reverse(NEW)).context["picked"].cases] == [signed]


def test_a_second_click_makes_one_batch_and_one_at_a_time(house: House, enter: SignedIn) -> None:
    number, client = house.register().number, enter(REGISTRAR)
    first = order(client, number, key="k")
    assert order(client, number, key="k")["Location"] == first["Location"]
    assert LetterBatch.objects.count() == 1
    busy = order(client, number, key="other")
    assert busy.status_code == 422
    assert "still being made" in busy.context["wrong"][""].en


def test_a_case_out_of_sight_is_left_out(house: House, enter: SignedIn) -> None:
    stays, goes = house.register().number, house.register().number
    client = enter(REGISTRAR)
    batch = ordered(client, stays, goes)
    away = Proceeding.objects.get(number=goes)
    elsewhere = {"body": _elsewhere(away), "registrar": None}
    Proceeding.objects.filter(pk=away.pk).update(**elsewhere)
    batch_making.make(batch.pk)
    (left,) = batch.letters.filter(reason__isnull=False)
    assert (left.number, left.reason["en"]) == (goes, "You no longer see this case.")
    page = client.get(reverse("batch", args=[batch.public_id])).content.decode()
    assert goes not in page
    assert stays in pages(file(client, batch, "letters.pdf"))[0]
    Proceeding.objects.filter(number=stays).update(**elsewhere)  # and this one after it was printed
    page = client.get(reverse("batch", args=[batch.public_id]))
    assert page.context["hidden"] == 1
    again = client.get(reverse("batch-file", args=[batch.public_id, "letters.pdf"]))
    assert again.status_code == 302


def _elsewhere(row: Proceeding) -> int:
    return int(Appointment.objects.exclude(body=row.body_id).values_list("body", flat=True).latest("pk"))


@pytest.mark.parametrize(
    ("login", "status"),
    [(REGISTRAR, 200), (HEAD, 200), ("almaty.executor1", 404), ("almaty.admin", 404), ("almaty.security", 404)],
)
def test_its_maker_and_who_sees_all_those_cases(house: House, enter: SignedIn, login: str, status: int) -> None:
    batch = made(enter(REGISTRAR), house.register().number, house.register().number)
    client = enter(login)
    for name, args in (("batch", ()), ("batch-file", ("letters.pdf",)), ("batch-file", ("letters.zip",))):
        assert client.get(reverse(name, args=[batch.public_id, *args])).status_code == status
    assert client.post(reverse("cancel-batch", args=[batch.public_id])).status_code == (302 if status == 200 else 404)
    assert LetterBatch.objects.get().state == "done"  # what is done is not cancelled


def test_who_has_left_prints_nothing(house: House, enter: SignedIn) -> None:
    batch = ordered(enter(REGISTRAR), house.register().number)
    Appointment.objects.filter(person=house.people[REGISTRAR]).update(until=dt.date(2026, 3, 4))
    batch_making.make(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.left_out) == ("done", 1)
    assert not (folder_of(batch.public_id) / "letters.pdf").exists()


def test_the_bar_asks_again_until_it_ends(house: House, enter: SignedIn) -> None:
    client = enter(REGISTRAR)
    batch = ordered(client, house.register().number, house.register().number)
    page = client.get(reverse("batch", args=[batch.public_id])).content.decode()
    poll = re.search(r'hx-get="([^"]+)"', page)
    assert poll
    assert '<progress id="batch-bar" value="0" max="2">' in page
    assert client.get(poll[1]).status_code == 204
    LetterBatch.objects.update(done=1, state="setting")
    part = client.get(poll[1])
    assert (part.status_code, part.content.count(b"<h1")) == (200, 0)
    assert 'value="1" max="2"' in part.content.decode()
    batch_making.make(batch.pk)
    ended = client.get(poll[1])
    assert (ended.status_code, ended["HX-Refresh"]) == (204, "true")
    for way in ("cancel-batch", "begin-batch-again"):
        assert client.get(reverse(way, args=[batch.public_id])).status_code == 405


def test_begun_again_without_those_out_of_sight(house: House, enter: SignedIn) -> None:
    numbers, client = [house.register().number for _ in range(3)], enter(REGISTRAR)
    first = made(client, *numbers)
    gone = Proceeding.objects.get(number=numbers[1])
    Proceeding.objects.filter(pk=gone.pk).update(body=_elsewhere(gone), registrar=None)
    client.post(reverse("begin-batch-again", args=[first.public_id]))
    second = LetterBatch.objects.latest("pk")
    assert second.pk != first.pk
    assert [each.number for each in second.letters.order_by("place")] == [numbers[0], numbers[2]]
    assert second.text == first.text


@pytest.mark.parametrize(("days", "kept"), [(6, True), (7, True), (8, False)])
def test_kept_for_a_week(house: House, enter: SignedIn, days: int, kept: bool) -> None:
    assert dt.timedelta(days=7) == batch_keeping.KEPT
    batch = made(enter(REGISTRAR), house.register().number)
    with clock.standing_at(MORNING + dt.timedelta(days=days)):
        tasks.tidy_letters.func(0)
    assert LetterBatch.objects.exists() == BatchLetter.objects.exists() == kept
    assert folder_of(batch.public_id).exists() == kept
