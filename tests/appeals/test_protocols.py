"""The protocol of an oral appeal (29I.37): numbered, by whom, what was said, in the language of the talk."""

from typing import Any

import pypdfium2
import pytest

from nadzor.appeals.confirming import confirmed
from nadzor.appeals.models import OralProtocol
from nadzor.casework import files
from nadzor.casework.act import Act
from nadzor.casework.models import Entry, StoredFile
from nadzor.casework.perform import perform
from nadzor.casework.refusals import ForbiddenByLaw, NoRight
from nadzor.papers import typesetting
from nadzor.papers.integrity import papers
from nadzor.papers.models import IssuedPaper
from tests.house import LETTER, House

pytestmark = pytest.mark.django_db


def said_in(row: StoredFile) -> str:
    read = pypdfium2.PdfDocument(files.path_of(row.sha256))
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in read)


def protocols(number: str) -> list[StoredFile]:
    return list(StoredFile.objects.filter(proceeding__number=number).order_by("pk"))


# The language of the talk; the title, the words to be signed under, the day, the file.
LANGUAGES = (
    ("kk", "Ауызша жолданым хаттамасы", "Менің сөзімнен дұрыс жазылды", "2026 жылғы 5 наурыз", "Хаттама 1-2026.pdf"),
    ("ru", "Протокол устного обращения", "С моих слов записано верно", "5 марта 2026 г.", "Протокол 1-2026.pdf"),
    (
        "en",
        "Protocol of an oral appeal",
        "What I said is written down correctly",
        "5 March 2026",
        "Protocol 1-2026.pdf",
    ),
)


@pytest.mark.norm("29I.37", "29I.38", "29I.39", "29I.40.1", "29I.40.2")
@pytest.mark.parametrize(("language", "title", "signed", "day", "name"), LANGUAGES)
def test_an_oral_appeal_has_its_protocol(  # noqa: PLR0917  # the columns of the table
    house: House, language: str, title: str, signed: str, day: str, name: str
) -> None:
    number = house.register(
        channel="oral", language=language, complained_of=[{"name": "Образцов О. О.", "post": "инспектор"}]
    ).number
    kept = OralProtocol.objects.get(appeal__proceeding__number=number)
    assert (kept.serial, kept.year, kept.received_by) == (1, 2026, house.people["almaty.registrar"].full_name)
    (file,) = protocols(number)
    assert (file.name, file.content_type) == (name, "application/pdf")
    text = said_in(file)
    for part in (
        *(title, signed, day, "1/2026", number, kept.received_by, "960101500101", "улица Примерная, 1"),
        *("Пробная Заявительница", "Во дворе третий месяц не горит свет", "Проверить и обязать починить"),
        *("Образцов О. О., инспектор", "10:00"),
    ):
        assert part in text, part
    entry = Entry.objects.get(proceeding__number=number, step="register")
    assert (entry.data["protocol"], entry.data["files"]) == ("1/2026", [file.sha256])


@pytest.mark.norm("29I.37")
def test_protocols_are_numbered_in_each_office_and_year(house: House) -> None:
    def serial(**changes: Any) -> tuple[int, int]:
        number = house.register(**{"channel": "oral", **changes}).number
        kept = OralProtocol.objects.get(appeal__proceeding__number=number)
        return kept.serial, kept.year

    assert [serial(), serial(text="Второе.")] == [(1, 2026), (2, 2026)]
    assert serial(login="almaly.registrar", addressed_to="751110-district") == (1, 2026)
    assert serial(text="Третье.") == (3, 2026)


@pytest.mark.parametrize("channel", ["paper", "portal", "call_centre", "email", "reception", "video"])
def test_only_an_oral_one_has_a_protocol(house: House, channel: str) -> None:
    number = house.register(channel=channel).number
    assert protocols(number) == []
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step("almaty.registrar", "draw_protocol", number)
    assert refused.value.cites == ("29I.37",)


def test_uploads_and_the_protocol_are_kept_side_by_side(house: House) -> None:
    space = house.actor("almaty.registrar").key_space
    scan = files.store([b"%PDF-1.7 scan"], name="скан.pdf", content_type="application/pdf", space=space)
    number = house.register(channel="oral", attachments=[{"id": str(scan.public_id)}]).number
    found = protocols(number)
    assert [file.name for file in found] == ["скан.pdf", "Протокол 1-2026.pdf"]
    entry = Entry.objects.get(proceeding__number=number, step="register")
    assert entry.data["files"] == sorted(file.sha256 for file in found)


def test_drawn_anew_it_keeps_its_number_and_says_what_was_mended(house: House) -> None:
    number = house.register(channel="oral").number
    house.step("almaty.registrar", "correct", number, field="surname", value="Исправленная", reason="Описка")
    house.step("almaty.registrar", "draw_protocol", number)
    first, second = protocols(number)
    assert "Исправленная" in said_in(second)
    assert "Исправленная" not in said_in(first)
    assert "1/2026" in said_in(second)
    with pytest.raises(NoRight):
        house.step("almaty.head", "draw_protocol", number)


def test_what_cannot_be_printed_is_registered_all_the_same(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_more: object) -> bytes:
        raise typesetting.TypesettingError("papers/typst/protocol.typ")

    with monkeypatch.context() as patched:
        patched.setattr("nadzor.appeals.protocol.typeset", broken)
        number = house.register(channel="oral").number
    assert protocols(number) == []
    assert OralProtocol.objects.get(appeal__proceeding__number=number).serial == 1
    house.step("almaty.registrar", "draw_protocol", number)
    assert [file.name for file in protocols(number)] == ["Протокол 1-2026.pdf"]


def test_a_click_twice_makes_one_protocol(house: House) -> None:
    act = Act("appeal", "register", house.actor("almaty.registrar"), {**LETTER, "channel": "oral"}, key="once")
    assert perform(act).number == perform(act).number
    assert OralProtocol.objects.count() == 1


def test_anyone_may_ask_whether_a_protocol_is_ours(house: House) -> None:
    number = house.register(channel="oral").number
    (row,) = IssuedPaper.objects.filter(paper="oral_protocol")
    (file,) = protocols(number)
    found = confirmed(row.code)
    assert found is not None
    assert (found.number, found.sha256, found.newer) == ("1/2026", file.sha256, False)
    assert f"/confirm/{row.code}/" in row.data["url"]
    house.step("almaty.registrar", "draw_protocol", number)
    again = confirmed(row.code)
    assert again is not None
    assert again.newer, "drawn anew"
    assert list(papers()) == []
