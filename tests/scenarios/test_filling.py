"""The demo filled from the scenarios: in every state, up to now, once, and never into a house that is not a demo."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.accounts.models import Account
from nadzor.appeals.lives import papers
from nadzor.appeals.models import AnswerGiven, Appeal, Interest
from nadzor.casework import integrity
from nadzor.casework.identifiers import is_valid
from nadzor.casework.journal import verify
from nadzor.casework.models import Entry, Notice, Party, Proceeding
from nadzor.casework.procedure import PROCEDURES
from nadzor.cli import filling
from nadzor.cli.demos import fill_demo
from nadzor.cli.made_up import MadeUp
from nadzor.law.facts import Kind
from nadzor.law.o29.registration import Channel
from nadzor.organs.models import Person
from nadzor.papers.models import IssuedPaper

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 20, 16, 0, tzinfo=dt.timezone(dt.timedelta(hours=5)))
TABLES = ("appeal", "answer_draft", "dispatch", "materials_request", "cure_request")
ALL = 320  # lives: each scenario whole, and so many of them broken off that every state has somebody in it today


def demo() -> None:
    Account.objects.make("almaty.registrar", Person.objects.get(surname="Журналова"), None)


def test_a_demo_is_filled_once(laid: None) -> None:
    demo()
    with clock.standing_at(NOW):
        count = filling.fill(ALL)
        rows = Proceeding.objects.count()
        assert count >= ALL
        assert filling.fill(ALL) == 0
        assert Proceeding.objects.count() == rows
        assert not list(integrity.faults())
    states = set(Proceeding.objects.values_list("procedure", "state"))
    wanted = {(table, state) for table in TABLES for state in PROCEDURES[table].state_of}
    assert {
        (table, state) for table, state in wanted - states if state != "annulled"
    } == set()  # of child matters: in lives not replayed
    assert ("appeal", "annulled") in states
    drafts = Proceeding.objects.filter(procedure="answer_draft", open=True, parent__state="under_review")
    assert drafts.filter(state="to_sign").count() > 1, "the head has what to sign"
    assert Interest.objects.filter(lifted_on=None).exists()
    topics = Appeal.objects.exclude(topic="").values_list("topic", flat=True)
    assert len(set(topics)) > 8
    decided = Proceeding.objects.filter(procedure="appeal", state__in=("signed", "answered"))
    by_another = IssuedPaper.objects.filter(paper__in=("self_correction", "leaving_decision")).values("proceeding")
    assert all(papers(row) for row in decided.exclude(pk__in=by_another))  # complaints end by papers of their own
    given = AnswerGiven.objects.select_related("appeal")
    assert all(each.language in {each.appeal.language, "kk"} for each in given), (
        "29I.85: that of its letter, or the state one"
    )
    assert set(Proceeding.objects.exclude(kind=None).values_list("kind", flat=True)) == {str(each) for each in Kind}
    assert set(Appeal.objects.values_list("channel", flat=True)) == {str(each) for each in Channel}
    assert not [finding for book in verify() for finding in book.findings]
    instants = list(Entry.objects.order_by("pk").values_list("recorded_at", flat=True))
    assert instants == sorted(instants), "what was done first is entered first"
    assert instants[-1] <= NOW
    assert instants[0] > NOW - dt.timedelta(days=filling.DAYS + 30)
    assert not Notice.objects.filter(delivered_at__isnull=True, channel__in=("portal", "inbox")).exists()
    numbers = Party.objects.exclude(iin="").exclude(type="organisation").values_list("iin", flat=True)
    assert numbers
    assert all(is_valid(each) for each in numbers)
    today = NOW.date()
    late = Proceeding.objects.filter(open=True, procedure="appeal", next_due__lt=today).count()
    in_time = Proceeding.objects.filter(open=True, procedure="appeal", next_due__gte=today).count()
    assert late
    assert in_time


def test_a_house_that_is_no_demo_is_left_alone(laid: None) -> None:
    with pytest.raises(filling.NoDemo):
        filling.fill(10)
    assert not Proceeding.objects.exists()


def test_the_command_says_how_it_went(laid: None, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    monkeypatch.setenv("NADZOR_LANG", "en")
    with pytest.raises(SystemExit) as ended:
        fill_demo(3)
    assert ended.value.code == 1
    assert "no people of the demo" in capsys.readouterr().err
    demo()
    with clock.standing_at(NOW):
        fill_demo(3)
        assert "The demo is filled. Appeals: " in capsys.readouterr().out
        fill_demo(3)
        assert "nothing was added" in capsys.readouterr().out


def test_the_same_seed_makes_the_same_letter() -> None:
    given = {"kind": "complaint", "text": "x", "demands": "y", "applicant": {"type": "person", "postal_address": "z"}}
    assert MadeUp(7).letter(given) == MadeUp(7).letter(given)
    made = [MadeUp(seed).letter(given) for seed in range(40)]
    assert {each["language"] for each in made} == {"kk", "ru"}
    assert len({each["applicant"]["surname"] for each in made}) > 15
    assert all("demands" not in each and each["applicant"]["postal_address"] != "z" for each in made)
