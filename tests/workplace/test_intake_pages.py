"""The intake of a registrar: what is found is offered, what follows is told, what papers share is kept."""

import re
import zlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor.appeals.models import Appeal
from nadzor.casework.models import Look, Proceeding, StoredFile
from nadzor.law.o29.repeats import STANDINGS, Standing
from nadzor.papers.issuing import pdf_of
from nadzor.papers.models import IssuedPaper
from nadzor.workplace.scans import pages_of_pdf, pages_of_tiff
from tests.house import House
from tests.workplace.conftest import SignedIn
from tests.workplace.test_pages import INTAKE, hidden

pytestmark = pytest.mark.django_db
PAGE = reverse("intake")


def sent(client: Client, act: str, **changes: object) -> Any:
    return client.post(PAGE, {**INTAKE, "key": "k", "act": act, **changes})


def value(body: str, name: str) -> str:
    found = re.search(rf'id="id_{name}" value="([^"]*)"', body)
    assert found, name
    return found[1]


def chosen(body: str, name: str) -> str:
    found = re.search(rf'<select[^>]*id="id_{name}".*?</select>', body, re.S)
    assert found, name
    option = re.search(r'<option value="([^"]*)" selected', found[0])
    return option[1] if option else ""


# The button, where it leads; the receipt is what Ctrl+Enter gives.
WAYS = (("", "receipt"), ("open", "proceeding"))


@pytest.mark.parametrize(("act", "leads"), WAYS)
def test_each_button_leads_on(enter: SignedIn, act: str, leads: str) -> None:
    answer = sent(enter("almaty.registrar"), act)
    assert answer["Location"] == reverse(leads, args=[Proceeding.objects.get().number])


def test_the_next_paper_keeps_channel_language_office_and_addressee(enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    answer = sent(registrar, "next", channel="email", language="kk", addressee="Прокурору города")
    row = Proceeding.objects.get()
    assert answer["Location"] == f"{PAGE}?done={row.number}"
    body = registrar.get(answer["Location"]).content.decode()
    assert (chosen(body, "channel"), chosen(body, "language"), value(body, "addressee")) == (
        "email",
        "kk",
        "Прокурору города",
    )
    for words in (f"№ {row.number}", row.track or "?", "this one is number 2"):
        assert words in body
    assert value(body, "surname") == ""


def test_the_code_of_somebody_elses_paper_is_not_shown(house: House, enter: SignedIn) -> None:
    number = house.register("almaly.registrar", addressed_to="751110-district").number
    body = enter("almaty.registrar").get(f"{PAGE}?done={number}").content.decode()
    assert (Proceeding.objects.get().track or "?") not in body
    assert "this one is number 1" in body


@pytest.mark.norm("29I.2.10", "29I.2.6", "29I.23.1", "29I.26.2")
def test_checking_tells_what_follows_and_registers_nothing(house: House, enter: SignedIn) -> None:
    first = house.register().number
    answer = sent(enter("almaty.registrar"), "check", demands="", postal_address="")
    body = answer.content.decode()
    assert (answer.status_code, Proceeding.objects.count()) == (200, 1)
    for words in (
        *(f"№ {first}", "Same as", "Repeats", "What follows if it is registered"),
        *("Thursday, 5 March 2026", "Wednesday, 1 April 2026", "29I.54", "29I.26.2", "29I.23.1"),
        *("29I.29.5", "the office of the oblast level", "29I.7", "simplified administrative procedure"),
        *("primary", "29I.2.6", "postal address", "29I.39"),
    ):
        assert words in body, words
    ticked = re.findall(r'name="also_missing"[^>]*value="(\w+)" checked', body)
    assert ticked == ["demands", "officials"]  # by what was not typed; a reader of the paper confirms it
    assert Look.objects.filter(way="search", what="••••0101").count() == 1


def test_what_was_unticked_stays_so(enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    body = sent(registrar, "check").content.decode()
    assert hidden(body, "offered") == "1"
    again = sent(registrar, "check", offered="1").content.decode()
    assert not re.findall(r'name="also_missing"[^>]*checked', again)


@pytest.mark.norm("29I.2.12", "29I.2.10")
@pytest.mark.parametrize(("act", "standing", "reason"), [("same", "duplicate", ""), ("repeat", "repeated", "faults")])
def test_an_earlier_one_is_offered_and_chosen(
    house: House, enter: SignedIn, act: str, standing: str, reason: str
) -> None:
    first = house.register().number
    registrar = enter("almaty.registrar")
    body = sent(registrar, f"{act}:{first}", surname="Typed").content.decode()
    assert (chosen(body, "standing"), value(body, "earlier"), chosen(body, "repeat_reason")) == (
        standing,
        first,
        reason,
    )
    assert value(body, "surname") == "Typed"
    sent(registrar, "", standing=standing, earlier=first, repeat_reason=reason)
    kept = Appeal.objects.latest("pk")
    assert kept.standing == standing
    assert first in registrar.get(reverse("receipt", args=[kept.proceeding.number])).content.decode()
    page = registrar.get(reverse("proceeding", args=[kept.proceeding.number])).content.decode()
    assert f"№ {first}" in page
    assert STANDINGS[Standing(standing)].norm in page


def test_the_persons_data_fill_what_is_empty_alone(house: House, enter: SignedIn) -> None:
    house.register()
    typed = {"surname": "Иная", "given_name": "", "postal_address": ""}
    body = sent(enter("almaty.registrar"), "take", **typed).content.decode()
    assert (value(body, "surname"), value(body, "given_name"), value(body, "postal_address")) == (
        "Иная",
        "Заявительница",
        "улица Примерная, 1",
    )


def test_what_one_may_not_see_is_not_offered(house: House, enter: SignedIn) -> None:
    number = house.register().number
    said = {"addressed_to": "751110-district"}
    for act in ("check", "take", f"same:{number}"):
        body = sent(enter("almaly.registrar"), act, surname="", given_name="", **said).content.decode()
        assert "улица Примерная, 1</" not in body
        assert "Заявительница" not in body
        assert f'href="{reverse("proceeding", args=[number])}"' not in body
    assert not Look.objects.filter(way="search").exists()


# What was typed; the field that asks again.
UNFITTING = (
    ({"standing": "repeated"}, "earlier"),
    ({"standing": "duplicate"}, "earlier"),
    ({"earlier": "2026-75-000001"}, "standing"),
    ({"standing": "primary", "earlier": "2026-75-000001"}, "standing"),
    ({"standing": "repeated", "earlier": "2026-75-000001"}, "repeat_reason"),
    ({"standing": "repeated", "earlier": "2026-75-000001", "repeat_reason": "faults"}, "earlier"),
    ({"repeat_reason": "late"}, "repeat_reason"),
    ({"authority_document": "yes"}, "authority_document"),
    ({"kind": "letter"}, "kind"),
    ({"signature": "rubber"}, "signature"),
    ({"also_missing": "stamp"}, "also_missing"),
    ({"governed_by": "custom"}, "governed_by"),
)


@pytest.mark.parametrize(("typed", "field"), UNFITTING)
def test_what_does_not_fit_is_asked_again(enter: SignedIn, typed: dict[str, str], field: str) -> None:
    answer = sent(enter("almaty.registrar"), "", **typed)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#id_{field}"' in body
    assert f'id="id_{field}"' in body
    assert "Во дворе не горит свет.</textarea>" in body
    assert Proceeding.objects.count() == 0


@pytest.mark.norm("29I.40.2", "29I.40.3", "29I.10.1")
def test_what_the_paper_has_is_kept_and_shown(enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    said = {"signature": "none", "rep_surname": "Иной", "authority_document": "no", "governed_by": "criminal"}
    sent(registrar, "", **said, also_missing=["demands"])
    kept = Appeal.objects.get()
    assert kept.missing == ["signature", "authority", "demands"]
    page = registrar.get(reverse("proceeding", args=[kept.proceeding.number])).content.decode()
    for words in ("there is none", "authority of the representative", "UPK", "anonymous"):
        assert words in page, words


KIND_WORDS = (
    ("kk", "құқықтарын қалпына келтіруді"),
    ("ru", "требует восстановить или защитить"),
    ("en", "be restored or protected"),
)


@pytest.mark.norm("29I.2.19")
@pytest.mark.parametrize(("language", "words"), KIND_WORDS)
def test_each_kind_has_its_definition_beside_it(enter: SignedIn, language: str, words: str) -> None:
    body = enter("almaty.registrar", language).get(PAGE).content.decode()
    assert words in body
    for kind in ("application", "complaint", "message", "proposal", "feedback", "request", "petition"):
        assert f'id="id_kind_{kind}_is"' in body


@pytest.mark.norm("29I.61.6")
def test_no_field_about_a_person_must_be_filled(enter: SignedIn) -> None:
    body = enter("almaty.registrar").get(PAGE).content.decode()
    for name in ("iin", "surname", "given_name", "patronymic", "postal_address", "email", "phone"):
        label = re.search(rf'<label for="id_{name}">(.*?)</label>', body)
        assert label, name
        assert "(optional)" in label[1]
    assert "29I.61.6" in body


@pytest.mark.norm("29I.37")
def test_the_receipt_of_an_oral_appeal_leads_to_its_protocol(enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    body = registrar.get(sent(registrar, "", channel="oral")["Location"]).content.decode()
    protocol = IssuedPaper.objects.get(paper="oral_protocol")
    address = reverse("paper", args=[Proceeding.objects.get().number, protocol.serial])
    assert address in body
    assert registrar.get(address).getvalue() == pdf_of(protocol)
    assert "№ 1/2026" in registrar.get(reverse("proceeding", args=[Proceeding.objects.get().number])).content.decode()


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Pages/Kids[2 0 R 3 0 R 4 0 R]/Count 3>>endobj\n"
    b"2 0 obj<</Type /Page/Parent 1 0 R>>endobj\n3 0 obj<</Type/Page>>endobj\n4 0 obj<</Type/Page>>endobj\n%%EOF"
)


def test_a_scan_is_kept_with_its_pages_and_looked_at(enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    uploads = [SimpleUploadedFile("скан.pdf", PDF, "application/pdf"), SimpleUploadedFile("а.png", PNG, "image/png")]
    body = sent(registrar, "check", files=uploads).content.decode()
    assert "pages: 3" in body
    paper, picture = StoredFile.objects.order_by("pk")
    assert f'<img class="n-thumb" src="{reverse("scan", args=[picture.public_id])}" alt="">' in body
    for row, kind in ((paper, "application/pdf"), (picture, "image/png")):
        answer = registrar.get(reverse("scan", args=[row.public_id]))
        assert (answer.status_code, answer["Content-Type"], answer["X-Content-Type-Options"]) == (200, kind, "nosniff")
        assert answer["Content-Disposition"].startswith("inline")
        assert enter("almaty.head").get(reverse("scan", args=[row.public_id])).status_code == 404
    sent(registrar, "", kept=[str(paper.public_id), str(picture.public_id)])
    assert Proceeding.objects.get().files.count() == 2
    assert registrar.get(reverse("scan", args=[paper.public_id])).status_code == 404  # now a file of the case


def test_a_text_is_not_shown_as_a_page_of_ours(enter: SignedIn) -> None:
    registrar = enter("almaty.registrar")
    sent(registrar, "check", files=SimpleUploadedFile("a.txt", b"<b>text", "text/plain"))
    assert registrar.get(reverse("scan", args=[StoredFile.objects.get().public_id])).status_code == 404


PACKED = zlib.compress(b"<</Type/Pages/Count 12/Kids[]>> <</Type/Page>>")
PDFS = (
    (PDF, 3),
    (b"%PDF-1.4 2 0 obj<</Type /Page>>endobj 3 0 obj<</Type/Page /Parent 1 0 R>>endobj", 2),
    (b"%PDF-1.5 1 0 obj<</Type/ObjStm/N 2/Filter/FlateDecode>>stream\n" + PACKED + b"\nendstream endobj", 12),
    (b"%PDF-1.5 1 0 obj<</Type/ObjStm>>stream\nbroken\nendstream endobj", None),
    (b"%PDF-1.4 1 0 obj<</Count 7/Kids[]/Type/Pages>>endobj", 7),
    (b"", None),
)


@pytest.mark.parametrize(("content", "pages"), PDFS)
def test_pages_of_a_pdf(content: bytes, pages: int | None) -> None:
    assert pages_of_pdf(content) == pages


def tiff(order: str, pictures: int) -> bytes:
    little = order == "II"
    end: Any = "little" if little else "big"
    found = order.encode() + (42).to_bytes(2, end) + (8).to_bytes(4, end)
    for each in range(pictures):
        after = 8 + 6 * (each + 1) if each + 1 < pictures else 0
        found += (0).to_bytes(2, end) + after.to_bytes(4, end)
    return found


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        (tiff("II", 3), 3),
        (tiff("MM", 1), 1),
        (b"II*\0\x08\0\0\0\0\0\x08\0\0\0", 1),  # a chain that bites its tail
        (b"II*\0", None),
        (b"XX", None),
    ],
)
def test_pages_of_a_tiff(content: bytes, pages: int | None) -> None:
    assert pages_of_tiff(content) == pages
