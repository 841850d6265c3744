"""How an appeal ends beside its answer, played whole by the points behind it; chains and texts found by their likeness.

Source: 29I.2, 28.10-28.12, 35, 42, 48, 57-59; APPK 64 (9), 70.
"""

import random

import pytest
from django.db.models import Count

from nadzor.appeals.comparing import compared_paper
from nadzor.appeals.enclosed import enclosures
from nadzor.appeals.ends.chain import chain_of
from nadzor.appeals.ends.likeness import HELD_BY, MOST, forget, like
from nadzor.appeals.ends.models import TextKey
from nadzor.appeals.following import followed, paper_for
from nadzor.appeals.lives import lives, player
from nadzor.appeals.papers_written import TERMINATION
from nadzor.appeals.parts import part_titles
from nadzor.appeals.rights import SIGNS_TERMINATION
from nadzor.appeals.written_steps import to_send
from nadzor.casework import integrity
from nadzor.casework.loading import case_of
from nadzor.casework.models import Entry, Notice, Proceeding
from nadzor.casework.refusals import ForbiddenByLaw, NoRight
from nadzor.complaints.applicants import contestable
from nadzor.law.o29.likeness import keys_of
from nadzor.papers.models import IssuedPaper
from tests.house import TERMINATION as SAID
from tests.house import House

pytestmark = pytest.mark.django_db
_LETTER = (
    "Сообщаю, что на улице Примерной третий месяц не горят фонари, управляющая компания на заявления жильцов не "
    "отвечает, акимат переслал письмо в ту же компанию, прошу провести проверку и обязать починить освещение двора"
)


@pytest.mark.norm("29I.48")
@pytest.mark.norm("29I.57.1")
@pytest.mark.norm("29I.59")
def test_withdrawn_and_terminated(house: House) -> None:
    player(lives()["ends_withdrawn"]).play()


@pytest.mark.norm("29I.42.1")
@pytest.mark.norm("29I.42.2")
@pytest.mark.norm("29I.42.3")
@pytest.mark.norm("29I.57.2")
def test_anonymous(house: House) -> None:
    player(lives()["ends_anonymous"]).play()


@pytest.mark.norm("29I.58.1")
@pytest.mark.norm("29I.58.2")
@pytest.mark.norm("29I.58.3")
@pytest.mark.norm("29I.58.4")
def test_correspondence_is_ended(house: House) -> None:
    player(lives()["ends_correspondence"]).play()


@pytest.mark.norm("29I.35.1")
@pytest.mark.norm("29I.35.2")
def test_duplicates(house: House) -> None:
    life = player(lives()["ends_duplicates"])
    life.play()
    late, main = (Proceeding.objects.get(number=life.numbers[label]) for label in ("late", "main"))
    answer = IssuedPaper.objects.get(answer__appeal=main.pk)
    told = Notice.objects.get(proceeding=late, template="duplicate_answered")
    letter, copy = enclosures([told])[told.pk]  # in one envelope
    assert isinstance(letter, IssuedPaper)
    assert letter.paper == "duplicate_answer"
    assert copy == answer
    assert late.track is not None
    found = followed(late.track)  # and on the page of the applicant
    assert found is not None
    assert [each["row"] for each in found.papers if each["row"] in {letter, answer}] == [letter, answer]
    assert paper_for(late.track, answer.number, "Пробная") == answer
    assert paper_for(late.track, answer.number, "Другая") is None
    assert not [each for each in followed(main.track or "").papers if each["row"] == answer]  # type: ignore[union-attr]


@pytest.mark.norm("29I.28.10")
@pytest.mark.norm("29I.28.11")
@pytest.mark.norm("29I.28.12")
def test_petitions(house: House) -> None:
    player(lives()["ends_petitions"]).play()


def _row(number: str) -> Proceeding:
    return Proceeding.objects.get(number=number)


def test_a_retyped_text_is_found_and_another_is_not(house: House) -> None:
    first = house.register(text=_LETTER).number
    house.register(text="Прошу сообщить, в каком порядке назначается приём у прокурора области и где записаться.")
    words = _LETTER.split()
    for place in random.Random(29).sample(range(len(words)), len(words) // 10):  # noqa: S311
        words[place] = f"x{words[place]}"
    found = like(" ".join(words))
    assert [each.id for each in found] == [_row(first).pk]
    assert found[0].words
    assert not like("Жалуюсь на решение суда по делу о разделе имущества, вынесенное без моего участия и вызова.")


def test_at_most_two_are_offered(house: House) -> None:
    numbers = [house.register(text=_LETTER).number for _ in range(4)]
    found = like(_LETTER, leaving_out=_row(numbers[-1]).pk)
    assert len(found) == MOST
    assert {each.id for each in found} < {_row(number).pk for number in numbers[:-1]}


def test_keys_are_kept_for_the_first_that_have_them(house: House) -> None:
    """A form letter fills no index: a key has sixteen appeals at most, and then it is nobody's sign."""
    for _ in range(2 * HELD_BY + 1):  # the keys that no room is left for give way to the next ones of the text
        house.register(text=_LETTER)
    held = TextKey.objects.values("key").annotate(many=Count("appeal")).values_list("many", flat=True)
    assert set(held) == {HELD_BY}
    assert len(held) == len(keys_of(_LETTER))
    assert not like(_LETTER)


def test_erased_texts_leave_no_keys(house: House) -> None:
    first, other = (_row(house.register(text=text).number).pk for text in (_LETTER, f"{_LETTER} у дома № 5"))
    forget([first], [])
    assert set(TextKey.objects.values_list("appeal", flat=True)) == {other}


def test_a_chain_is_the_same_from_each_of_its_ends(house: House) -> None:
    first = house.register(text="Первое письмо о фонарях.").number
    second = house.register(text="Второе.", repeat_of=first, repeat_reason="faults").number
    third = house.register(text="Третье.", repeat_of=second, repeat_reason="faults").number
    alone = house.register(text="О другом.").number
    wanted = [first, second, third]
    assert [[each.number for each in chain_of(_row(number).pk)] for number in wanted] == [wanted] * 3
    assert [each.number for each in chain_of(_row(alone).pk)] == [alone]


@pytest.mark.parametrize(
    ("login", "expected"),
    [("almaty.head", True), ("almaty.deputy", True), ("almaty.executor1", False)],  # 88.5.g, 88.6.g
)
def test_who_may_terminate(house: House, login: str, expected: bool) -> None:
    """Asked apart from the right to sign some decision: who signs answers may lack this one (29I.88.4)."""
    case = case_of(_row(house.register().number))
    assert SIGNS_TERMINATION.test(house.actor(login), case, None) is expected


GROUNDS = [
    ("ru", "по тому же предмету есть вступивший в законную силу судебный акт"),
    ("kk", "сол мәселе бойынша заңды күшіне енген сот актісі бар"),
]


@pytest.mark.norm("29I.48")
@pytest.mark.norm("29I.59")
@pytest.mark.parametrize(("language", "ground"), GROUNDS)
def test_what_nobody_considers_is_ended_by_the_leadership(house: House, language: str, ground: str) -> None:
    number = house.register(kind="application").number
    in_kazakh = {"reasons": "Дауды сот шешті, шешім күшіне енді.", "norms": "ӘРПК, 70-бап"} if language == "kk" else {}
    draft = house.termination(number, "almaty.head", language=language, **in_kazakh)
    assert house.terminate(draft).answers[0]["state"] == "terminated"
    row = _row(number)
    paper = IssuedPaper.objects.get(draft=draft)
    assert (paper.paper, paper.language, paper.signer) == (
        "termination_decision",
        language,
        house.people["almaty.head"],
    )
    assert ground in str(paper.data)
    assert (paper.power["post"], paper.power["point"]) == ("head", "29I.88.8")
    entry = Entry.objects.get(proceeding=row, step="terminate")
    assert (entry.data["ground"], entry.data["points"]) == ("court", ["29I.48", "APPK.70.1"])
    told = Notice.objects.get(proceeding=row, template="terminated", to="applicant")
    assert enclosures([told])[told.pk] == (paper,)  # it goes with the notice
    assert to_send(row.pk) == []
    shown = followed(row.track or "")
    assert shown is not None
    assert paper in [each["row"] for each in shown.papers]
    assert paper.number in str(contestable(case_of(row)))
    assert not list(integrity.faults())


def test_who_writes_the_decision_to_terminate(house: House) -> None:
    """Whoever considers the appeal; the leadership only while it was given to nobody."""
    number = house.register(kind="application").number
    with pytest.raises(NoRight):
        house.step("almaty.registrar", "write_termination_decision", number, **SAID)
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    with pytest.raises(NoRight):
        house.step("almaty.head", "write_termination_decision", number, **SAID)
    house.step("almaty.executor1", "write_termination_decision", number, **SAID)


@pytest.mark.norm("29I.61.4")
def test_what_stands_in_the_way_of_the_signature(house: House) -> None:
    """Anything open beside the appeal but the draft itself; an executor who is interested."""
    number, executor = house.register(kind="application").number, "almaty.executor1"
    house.step("almaty.head", "assign", number, executor=house.people[executor].pk)
    answer = house.draft(number)
    draft = house.termination(number, executor)
    with pytest.raises(ForbiddenByLaw) as refused:
        house.terminate(draft)
    assert refused.value.message.ru == f"Рядом идут открытые дела: {answer}. Сначала завершите их."
    house.step(executor, "withdraw", answer, procedure="answer_draft")
    house.step("almaty.head", "record_interest", number, person=house.people[executor].pk, words="Сосед заявителя.")
    with pytest.raises(ForbiddenByLaw) as refused:
        house.terminate(draft)
    assert refused.value.cites == ("29I.61.4",)


def test_another_draft_takes_the_place_of_one_that_was_withdrawn(house: House) -> None:
    number = house.register(kind="application").number
    first = house.termination(number, "almaty.head").proceeding.number
    with pytest.raises(ForbiddenByLaw, match=first):
        house.step("almaty.head", "write_termination_decision", number, **SAID)
    life = {"procedure": "termination_decision"}
    house.step("almaty.head", "withdraw", first, **life)
    second = house.termination(number, "almaty.head").proceeding.number
    with pytest.raises(ForbiddenByLaw, match=second):
        house.step("almaty.head", "reopen", first, **life, reason="Первый был лучше.")
    house.step("almaty.head", "withdraw", second, **life)
    house.step("almaty.head", "reopen", first, **life, reason="Первый был лучше.")


def test_the_ground_is_chosen_and_never_typed() -> None:
    """It is no part of the document in Word, nor of the texts that are compared: its words are those of the law."""
    assert list(part_titles("termination_decision")) == ["reasons", "norms"]
    changed = compared_paper("termination_decision", SAID, {**SAID, "ground": "decided"}, TERMINATION.choices)
    assert [(each.name, each.is_choice) for each in changed] == [("ground", True)]
    assert changed[0].after is not None
    assert changed[0].after.ru == "по тому же предмету и основаниям этим органом уже принято решение"
