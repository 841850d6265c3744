"""Many papers registered together: rows from a table or by hand, each checked, each registered once."""

import io
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from nadzor import clock
from nadzor.casework.models import Proceeding, StoredFile
from nadzor.workplace.many import keeping, making
from nadzor.workplace.many.models import PaperBatch, PaperRow
from nadzor.workplace.many.reading import MOST, read_table, read_text, sample
from tests.house import MORNING, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
REGISTRAR = "almaty.registrar"
COMMON = {
    "received_at": "05.03.2026 09:30",
    "channel": "paper",
    "language": "ru",
    "type": "person",
    "kind": "application",
    "addressed_to": "750000-oblast",
}
TABLE = """Фамилия или организация\tАты\tIIN or BIN\tТекст\tФайл\tЦвет
Первая\tАнна\t960101500101\tВо дворе не горит свет.\tодин.pdf\tсиний
Вторая\tАсель\t\tНе вывозят мусор.\t\t
\t\t\tНет фамилии.\t\t
Четвёртая\tМария\t\t\t\t
"""


def pdf(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, f"%PDF-1.7 {name}".encode(), content_type="application/pdf")


def begun(client: Client, **more: Any) -> PaperBatch:
    answer = client.post(reverse("many"), {**COMMON, "key": uuid.uuid4().hex, **more})
    assert answer.status_code == 302
    return PaperBatch.objects.latest("pk")


def add(client: Client, batch: PaperBatch, **data: Any) -> Any:
    return client.post(reverse("papers", args=[batch.public_id]), {"add": "1", **data}, follow=True)


def register(client: Client, batch: PaperBatch) -> None:
    client.post(reverse("papers", args=[batch.public_id]), {"register": "1"})
    making.register(batch.pk)
    batch.refresh_from_db()


def test_rows_are_checked_one_by_one_and_the_good_ones_are_registered(house: House, enter: SignedIn) -> None:
    client = enter(REGISTRAR, "ru")
    batch = begun(client)
    page = add(client, batch, pasted=TABLE, files=[pdf("один.pdf"), pdf("2 мусор.pdf"), pdf("лишний.pdf")])
    shown = page.content.decode()
    warned = shown[: shown.index("Эти столбцы не распознаны и не взяты: Цвет.")]
    assert warned.rindex("n-said-warning") > warned.rindex("Добавлено бумаг")  # no tick of success beside what is lost
    assert "Готово к регистрации: <strong>2</strong>" in shown
    assert "Нужно исправить: <strong>2</strong>" in shown
    assert "Текст: Заполните это поле." in shown
    assert "лишний.pdf" in shown
    register(client, batch)
    rows = list(batch.rows.order_by("place"))
    assert [bool(row.number) for row in rows] == [True, True, False, False]
    first = Proceeding.objects.get(number=rows[0].number)
    assert (first.applicant, first.kind, first.registrar_id) == (
        "Первая Анна",
        "application",
        house.people[REGISTRAR].pk,
    )
    assert [each.name for each in first.files.exclude(name__startswith=first.number)] == ["один.pdf"]
    second = Proceeding.objects.get(number=rows[1].number)
    assert [each.name for each in second.files.exclude(name__startswith=second.number)] == ["2 мусор.pdf"]
    assert (rows[0].said, rows[0].file) == ({}, None)  # the appeal has them now
    shown = client.get(reverse("papers", args=[batch.public_id])).content.decode()
    for number in (first.number, second.number):
        assert number in shown
    assert str(first.track) in shown
    assert "Зарегистрировано: <strong>2</strong>" in shown


def test_what_is_mended_is_registered_with_the_next_press_and_nothing_twice(house: House, enter: SignedIn) -> None:
    client = enter(REGISTRAR, "ru")
    batch = begun(client)
    add(client, batch, pasted=TABLE)
    for _ in range(2):
        register(client, batch)
    assert Proceeding.objects.filter(procedure="appeal").count() == 2
    address = reverse("paper-row", args=[batch.public_id, 4])
    assert client.post(address, {**COMMON, "surname": "Четвёртая", "text": ""}).status_code == 422
    row = batch.rows.get(place=4)
    assert row.said["surname"] == "Четвёртая"  # what was typed stays
    said = {**COMMON, "language": "kk", "surname": "Четвёртая", "text": "Жарық жоқ.", "next": "1"}
    assert client.post(address, said)["Location"] == reverse("papers", args=[batch.public_id])
    register(client, batch)
    assert Proceeding.objects.filter(procedure="appeal").count() == 3
    number = batch.rows.get(place=4).number
    assert Proceeding.objects.get(number=number).appeal.language == "kk"  # the row’s own, not that of all
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("breaks_before_the_row_is_kept", [True, False])
def test_a_killed_worker_registers_nothing_twice(
    house: House, enter: SignedIn, monkeypatch: pytest.MonkeyPatch, breaks_before_the_row_is_kept: bool
) -> None:
    client = enter(REGISTRAR)
    batch = begun(client)
    add(client, batch, pasted=TABLE)
    client.post(reverse("papers", args=[batch.public_id]), {"register": "1"})
    save = PaperRow.save

    def dies(row: PaperRow, **more: Any) -> None:
        if not breaks_before_the_row_is_kept:
            save(row, **more)
        raise KeyboardInterrupt

    monkeypatch.setattr(PaperRow, "save", dies)
    with pytest.raises(KeyboardInterrupt):
        making.register(batch.pk)
    monkeypatch.undo()
    assert Proceeding.objects.filter(procedure="appeal").count() == 1
    with clock.standing_at(MORNING.replace(hour=12)):
        page = client.get(reverse("papers", args=[batch.public_id])).content.decode()
        assert "nothing is registered twice" in page
        client.post(reverse("papers-again", args=[batch.public_id]))
        making.register(batch.pk)
    assert Proceeding.objects.filter(procedure="appeal").count() == 2
    assert batch.rows.exclude(number="").count() == 2


def test_the_bar_moves_without_script_and_with_it(house: House, enter: SignedIn) -> None:
    client = enter(REGISTRAR)
    batch = begun(client)
    add(client, batch, pasted=TABLE)
    client.post(reverse("papers", args=[batch.public_id]), {"register": "1"})
    shown = client.get(reverse("papers", args=[batch.public_id])).content.decode()
    assert "Show how far it is now" in shown
    assert '<progress id="batch-bar" value="0" max="2">' in shown
    assert 'name="add"' not in shown  # nothing is changed meanwhile
    assert client.post(reverse("papers", args=[batch.public_id]), {"add": "1", "pasted": TABLE}).status_code == 422
    bar = reverse("papers-progress", args=[batch.public_id])
    assert client.get(bar).status_code == 200
    assert client.get(bar, {"at": "queued-0"}).status_code == 204
    making.register(batch.pk)
    done = client.get(bar)
    assert (done.status_code, done["HX-Refresh"]) == (204, "true")


def test_another_registrar_sees_nothing_of_it(house: House, enter: SignedIn) -> None:
    batch = begun(enter(REGISTRAR))
    for who in ("almaty.head", "almaty.executor1"):
        assert enter(who).get(reverse("papers", args=[batch.public_id])).status_code == 404
    assert enter("almaty.executor1").get(reverse("many")).status_code == 404


def test_the_same_person_and_the_same_paper_are_told(house: House, enter: SignedIn) -> None:
    house.register()
    client = enter(REGISTRAR, "ru")
    batch = begun(client)
    again = "Фамилия или организация\tЖСН немесе БСН\tТекст\n" + "Пробная\t960101500101\tСнова о свете.\n" * 2
    shown = add(client, batch, pasted=again).content.decode()
    assert "Прежние обращения этого лица: 1." in shown
    assert "То же, что в строке 1" in shown


def test_a_workbook_is_read_as_people_fill_it(house: House) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Фамилия или организация", "ИИН или БИН", "Как поступило", "Поступило", "Текст", "Вид обращения"])
    sheet.append(["Пробная", 10101500101, "поштамен", clock.now().replace(tzinfo=None), "=1+1", "жалоба"])
    sheet.append([None, None, None, None, None, None])
    kept = io.BytesIO()
    book.save(kept)
    found = read_table(kept.getvalue(), "бумаги.xlsx")
    (row,) = found.rows
    assert row["iin"] == "010101500101"  # a table drops the zero in front
    assert row["kind"] == "complaint"
    assert not found.told


@pytest.mark.parametrize(
    "head",
    [
        "Фамилия\tИИН\tАдрес\tВид\tТребования\tТекст",
        "Тегі\tБСН\tМекенжай\tТүрі\tТалаптары\tМәтіні",
        "Surname\tIIN\tAddress\tKind\tDemands\tText",
    ],
)
def test_columns_are_known_by_the_short_titles_of_people_s_own_tables(house: House, head: str) -> None:
    found = read_table(f"{head}\nПробная\t960101500101\tг. Алматы\tжалоба\tПроверить\tСвета нет\n".encode(), "a.csv")
    (row,) = found.rows
    assert row == {
        "surname": "Пробная",
        "iin": "960101500101",
        "postal_address": "г. Алматы",
        "kind": "complaint",
        "demands": "Проверить",
        "text": "Света нет",
    }
    assert not found.told


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"PK\x03\x04broken", "a.xlsx", "Таблица не прочитана"),
        (b"\xd0\xcf\x11\xe0", "a.xls", "Таблица не прочитана"),
        (b"", "a.csv", "Таблица не прочитана"),
        ("Цвет;Размер\nсиний;большой\n".encode(), "a.csv", "нет знакомых названий"),
        ("Текст;ИИН или БИН\n".encode("cp1251"), "a.csv", "В таблице нет строк."),
    ],
)
def test_a_table_that_says_nothing_is_told(content: bytes, name: str, words: str) -> None:
    found = read_table(content, name)
    assert not found.rows
    assert words in found.told[-1].ru


def test_the_sample_is_understood_whole() -> None:
    for lang in ("kk", "ru", "en"):
        found = read_table(sample(lang), "x.xlsx")  # type: ignore[arg-type]
        assert [each.ru for each in found.told] == ["В таблице нет строк."]


def test_more_than_the_most_is_told_and_left(house: House, enter: SignedIn) -> None:
    client = enter(REGISTRAR, "ru")
    batch = begun(client)
    rows = read_text("Текст\n" + "Свет\n" * (MOST + 2)).rows
    (said,) = keeping.add_rows(batch, rows)
    assert "их 2" in said.ru
    assert batch.rows.count() == MOST


def test_what_nobody_touches_goes_with_its_files(house: House, enter: SignedIn) -> None:
    client = enter(REGISTRAR)
    batch = begun(client)
    add(client, batch, pasted=TABLE, files=[pdf("один.pdf")])
    assert StoredFile.objects.filter(space=batch.space).count() == 1
    assert keeping.sweep() == 0
    with clock.standing_at(MORNING.replace(month=5)):
        assert keeping.sweep() == 1
    assert not StoredFile.objects.filter(space=batch.space).exists()


def test_a_batch_is_begun_once_and_dropped(house: House, enter: SignedIn) -> None:
    client = enter(REGISTRAR)
    key = uuid.uuid4().hex
    first, second = (client.post(reverse("many"), {**COMMON, "key": key})["Location"] for _ in range(2))
    assert first == second
    batch = PaperBatch.objects.get()
    client.post(first, {"hand": "1"})
    assert batch.rows.count() == 1
    client.post(first, {"drop": "1"})
    assert not PaperBatch.objects.exists()
