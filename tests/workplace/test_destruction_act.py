"""The act of destruction on paper: its list, its signers, PDF/A, for those alone who see the matter."""

from typing import Any

import pypdfium2
import pytest

from nadzor import clock
from nadzor.casework import destroying
from nadzor.casework.kept import DestructionItem
from nadzor.casework.models import Look
from tests.casework.test_destruction import LATER, MEMBERS, act_of, approved, closed, folder, keep
from tests.house import House
from tests.workplace.conftest import SignedIn

__all__ = ["folder"]
pytestmark = pytest.mark.django_db


def paper(enter: SignedIn, login: str, matter: str, language: str) -> tuple[int, str, bytes]:
    """The status, the words on one line, the bytes."""
    answer = enter(login, language).get(f"/work/case/{matter}/act.pdf")
    if answer.status_code != 200:
        return answer.status_code, "", b""
    pages = pypdfium2.PdfDocument(answer.content)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    return answer.status_code, text, answer.content


@pytest.mark.parametrize(
    ("language", "title", "checked", "signed"),
    [
        ("ru", "Акт об уничтожении дел", "проверил(а) перечень", "подпись подтверждена в учётной записи"),
        ("kk", "Істерді жою туралы акт", "тексерді", "қолын есептік жазбасында растады"),
    ],
)
def test_the_act_names_its_cases_and_who_signed(  # noqa: PLR0917  # fixtures and the table
    house: House, folder: Any, enter: SignedIn, language: str, title: str, checked: str, signed: str
) -> None:
    keep(house)
    number, other = closed(house), closed(house, text="Другое дело.")
    with clock.standing_at(LATER):
        matter = approved(house)
        destroying.carry_out_all()
        status, text, pdf = paper(enter, "almaty.head", matter, language)
        assert status == 200
        for words in (title, matter, number, other, checked, signed, house.people["almaty.head"].short_name.split()[0]):
            assert words in text, words
        for login in MEMBERS:
            assert house.people[login].full_name in text
        assert b"pdfaid" in pdf  # for keeping
        assert Look.objects.filter(proceeding__number=matter, way="print").exists()
        assert paper(enter, "almaly.head", matter, language)[0] == 404


def test_before_the_approval_it_says_so_and_a_struck_case_stays_with_its_ground(
    house: House, folder: Any, enter: SignedIn
) -> None:
    keep(house)
    number = closed(house)
    with clock.standing_at(LATER):
        matter = destroying.propose_all()[0]
        members = [house.people[login].pk for login in MEMBERS]
        act_of(house, matter, "name_commission", "almaty.head", members=members)
        act_of(house, matter, "strike_out", MEMBERS[0], case=number, reason="Нужно суду.")
        assert not DestructionItem.objects.get(case__number=number).live
        text = paper(enter, "almaty.head", matter, "ru")[1]
    for words in ("не утверждён", "ещё не проверил(а)", "Нужно суду."):
        assert words in text, words


def test_no_other_matter_has_such_a_paper(house: House, enter: SignedIn) -> None:
    assert paper(enter, "almaty.head", house.register().number, "ru")[0] == 404
