"""Pages of the time of an appeal: what is under one's control, the choice of a regime (29I.10-21-1, 53)."""

import html

import pytest

from nadzor.casework.models import NEVER, Proceeding
from nadzor.law.o29.regimes import GOVERNED, Governed
from tests.house import LETTER, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
HEAD, DEPUTY, EXECUTOR = "almaty.head", "almaty.deputy", "almaty.executor1"


@pytest.mark.norm("29I.53")
def test_the_list_shows_what_its_reader_took_and_has_not_released(house: House, enter: SignedIn) -> None:
    mine, his, released = (house.register(kind="application").number for _ in range(3))
    house.step(HEAD, "take_under_control", mine, until="2026-03-20", reason="Важно для города.")
    house.step(DEPUTY, "take_under_control", his, reason="Важно.")
    house.step(HEAD, "take_under_control", released, reason="Важно.")
    house.step(HEAD, "release_from_control", released, reason="Исполнено.")
    shown = enter(HEAD).get("/work/control/mine/").content.decode()
    assert [number in shown for number in (mine, his, released)] == [True, False, False]
    assert "Важно для города." in shown
    assert 'datetime="2026-03-20"' in shown
    assert "Under my control" in enter(HEAD).get("/work/control/").content.decode()
    assert "You have nothing under control" in enter(EXECUTOR).get("/work/control/mine/").content.decode()


@pytest.mark.norm("29I.29.2", "29I.53")
def test_below_it_stands_what_somebody_above_controls(house: House, enter: SignedIn) -> None:
    ours = house.register(control_by="gpo", control_document="№ 7-12", control_until="2026-03-19").number
    theirs = house.register("almaly.registrar", addressed_to="751110-district", control_by="oblast").number
    shown = enter(HEAD).get("/work/control/mine/").content.decode()
    assert "You have nothing under control" in shown
    mine, _, of_others = shown.partition("Controlled from above or outside")
    assert (ours in mine, ours in of_others) == (False, True)
    assert "The Prosecutor General’s Office, № 7-12" in of_others
    assert 'datetime="2026-03-19"' in of_others
    assert theirs in enter("almaly.head").get("/work/control/mine/").content.decode()
    assert ours not in enter("almaly.head").get("/work/control/mine/").content.decode()


@pytest.mark.norm("29I.10.1", "29I.13", "29I.16", "29I.18")
def test_the_page_of_the_regime_says_each_term_and_what_is_not_done_here(house: House, enter: SignedIn) -> None:
    number = house.register(kind="complaint").number
    shown = enter("almaty.registrar").get(f"/work/case/{number}/choose_regime/").content.decode()
    assert all(html.escape(told.not_here.en) in shown for told in GOVERNED.values())
    # Five working days after Thursday 5 March; what has no term of its own keeps the twenty of a complaint.
    assert "5 working days: 13 March 2026" in shown
    assert "the term of its kind: 20 working days" in shown
    other = enter("almaty.registrar").get(f"/work/case/{number}/sort/").content.decode()
    assert GOVERNED[Governed.MEDIA].not_here.en not in other


def test_the_matter_to_be_undone_or_released_is_chosen_from_a_list(house: House, enter: SignedIn) -> None:
    number = house.register(kind="application").number
    house.step(HEAD, "take_under_control", number, reason="Важно для города.")
    for step in ("release_from_control", "undo_timed"):
        shown = enter(HEAD).get(f"/work/case/{number}/{step}/").content.decode()
        assert "Control № " in shown
        assert "Важно для города." in shown


def test_the_journal_tells_no_words_of_the_program(house: House, enter: SignedIn) -> None:
    """What a step kept of before stands in the entry as data; in words it is told for a correction alone."""
    number = house.register(kind="application").number
    house.step("almaty.registrar", "choose_regime", number, governed_by="media", ground="Запрос газеты.")
    house.step("almaty.registrar", "mark_facts", number, control_by="gpo")
    house.step("almaty.head", "correct", number, field="surname", value="Пробнова", reason="Описка.")
    shown = enter(HEAD).get(f"/work/case/{number}/").content.decode()
    journal = shown[shown.index('id="journal"') :]
    assert "governed_by" not in journal
    assert journal.count("→") == 1
    assert "Пробная → Пробнова" in journal


@pytest.mark.norm("29I.88.1")
def test_where_nobody_of_the_office_may_sign_the_refusal_says_what_to_do(house: House, enter: SignedIn) -> None:
    number = house.register(kind="application").number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.step("almaty.registrar", "mark_facts", number, contested_by="gpo:deputy_prosecutor_general")
    shown = enter(HEAD).get(f"/work/case/{number}/terminate/").content.decode()
    assert "Who may: nobody in this office: forward the appeal to the office above." in shown


def test_a_signed_answer_without_a_term_waits_without_a_day(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.to_sign(house.draft(number))
    house.sign(number)
    Proceeding.objects.filter(number=number).update(next_due=NEVER)
    shown = enter(HEAD).get("/work/dispatch/").content.decode()
    assert number in shown
    assert "no term" in shown
    assert "9999" not in shown


def test_what_runs_beside_a_case_does_not_repeat_its_words(house: House, enter: SignedIn) -> None:
    number = house.register(kind="application", demands="").number
    house.step(HEAD, "take_under_control", number, reason="Важно для города.")
    shown = enter(HEAD).get(f"/work/case/{number}/").content.decode()
    assert f"{number}.1" in shown
    assert shown.count(LETTER["text"]) == 1
