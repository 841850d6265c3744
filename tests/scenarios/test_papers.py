"""What stands on the papers of a life: the words of the letter in its language, its number, its day, who signed."""

from typing import Any

import pypdfium2
import pytest

from nadzor.appeals.lives import lives, papers, player
from nadzor.appeals.models import AnswerGiven
from nadzor.casework.files import path_of
from nadzor.casework.models import Proceeding, StoredFile

pytestmark = pytest.mark.django_db
# scenario, label, which of its answers, words that its PDF carries (worked out from the file of the scenario)
ANSWERS: list[tuple[str, str, int, tuple[str, ...]]] = [
    (
        "application_on_the_portal",
        "letter",
        0,
        ("Шешім", "Үлгіұлы Дәурен", "әкімшілік әрекет жасау", "Әкімдік құрылысты тоқтатты", "27 сәуір", "Макетова"),
    ),
    (
        "answer_agreed",
        "letter",
        0,
        ("Решение", "Круговая Инесса", "по вторникам и пятницам", "15 июня 2026", "Макетова", "Право на обжалование"),
    ),
    ("signatory", "letter", 0, ("Несогласный Глеб", "отказать в удовлетворении", "не подтвердился", "Сынақбаев")),
    ("decision_of_the_kind", "application", 0, ("Шешім", "әкімшілік әрекет жасау", "16 сәуір")),
    ("taken_up_again", "letter", 0, ("Отказ в регистрации законен",)),
    ("taken_up_again", "letter", 1, ("Отказ отменён",)),
]


def words_of(file: StoredFile) -> str:
    with pypdfium2.PdfDocument(path_of(file.sha256).read_bytes()) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


@pytest.mark.parametrize(("name", "label", "which", "words"), ANSWERS)
def test_an_answer_says_it(laid: None, name: str, label: str, which: int, words: tuple[str, ...]) -> None:
    life = player(lives()[name])
    life.play()
    number = life.numbers[label]
    given = AnswerGiven.objects.filter(appeal__proceeding__number=number).order_by("version")[which]
    assert given.file is not None
    said = words_of(given.file)
    assert not [each for each in (number, *words) if each not in said], said


def test_a_protocol_is_set_anew_with_what_was_mended(laid: None) -> None:
    life = player(lives()["oral_protocol"])
    life.play()
    first, second = StoredFile.objects.filter(
        proceeding__number=life.numbers["letter"], name__startswith="Хаттама"
    ).order_by("pk")
    assert "Ауызшаева Гүл" in words_of(first)
    assert "Ауызшабаева Гүл" in words_of(second)
    assert "Баламды мектептен негізсіз шығарды" in words_of(second)


def test_a_paper_that_was_changed_or_lost_is_seen(laid: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    life = player(lives()["application_on_the_portal"])
    life.play()
    row = Proceeding.objects.get(number=life.numbers["letter"])
    assert papers(row) == ["answer kk"]
    other = tmp_path / "other.pdf"
    monkeypatch.setattr("nadzor.appeals.lives.path_of", lambda _digest: other)
    assert papers(row) == ["answer kk (lost)"]
    other.write_bytes(b"%PDF-1.7 another paper")
    assert papers(row) == ["answer kk (changed)"]
