"""Papers that the steps of the main line cause: what they say, what is sealed, who may have them, who may sign them."""

import datetime as dt
import hashlib
import re
from typing import Any

import pypdfium2
import pytest

from nadzor import clock
from nadzor.appeals.confirming import confirmed
from nadzor.casework.files import path_of
from nadzor.casework.models import Entry, Proceeding, StoredFile
from nadzor.casework.procedure import PROCEDURES
from nadzor.casework.refusals import Invalid
from nadzor.casework.sealing import canonical
from nadzor.papers import issuing, typesetting
from nadzor.papers.integrity import papers
from nadzor.papers.issuing import Issue, faults_of_steps, pdf_of
from nadzor.papers.models import IssuedPaper
from tests.house import MORNING, House, papers_may_change

pytestmark = pytest.mark.django_db
BODY = "Управление образования города-образца"


def of(number: str, paper: str) -> IssuedPaper:
    return IssuedPaper.objects.get(proceeding__number=number, paper=paper)


def said(row: IssuedPaper) -> str:
    read = pypdfium2.PdfDocument(pdf_of(row))
    return squeezed(" ".join(page.get_textpage().get_text_range() for page in read))


def squeezed(text: str) -> str:
    """A text without what lines break at."""
    return re.sub(r"[\s\u0002\u200b\ufffe-]+", "", text)


def assigned(house: House, **changes: Any) -> str:
    number = house.register(**changes).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


@pytest.mark.norm("29I.25.1")
@pytest.mark.norm("29I.25.2")
@pytest.mark.norm("29I.25.3")
def test_the_request_to_mend_and_the_return_say_what_they_must(house: House) -> None:
    number = house.register().number
    house.step("almaty.registrar", "ask_to_cure", number, missing=["signature"], words="Подпишите.", due="2026-03-12")
    text = said(of(number, "request_to_cure"))
    for words in (number, "подпись", "Подпишите.", "по 12 марта 2026 г. включительно", "будет вам возвращено"):
        assert squeezed(words) in text, words
    assert squeezed("Пробная Заявительница улица Примерная, 1") in text
    with clock.standing_at(MORNING + dt.timedelta(days=8)):
        house.step("almaty.head", "return_uncured", number, reason="Нет подписи")
    text = said(of(number, "return_letter"))
    for words in (number, "возвращается", "Нет подписи", "не препятствует новому обращению", "в течение трёх месяцев"):
        assert squeezed(words) in text, words


@pytest.mark.norm("29I.31.1")
@pytest.mark.norm("29I.31.2")
@pytest.mark.norm("29I.27.5")
def test_a_forwarding_makes_the_letter_and_the_notice_at_the_same_time(house: House) -> None:
    number = house.register().number
    house.step("almaty.head", "forward", number, body=BODY, reason="Вопрос в его компетенции")
    letter, notice = of(number, "forwarding_letter"), of(number, "forwarding_notice")
    assert (letter.day, letter.version, letter.to, letter.addressee) == (notice.day, notice.version, "outside", BODY)
    for words in (BODY, "Пробная Заявительница", "Вопрос в его компетенции", "по компетенции", number):
        assert squeezed(words) in said(letter), words
    for words in (BODY, "Пробная Заявительница", "улица Примерная, 1", "со дня, следующего за днём поступления"):
        assert squeezed(words) in said(notice), words
    assert "Сынақбаев" in letter.signed_by  # who made the step, by points 31 and 32
    anonymous = house.register(applicant={"type": "anonymous"}, signature="none").number
    house.step("almaty.head", "forward", anonymous, body=BODY, reason="Вопрос в его компетенции")
    assert not IssuedPaper.objects.filter(proceeding__number=anonymous, paper="forwarding_notice").exists()


@pytest.mark.norm("29I.62.1")
@pytest.mark.norm("29I.33.3")
def test_the_request_for_materials_is_signed_by_who_considers(house: House) -> None:
    number = assigned(house)
    data = {"addressee": BODY, "asked": "Смета и акты", "due": "2026-03-12"}
    house.step("almaty.executor1", "ask_for_materials", number, **data)
    row = of(number, "request_for_materials")
    assert row.signer_id == house.people["almaty.executor1"].pk
    for words in (BODY, "Смета и акты", "по 12 марта 2026 г. включительно", "проверочные материалы"):
        assert squeezed(words) in said(row), words


@pytest.mark.norm("29I.23.1")
@pytest.mark.norm("29I.26.2")
def test_the_applicant_is_told_of_the_registration_and_of_who_considers(house: House) -> None:
    number = assigned(house, language="kk")
    row = of(number, "registration_notice")
    assert (row.language, row.serial, row.number, row.signed_by, row.sha256) == ("kk", 1, f"{number}/1", "", "")
    on = f"2026 жылғы 5 наурызда № {number} болып тіркелді"
    for words in (number, on, "/follow/", "соңғы күні – 2026 жылғы 1 сәуір"):
        assert squeezed(words) in said(row), words
    told = of(number, "executor_notice")
    assert told.serial == 2
    assert house.people["almaty.executor1"].surname not in said(told), "no name of the staff goes out"


@pytest.mark.parametrize(("language", "paper"), [("ru", "ru"), ("kk", "kk"), ("en", "kk")])
@pytest.mark.norm("29I.85")
def test_a_paper_is_in_the_language_of_the_appeal_or_the_state_language(
    house: House, language: str, paper: str
) -> None:
    assert of(house.register(language=language).number, "registration_notice").language == paper


def test_what_was_issued_is_sealed_in_the_journal(house: House) -> None:
    number = house.register().number
    house.step("almaty.registrar", "ask_to_cure", number, missing=["signature"], due="2026-03-12")
    row = of(number, "request_to_cure")
    entry = Entry.objects.get(proceeding__number=number, proceeding_version=row.version)
    assert entry.step == "ask_to_cure"
    pdf = path_of(row.sha256).read_bytes()
    assert entry.data is not None
    assert entry.data["papers"] == [
        {
            "paper": "request_to_cure",
            "number": f"{number}/2",
            "data_sha256": hashlib.sha256(canonical(row.data)).hexdigest(),
            "pdf_sha256": hashlib.sha256(pdf).hexdigest(),
        }
    ]
    kept = StoredFile.objects.get(pk=row.file_id)
    assert (kept.proceeding.number if kept.proceeding else "", kept.name) == (number, f"{number}-2.pdf")
    assert (
        typesetting.typeset(
            "papers/typst/letter.typ", {**row.data, "qr": typesetting.qr(row.data["url"])}, at=row.made_at
        )
        == pdf
    )


def test_a_paper_that_was_changed_behind_the_journal_is_found(house: House) -> None:
    number = house.register().number
    house.step("almaty.registrar", "ask_to_cure", number, missing=["signature"], due="2026-03-12")
    assert list(papers()) == []
    row = of(number, "request_to_cure")
    changed = {**row.data, "title": "Иное"}
    digest = hashlib.sha256(canonical(changed)).hexdigest()
    for change in ({"data": changed}, {"data": changed, "data_sha256": digest}, {"file": None}):
        with papers_may_change():
            IssuedPaper.objects.filter(pk=row.pk).update(**change)
        assert [(fault.check, fault.where) for fault in papers()] == [("paper", row.number)]
        with papers_may_change():
            row.save()


def test_a_notice_that_nobody_signs_gives_the_same_bytes_each_time(house: House) -> None:
    row = of(house.register().number, "registration_notice")
    found = confirmed(row.code)
    assert found is not None
    assert pdf_of(row) == pdf_of(IssuedPaper.objects.get(pk=row.pk))
    assert found.sha256 == hashlib.sha256(pdf_of(row)).hexdigest()


def test_a_step_whose_paper_cannot_be_set_is_not_made(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    number = house.register().number

    def broken(*_said: Any, **_how: Any) -> bytes:
        raise typesetting.TypesettingError("letter.typ")

    monkeypatch.setattr(issuing, "set_again", broken)
    with pytest.raises(Invalid) as refused:
        house.step("almaty.registrar", "ask_to_cure", number, missing=["signature"], due="2026-03-12")
    assert "шаг не сделан" in refused.value.fields["paper"].ru
    assert Proceeding.objects.get(number=number).version == 1
    assert not Proceeding.objects.filter(parent__number=number).exists()


def test_every_paper_of_a_step_is_signed_by_who_may_make_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert faults_of_steps() == []
    step = PROCEDURES["appeal"].step_of["close"]
    object.__setattr__(step, "effects", (*step.effects, Issue("request_for_materials"), Issue("nothing")))
    try:
        assert faults_of_steps() == [
            "appeal.close issues request_for_materials, which others sign",
            "appeal.close issues nothing, which nobody has declared",
        ]
    finally:
        object.__setattr__(step, "effects", step.effects[:-2])
