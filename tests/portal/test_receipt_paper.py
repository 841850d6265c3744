"""The receipt of what was filed, as a paper: number, code, days, what comes next, in the language of the page."""

import re

import pypdfium2
import pytest
from django.urls import reverse

from nadzor.casework.models import Proceeding
from tests.house import House
from tests.portal.test_filing import Citizen

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "kk",
            (
                "анықтама № {number}",
                "Бақылау коды: {track}",
                "Қабылдаған прокуратура порталы",
                "2026 жылғы 1 сәуір, сәрсенбі",
            ),
        ),
        ("ru", ("Справка о приёме обращения № {number}", "Код отслеживания: {track}", "среда, 1 апреля 2026 г.")),
        ("en", ("Receipt of appeal No. {number}", "Code for following: {track}", "Wednesday, 1 April 2026")),
    ],
)
def test_the_receipt_as_a_paper(house: House, language: str, words: tuple[str, ...]) -> None:
    citizen = Citizen(language).filled()
    address = reverse("file-receipt-pdf", args=[citizen.ref])
    assert citizen.browser.get(address).status_code == 404  # nothing is sent yet
    citizen.send()
    row = Proceeding.objects.get()
    assert address in citizen.get("receipt").content.decode()
    answer = citizen.browser.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == f'attachment; filename="{row.number}.pdf"'
    said = re.sub(r"\s+", " ", pypdfium2.PdfDocument(answer.content)[0].get_textpage().get_text_range())
    for each in words:
        assert each.format(number=row.number, track=row.track) in said, each
    assert f"/follow/?code={row.track}" in said.replace(" ", "")
    assert "500101" not in said
    assert Citizen(language).begin().browser.get(address).status_code == 404  # another browser
    assert house.people
