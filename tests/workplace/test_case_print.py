"""A case printed as one file: the same as on its page, in the reader's language, nobody's number in it, logged."""

import hashlib
import re

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from nadzor.casework.files import store
from nadzor.casework.models import Look, Proceeding
from tests.house import House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db


def pages(client: Client, number: str) -> list[str]:
    answer = client.get(reverse("case-pdf", args=[number]))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    read = pypdfium2.PdfDocument(answer.content)
    return [re.sub(r"\s+", " ", each.get_textpage().get_text_range()) for each in read]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ru",
            (
                "Сроки",
                "Ответ заявителю",
                "среда, 1 апреля 2026 г.",
                "Участники",
                "Журнал, с первой записи",
                "Зарегистрировано",
                "Передано на рассмотрение",
                "По состоянию на 05.03.2026 10:00",
                "ИИН или БИН: ••••0101",
                "Страница дела:",
                "п. 54 Инструкции № 29",
            ),
        ),
        (
            "kk",
            (
                "Мерзімдер",
                "2026 жылғы 1 сәуір, сәрсенбі",
                "Қатысушылар",
                "Журнал, басынан бастап",
                "Жағдай: 05.03.2026 10:00",
                "ЖСН немесе БСН: ••••0101",
                "Істің беті:",
            ),
        ),
        ("en", ("Terms", "Wednesday, 1 April 2026", "Parties", "As of 05.03.2026 10:00", "IIN or BIN: ••••0101")),
    ],
)
def test_all_that_the_page_tells(house: House, enter: SignedIn, language: str, words: tuple[str, ...]) -> None:
    space = house.actor("almaty.registrar").key_space
    kept = store([b"%PDF-1.7 one"], name="жалоба.pdf", content_type="application/pdf", space=space)
    number = house.register(attachments=[{"id": str(kept.public_id)}]).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    asked = {"addressee": "Акимат", "asked": "Договоры", "due": "2026-03-12"}
    house.step("almaty.executor1", "ask_for_materials", number, **asked)
    said = pages(enter("almaty.executor1", language), number)
    whole = " ".join(said)
    common = (
        f"№ {number}",
        "Пробная Заявительница",
        "Во дворе третий месяц не горит свет",
        "Проверить и обязать починить.",
        "жалоба.pdf",
        hashlib.sha256(b"%PDF-1.7 one").hexdigest(),
        f"{number}.1",
        house.people["almaty.executor1"].full_name,
    )
    for each in (*common, *words):
        assert each in whole, each
    assert "960101500101" not in whole
    assert [f"{place} / {len(said)}" in page for place, page in enumerate(said, start=1)] == [True] * len(said)
    looks = Look.objects.filter(way="print", person=house.people["almaty.executor1"])
    assert [look.proceeding.number for look in looks] == [number]
    beside = " ".join(pages(enter("almaty.executor1", language), f"{number}.1"))
    assert all(each in beside for each in (f"{number}.1", number, "Договоры", "Акимат", "1 / 1"))


def test_the_answer_stands_once_and_signed(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.answer(number, text="Свет починят до мая.")
    whole = " ".join(pages(enter("almaty.head", "ru"), number))
    assert whole.count("Свет починят до мая.") == 1
    assert f"дать ответ по существу, Прокурор города {house.people['almaty.head'].full_name}" in whole
    assert "соблюдён" in whole


def test_whom_the_case_is_not_for(house: House, enter: SignedIn) -> None:
    number = house.register().number
    assert enter("almaty.executor1").get(reverse("case-pdf", args=[number])).status_code == 404
    assert enter("almaty.head").get(reverse("case-pdf", args=["2026-75-999999"])).status_code == 404
    assert Client().get(reverse("case-pdf", args=[number])).status_code == 302
    assert not Look.objects.filter(way="print").exists()
    page = enter("almaty.head").get(reverse("proceeding", args=[number])).content.decode()
    assert reverse("case-pdf", args=[number]) in page


@pytest.mark.parametrize(
    "text",
    [
        "а" * 3000,  # one word that no line holds
        "#set page(width: 1cm) *не жирный* $x^2$ @ссылка <метка> \\ // [скобки]",
        "Слово \u202e справа налево \ufdfa 😀 漢字",
        "строка\n" * 200,
        "слово " * 30_000,
    ],
)
def test_whatever_was_written_is_printed(house: House, enter: SignedIn, text: str) -> None:
    number = house.register(text=text, demands="").number
    said = pages(enter("almaty.head", "ru"), number)
    assert "Журнал" in " ".join(said)
    if "жирный" in text:
        assert "#set page(width: 1cm) *не жирный* $x^2$ @ссылка <метка> \\ // [скобки]" in " ".join(said)


def test_the_receipt_as_a_paper(house: House, enter: SignedIn) -> None:
    done = house.register()
    track = Proceeding.objects.get(number=done.number).track
    registrar = enter("almaty.registrar", "kk")
    address = reverse("receipt-pdf", args=[done.number])
    assert address in registrar.get(reverse("receipt", args=[done.number])).content.decode()
    answer = registrar.get(address)
    read = pypdfium2.PdfDocument(answer.content)
    said = re.sub(r"\s+", " ", read[0].get_textpage().get_text_range())
    for words in (
        f"Жолданымды қабылдау туралы анықтама № {done.number}",
        str(track),
        "2026 жылғы 5 наурыз, 09:14",
        "2026 жылғы 5 наурыз, бейсенбі",
        "соңғы күн: 2026 жылғы 1 сәуір, сәрсенбі",
        "Жолданым орындаушыға беріледі",
        house.people["almaty.registrar"].full_name,
    ):
        assert words in said, words
    assert f"http://testserver/follow/?code={track}" in said.replace(" ", "")
    assert enter("almaty.head").get(address).status_code == 404  # the code is the applicant's
    assert Look.objects.filter(way="print", what="receipt").count() == 1
