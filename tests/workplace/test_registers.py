"""Registers as books: who reads them, their periods, what a volume prints, the sheet at its end, the access log."""

import datetime as dt
import re
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from nadzor import clock
from nadzor.casework import books
from nadzor.casework.models import Look, Register
from tests.house import MORNING, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
BOOK = ("750000-oblast", "appeals", 2026)
PAGE, PDF = reverse("register", args=BOOK), reverse("register-pdf", args=BOOK)


def on(house: House, day: str, **said: Any) -> str:
    """Register a letter that arrives and is entered on a day."""
    at = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(10), MORNING.tzinfo)
    with clock.standing_at(at):
        return house.register(received_at=f"{day}T09:14:00+05:00", text=f"О {day} {said}", **said).number


def texts(content: bytes) -> list[str]:
    """The text of each page of a PDF, its spaces made one."""
    read = pypdfium2.PdfDocument(content)
    return [re.sub(r"\s+", " ", each.get_textpage().get_text_range()) for each in read]


def volume(client: Client, query: str = "") -> list[str]:
    answer = client.get(PDF + query)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"].startswith("attachment;")
    return texts(answer.content)


# A registrar, the leaders and the security officer of the office; nobody of its units, nobody of another office.
@pytest.mark.parametrize(
    ("login", "status"),
    [
        ("almaty.registrar", 200),
        ("almaty.head", 200),
        ("almaty.deputy", 200),
        ("almaty.security", 200),
        ("almaty.executor1", 404),
        ("almaty.admin", 404),
        ("almaly.head", 404),
        ("gpo.registrar", 404),
    ],
)
def test_who_reads_a_book(house: House, enter: SignedIn, login: str, status: int) -> None:
    house.register()
    reader = enter(login, "ru")
    assert [reader.get(address).status_code for address in (PAGE, PDF)] == [status] * 2
    listed = reader.get(reverse("registers"))
    assert (PAGE in listed.content.decode()) == (status == 200)
    named = reverse("registers") in reader.get(reverse("inbox")).content.decode()
    assert named == (listed.status_code == 200)  # the link stands only for those who read some book
    assert Look.objects.filter(way="book").count() == (1 if status == 200 else 0)


def test_who_reads_no_book_at_all_is_told_who_does(house: House, enter: SignedIn) -> None:
    assert "Registers are read by" in enter("almaty.executor1").get(reverse("registers")).content.decode()
    assert enter("almaty.executor1").get(reverse("registers")).status_code == 403
    assert Client().get(PDF).status_code == 302
    assert house.people


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("", {"2026-01-30", "2026-02-02", "2026-03-31", "2026-04-01"}),
        ("m01", {"2026-01-30"}),
        ("m02", {"2026-02-02"}),
        ("m03", {"2026-03-31"}),
        ("m04", {"2026-04-01"}),
        ("q1", {"2026-01-30", "2026-02-02", "2026-03-31"}),
        ("q2", {"2026-04-01"}),
        ("q3", set()),
    ],
)
def test_both_sides_of_a_period(house: House, enter: SignedIn, period: str, days: set[str]) -> None:
    entered = {day: on(house, day) for day in ("2026-01-30", "2026-02-02", "2026-03-31", "2026-04-01")}
    with clock.standing_at(MORNING + dt.timedelta(days=60)):
        reader = enter("almaty.registrar", "ru")
        page = reader.get(PAGE, {"period": period}).content.decode()
        printed = " ".join(volume(reader, f"?period={period}"))
    for day, number in entered.items():
        assert (number in page, number in printed) == (day in days, day in days), day
    assert ("За этот период записей нет." in printed) == (not days)
    assert f"Напечатано записей {len(days)} " in printed


def test_the_last_and_the_first_day_of_a_month(house: House) -> None:
    for year, month, last in ((2026, 2, 28), (2028, 2, 29), (2026, 12, 31), (2026, 4, 30)):
        period = books.periods(year)[f"m{month:02}"]
        assert (period.first, period.last) == (dt.date(year, month, 1), dt.date(year, month, last))
    quarters = [books.periods(2026)[f"q{n}"] for n in (1, 2, 3, 4)]
    assert [(each.first, each.last) for each in quarters] == [
        (dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
        (dt.date(2026, 4, 1), dt.date(2026, 6, 30)),
        (dt.date(2026, 7, 1), dt.date(2026, 9, 30)),
        (dt.date(2026, 10, 1), dt.date(2026, 12, 31)),
    ]
    assert house.people


@pytest.mark.parametrize("query", ["?period=m13", "?period=x", "?volume=2", "?volume=0", "?volume=x", "?volume=-1"])
def test_what_is_no_volume(house: House, enter: SignedIn, query: str) -> None:
    house.register()
    reader = enter("almaty.registrar")
    assert reader.get(PDF + query).status_code == 404
    assert reader.get(PAGE + query).status_code == 200
    assert reader.get(reverse("register", args=["750000-oblast", "appeals", 2025])).status_code == 404
    assert reader.get(reverse("register", args=["750000-oblast", "structure", 2026])).status_code == 404
    assert reader.get("/work/registers/750000-oblast/appeals/99999999999999999999/").status_code == 404


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_volume_in_both_languages(house: House, enter: SignedIn, language: str) -> None:
    number = house.register(kind="complaint").number
    register = Register.objects.get(book="appeals")
    first, last = volume(enter("almaty.registrar", language))
    for words in (
        "Жолданымдарды тіркеу кітабы. Алматы",
        "Книга регистрации обращений. Прокуратура",
        "Тіркеу нөмірі Номер регистрации",
        "Келіп түсті Поступило",
        "Өтініш беруші, мекенжайы Заявитель, адрес",
        "шағым / жалоба",
        "қағаз түрінде / на бумаге",
        "Тіркелді / Зарегистрировано",
        "05.03.2026 09:14",
        "По состоянию на 05.03.2026 10:00",
        f"1 {number}",
        "Пробная Заявительница",
        "улица Примерная, 1",
        "••••0101",
        "1 / 2",
    ):
        assert words in first
    assert "960101500101" not in first
    for words in (
        "Заверительный лист",
        "Куәландыру парағы",
        "листов (с этим листом): 2",
        "(осы парақты қоса): 2",
        "750000-oblast/appeals/2026",
        bytes(register.head).hex(),
        "Последний номер, данный в книге 1 ",
        house.people["almaty.registrar"].full_name,
        "2 / 2",
    ):
        assert words in last


def test_annulled_and_corrected_lines_say_so(house: House, enter: SignedIn) -> None:
    gone, mended, plain = house.register().number, house.register(text="Второе").number, house.register(text="3").number
    house.step("almaty.head", "annul", gone, reason="Внесено дважды.")
    house.step("almaty.registrar", "correct", mended, field="surname", value="Опытная", reason="Описка.")
    house.step("almaty.registrar", "correct", mended, field="iin", value="960101500102", reason="Цифра.")
    reader = enter("almaty.head", "ru")
    said = " ".join(volume(reader))
    head = house.people["almaty.head"].full_name
    assert f"Тіркеу жойылған / Регистрация аннулирована, 05.03.2026. Внесено дважды. ({head})" in said
    assert "Түзетілген: Тегі / Исправлено: Фамилия, 05.03.2026, Пробная → Опытная. Описка." in said
    assert "Исправлено: ИИН или БИН, 05.03.2026. Цифра." in said
    assert ("960101500101" in said, "960101500102" in said) == (False, False)  # the number stays masked
    assert said.count("Регистрация аннулирована") == 2  # the mark and the state of that line alone
    assert plain in said
    assert "Registration annulled, 05.03.2026. Внесено дважды." in enter("almaty.head").get(PAGE).content.decode()


def test_the_security_officer_sees_numbers_but_nobody(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step("almaty.registrar", "correct", number, field="surname", value="Опытная", reason="Со слов Пробной.")
    reader = enter("almaty.security", "ru")
    for said in (" ".join(volume(reader)), reader.get(PAGE).content.decode()):
        assert number in said
        assert "скрыто" in said
        assert "Исправлено: Фамилия, 05.03.2026 (" in said
        for secret in ("Пробная", "Пробной", "Опытная", "Примерная", "0101", "не горит свет"):
            assert secret not in said, secret
    assert reverse("proceeding", args=[number]) not in reader.get(PAGE).content.decode()


def test_each_printed_case_is_in_the_access_log(house: House, enter: SignedIn) -> None:
    house.register()
    house.register(text="Второе")
    volume(enter("almaty.head"), "?period=m03")
    looks = Look.objects.filter(way="book", person=house.people["almaty.head"])
    assert {look.proceeding.register_number for look in looks} == {1, 2}
    assert {look.what for look in looks} == {"750000-oblast/appeals/2026, март 2026 г., 1–2"}
    assert "printed in the book" in enter("almaty.security").get(reverse("access-log")).content.decode()


def test_pages_and_volumes_by_the_cursor(house: House, enter: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "VOLUME", 2)
    monkeypatch.setattr("nadzor.workplace.registers.PAGE", 2)
    monkeypatch.setattr("nadzor.workplace.registers.COUNTED", 3)
    numbers = [on(house, f"2026-03-0{day}") for day in (2, 3, 4, 5)]
    late = on(house, "2026-04-01")
    with clock.standing_at(MORNING + dt.timedelta(days=60)):
        reader = enter("almaty.head")
        first = reader.get(PAGE).content.decode()
        assert "More than 1,000, in the order of numbers" in first
        assert [each in first for each in (*numbers, late)] == [True, True, False, False, False]
        assert "?after=2" in first
        second = reader.get(PAGE, {"after": "2"}).content.decode()
        assert [each in second for each in (*numbers, late)] == [False, False, True, True, False]
        assert [f"volume={n}" in first for n in (1, 2, 3, 4)] == [True, True, True, False]
        printed = [" ".join(volume(reader, f"?volume={n}")) for n in (1, 2, 3)]
        assert [[each in said for each in (*numbers, late)] for said in printed] == [
            [True, True, False, False, False],
            [False, False, True, True, False],
            [False, False, False, False, True],
        ]
        assert "Том 2 из 3." in printed[1]
        assert "Том 2 из 2." in " ".join(volume(reader, "?period=m03&volume=2"))
