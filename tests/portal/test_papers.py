"""The papers of an appeal on the page of its applicant, and the page that confirms them to anyone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nadzor.casework.files import path_of
from nadzor.papers.models import IssuedPaper
from tests.house import House

pytestmark = pytest.mark.django_db


def test_the_applicant_takes_the_papers_and_anyone_confirms_them(house: House) -> None:
    done = house.register(channel="portal")
    number, visitor = done.number, Client(headers={"Accept-Language": "en"})
    house.step("almaty.registrar", "ask_to_cure", number, missing=["signature"], due="2026-03-12")
    assert visitor.post(reverse("paper-pdf")).status_code == 302, "without the code there is nothing to give"
    told = visitor.post(reverse("follow"), {"code": done.answers[0]["track"]}, follow=True).content.decode()
    assert "Papers for you" in told
    assert f"Request to mend, No. {number}/2" in told
    wrong = visitor.post(reverse("paper-pdf"), {"paper": f"{number}/1", "paper_surname": "Другая"})
    assert (wrong.status_code, "The surname is not that of the appeal" in wrong.content.decode()) == (422, True)
    assert f'value="{number}/1" checked' in wrong.content.decode(), "what was chosen stays"
    row = IssuedPaper.objects.get(paper="request_to_cure")
    got = visitor.post(reverse("paper-pdf"), {"paper": row.number, "paper_surname": "пробная"})
    assert got.content == path_of(row.sha256).read_bytes()
    assert got["Content-Disposition"] == f'attachment; filename="{number}-2.pdf"'
    page = Client(headers={"Accept-Language": "en"}).get(reverse("confirm", args=[row.code])).content.decode()
    for words in ("Yes, this paper is ours.", "Request to mend", row.number, row.sha256):
        assert words in page, words
    assert "Пробная" not in page
    assert "подпись" not in page
    own = visitor.post(reverse("confirm", args=[row.code]), {"file": as_file(got.content)}).content.decode()
    assert "The file is the one that was signed." in own
    other = visitor.post(reverse("confirm", args=[row.code]), {"file": as_file(b"%PDF-1.7")}).content.decode()
    assert "The file differs from the one that was signed." in other


def as_file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("a.pdf", content)
