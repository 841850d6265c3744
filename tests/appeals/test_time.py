"""Extension, inspection, control, regimes of an appeal: what is kept, who may, what is refused (29I.18, 52, 53)."""

import datetime as dt
from typing import Any

import pytest

from nadzor import clock
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.models import Appeal, PaperDraft, Timed
from nadzor.appeals.papers_written import WRITTEN
from nadzor.casework import integrity
from nadzor.casework.act import Act
from nadzor.casework.journal import verify
from nadzor.casework.models import Notice, Proceeding, Term
from nadzor.casework.perform import perform
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight
from nadzor.organs.models import Appointment
from nadzor.papers.models import IssuedPaper
from tests.house import MORNING, TODAY, House

pytestmark = pytest.mark.django_db
EXECUTOR, HEAD, DEPUTY, UNIT_HEAD = "almaty.executor1", "almaty.head", "almaty.deputy", "almaty.interests.head"


def considered(house: House, **more: Any) -> str:
    number = house.register(**{"kind": "application", **more}).number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    return number


def term_of(number: str, name: str = "consideration") -> tuple[str, str, str]:
    term = Term.objects.filter(proceeding__number=number, clock=name).latest("pk")
    return term.norm, term.due_day.isoformat(), term.state


def memo(house: House, number: str, **more: Any) -> PaperDraft:
    said = {"language": "ru", "addressee": "Прокурору города", "reasons": "Нужна проверка за три года.", **more}
    draft = str(house.step(UNIT_HEAD, "write_control_memo", number, **said).answers[0]["children"][-1])
    house.step(UNIT_HEAD, "send_to_sign", draft, procedure="control_memo", signatory=house.people[HEAD].pk)
    return PaperDraft.objects.get(proceeding__number=draft)


def approve(house: House, number: str, draft: PaperDraft, login: str = HEAD) -> None:
    said = {"draft": draft.proceeding.number, "seen": digest_of(draft.contents)}
    perform(Act("appeal", "sign_paper", house.actor(login).again(), said, on=(number,)))


@pytest.mark.norm("29I.52.3", "29I.52.4")
def test_a_long_matter_is_placed_under_control_by_the_memo_of_the_head_of_the_unit(house: House) -> None:
    number = considered(house)
    with pytest.raises(NoRight):  # the memo is that of the head of the unit
        house.step(EXECUTOR, "write_control_memo", number, language="ru")
    draft = memo(house, number, until="2026-09-01")
    with pytest.raises(NoRight):  # and the decision is not his
        approve(house, number, draft, UNIT_HEAD)
    assert not Proceeding.objects.filter(parent__number=number, procedure="control").exists()
    approve(house, number, draft)
    control = Timed.objects.get(proceeding__parent__number=number, proceeding__procedure="control")
    assert (control.additional, control.by, control.until) == (True, house.people[HEAD], dt.date(2026, 9, 1))
    assert term_of(number) == ("29I.52.3", "2026-09-01", "running")
    # Three working days from Thursday 5 March: 6, 10, 11 March (Monday the 9th is off); the notice goes at once.
    assert term_of(number, "control_told") == ("29I.52.4", "2026-03-11", "kept")
    assert Notice.objects.filter(proceeding__number=number, template="control_taken", to="applicant").count() == 1
    papers = IssuedPaper.objects.filter(proceeding__number=number).values_list("paper", flat=True)
    assert {"control_memo", "control_notice"} <= set(papers)
    assert not list(integrity.faults())
    assert not [finding for book in verify() for finding in book.findings if finding.fault]


@pytest.mark.norm("29I.52.3")
def test_without_a_day_in_the_memo_the_term_stands(house: House) -> None:
    number = considered(house)
    before = term_of(number)
    approve(house, number, memo(house, number))
    assert term_of(number) == before


@pytest.mark.norm("29I.52.3")
@pytest.mark.parametrize("kind", ["message", "proposal", "feedback", "request"])
def test_only_an_application_or_a_complaint_is_placed_under_additional_control(house: House, kind: str) -> None:
    number = considered(house, kind=kind)
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step(UNIT_HEAD, "write_control_memo", number, language="ru")
    assert refused.value.cites == ("29I.52.3",)


@pytest.mark.norm("29I.53")
def test_only_the_leader_who_took_it_under_control_releases_it(house: House) -> None:
    number = considered(house)
    house.step(DEPUTY, "take_under_control", number, until="2026-04-01", reason="Важно.")
    taken = Timed.objects.get(proceeding__parent__number=number)
    assert (taken.by, taken.until, taken.authority) == (house.people[DEPUTY], dt.date(2026, 4, 1), "")
    for login in (HEAD, "almaty.registrar"):
        with pytest.raises(ForbiddenByLaw) as refused:
            house.step(login, "release_from_control", number, reason="Исполнено.")
        assert refused.value.cites == ("29I.53",)
    with pytest.raises(NoRight):
        house.step(EXECUTOR, "release_from_control", number, reason="Исполнено.")
    house.answer(number, outcome="adopt_act", character="favourable", text="Ответ.")
    with pytest.raises(ForbiddenByLaw):  # it is not put to the file while it is under control
        house.step(EXECUTOR, "close", number)
    house.step(DEPUTY, "release_from_control", number, reason="Исполнено.")
    taken.refresh_from_db()
    assert (taken.ended_on, taken.outcome) == (clock.today("Asia/Almaty"), "Исполнено.")
    house.step(EXECUTOR, "close", number)


@pytest.mark.norm("29I.28.5", "29I.53")
def test_the_prosecutor_general_takes_a_case_of_his_office_in_his_own_name(house: House) -> None:
    number = house.register("gpo.registrar", kind="application", addressed_to="000000-gpo").number
    house.step("gpo.head", "take_under_control", number, reason="Беру.")
    assert Appeal.objects.get(proceeding__number=number).control_by == "prosecutor_general"
    house.step("gpo.head", "release_from_control", number, reason="Исполнено.")
    assert Appeal.objects.get(proceeding__number=number).control_by == ""


@pytest.mark.norm("29I.52.6", "29I.52.7")
def test_an_inspection_sets_the_term_and_owes_an_interim_reply(house: House) -> None:
    number = considered(house)
    _, before, _ = term_of(number)
    house.step(HEAD, "order_inspection", number, check="Проверка", since="2026-03-10", until="2026-04-30")
    norm, due, state = term_of(number)
    assert (norm, state) == ("29I.52.7", "running")
    assert term_of(number, "interim") == ("29I.52.6", before, "running")
    with pytest.raises(ForbiddenByLaw) as refused:
        house.answer(number, outcome="adopt_act", character="favourable", text="Ответ.")
    assert refused.value.cites == ("29I.52.7",)
    with clock.standing_at(MORNING.replace(day=20)):
        house.step(EXECUTOR, "end_inspection", number, ended_on="2026-03-20", found="Подтвердилось.")
    # Ten working days after Friday 20 March, without 23-25 March: 26, 27 (2); 30 March - 3 April (7); 6-8 April (10).
    assert term_of(number) == ("29I.52.7", "2026-04-08", "running")
    assert due > "2026-04-08"


@pytest.mark.norm("29I.52.6")
@pytest.mark.parametrize("kind", ["application", "complaint"])
def test_a_short_inspection_takes_no_time_away_while_it_goes_on(house: House, kind: str) -> None:
    number = considered(house, kind=kind)
    before = term_of(number)
    house.step(HEAD, "order_inspection", number, check="Проверка", since="2026-03-06", until="2026-03-06")
    assert term_of(number) == before


@pytest.mark.norm("29I.53")
def test_who_comes_into_the_post_releases_what_the_former_holder_took(house: House) -> None:
    number = considered(house)
    house.step(DEPUTY, "take_under_control", number, reason="Важно.")
    post = Appointment.objects.get(person=house.people[DEPUTY])
    said = {"body": post.body, "unit": post.unit, "post": post.post, "since": TODAY, "order_number": "1"}
    Appointment.objects.create(person=house.people[EXECUTOR], order_day=TODAY, **said)
    with pytest.raises(ForbiddenByLaw):  # the taker holds the post still: he alone (R68)
        house.step(EXECUTOR, "release_from_control", number, reason="Исполнено.")
    Appointment.objects.filter(pk=post.pk).update(until=TODAY - dt.timedelta(days=1))
    with pytest.raises(ForbiddenByLaw):  # another post gives no power over it
        house.step(HEAD, "release_from_control", number, reason="Исполнено.")
    house.step(EXECUTOR, "release_from_control", number, reason="Исполнено.")
    assert Timed.objects.get(proceeding__parent__number=number).ended_on is not None


@pytest.mark.norm("29I.52.3", "29I.52.6")
def test_undone_mistakes_give_the_term_back_in_any_order(house: House) -> None:
    for first, then in (("inspection", "control"), ("control", "inspection")):
        number = considered(house)
        ran = term_of(number)
        house.step(HEAD, "order_inspection", number, check="Проверка", since="2026-03-10", until="2026-04-30")
        approve(house, number, memo(house, number, until="2026-09-01"))
        assert term_of(number) == ("29I.52.3", "2026-09-01", "running")
        children = {row.procedure: row.number for row in Proceeding.objects.filter(parent__number=number, open=True)}
        house.step(HEAD, "undo_timed", number, matter=children[first], reason="Ошибка.")
        # Ten working days after Thursday 30 April: 4-6, 8 May (4; 1, 7 May off); 12-15 (8; 11 off); 18, 19 May (10).
        stands = ("29I.52.3", "2026-09-01") if first == "inspection" else ("29I.52.7", "2026-05-19")
        assert term_of(number)[:2] == stands
        house.step(HEAD, "undo_timed", number, matter=children[then], reason="Ошибка.")
        assert term_of(number) == ran
        assert Term.objects.get(proceeding__number=number, clock="interim").state == "called_off"
    assert not list(integrity.faults())


@pytest.mark.norm("29I.52.3")
def test_a_later_memo_takes_the_place_of_the_former(house: House) -> None:
    number = considered(house)
    for until in (None, "2026-09-01", "2026-12-01"):
        approve(house, number, memo(house, number, **({"until": until} if until else {})))
    controls = Proceeding.objects.filter(parent__number=number, procedure="control").order_by("pk")
    assert [row.state for row in controls] == ["ended", "ended", "open"]
    assert term_of(number) == ("29I.52.3", "2026-12-01", "running")
    house.step(HEAD, "undo_timed", number, matter=controls[2].number, reason="Ошибка.")
    assert term_of(number)[0] == "29I.50"


def test_a_reopened_appeal_runs_to_the_day_it_had(house: House) -> None:
    number = considered(house)
    house.step(HEAD, "order_inspection", number, check="Проверка", since="2026-03-05", until="2026-03-05")
    house.step(EXECUTOR, "end_inspection", number, ended_on="2026-03-05", found="Подтвердилось.")
    ran = term_of(number)
    house.answer(number, outcome="adopt_act", character="favourable", text="Ответ.")
    house.step(HEAD, "reopen", number, reason="Не всё проверено.")
    assert term_of(number) == ran


@pytest.mark.norm("29I.52.1", "29I.52.2", "29I.52.5")
def test_an_extension_moves_the_term_and_what_hangs_on_it(house: House) -> None:
    number = house.register(kind="application").number
    others = (house.people["almaty.executor2"].pk,)
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk, co_executors=others)
    house.step(UNIT_HEAD, "ask_extension", number, until="2026-05-05", reasons="Ждём банка.")
    house.step(HEAD, "extend_term", number, until="2026-05-05", facts="Счета.", reasons="Без них решить нельзя.")
    assert term_of(number) == ("29I.52.1", "2026-05-05", "running")
    assert term_of(number, "parts") == ("29I.33.3", "2026-04-30", "running")  # five calendar days before
    row = Proceeding.objects.get(number=number)
    assert row.next_due == dt.date(2026, 4, 30)
    assert not list(integrity.faults())


@pytest.mark.norm("29I.18")
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"governed_by": "state_secrets"}, "governed_by"),
        ({"text": "Совершенно секретно\nСведения."}, "text"),
        ({"demands": "Құпия\nМәліметтер."}, "demands"),
    ],
)
def test_a_paper_with_state_secrets_is_refused_at_the_door(house: House, changes: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        house.register(**changes)
    assert "секретное делопроизводство" in refused.value.fields[field].ru
    assert not Proceeding.objects.exists()
    assert not Appeal.objects.exists()


@pytest.mark.norm("29I.18")
def test_state_secrets_are_not_added_to_an_appeal_either(house: House) -> None:
    number = considered(house)
    with pytest.raises(Invalid) as refused:
        house.step(EXECUTOR, "add_materials", number, words="Секретно\nСведения.")
    assert "секретное делопроизводство" in refused.value.fields["words"].ru


@pytest.mark.norm("29I.15", "29I.21")
def test_a_term_of_another_law_goes_by_the_calendar(house: House) -> None:
    number = house.register(kind="complaint", governed_by="public_services").number
    # Five working days after Thursday 5 March: 6, 10-13 March (Monday the 9th is off).
    assert term_of(number) == ("29I.15", "2026-03-13", "running")
    kept = Term.objects.get(proceeding__number=number, clock="consideration").reckoning
    assert (kept["skipped"], "R67" in kept["readings"]) == (["2026-03-07", "2026-03-08", "2026-03-09"], True)
    assert not list(integrity.faults())


def test_the_written_papers_are_those_that_point_52_asks_for() -> None:
    assert {"control_memo", "interim_reply"} <= set(WRITTEN)
