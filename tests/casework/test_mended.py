"""What a hostile or unlucky day brings: lost answers, people who left, back-dated steps, batches that cross."""

import datetime as dt
from dataclasses import replace

import pytest

from nadzor import clock
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.models import AnswerGiven, Appeal, PaperDraft
from nadzor.casework import yearfiles
from nadzor.casework.access import visible
from nadzor.casework.act import Act
from nadzor.casework.models import Assignment, Entry, Proceeding, SearchRow, StoredFile, Term
from nadzor.casework.perform import perform, perform_each
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, NotFound, Refusal
from nadzor.law import calendar as kz
from nadzor.organs.actor import HOUSE, Actor, actor_of
from nadzor.organs.directory import forget
from nadzor.organs.models import Appointment, Body, Duty, StructureVersion
from tests.house import LETTER, MORNING, VOUCHED, House

pytestmark = pytest.mark.django_db
NEXT_WEEK = MORNING + dt.timedelta(days=7)


def under_review(house: House, **more: object) -> str:
    number = house.register(**more).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number


def test_an_answer_that_was_sent_is_never_lost(house: House) -> None:
    number = under_review(house)
    house.answer(number, signatory="almaty.deputy", outcome="answer", text="Первый ответ.")
    house.step("almaty.head", "reopen", number, reason="Новые доводы")
    house.answer(number, signatory="almaty.head", outcome="answer", text="Второй ответ.")
    given = AnswerGiven.objects.filter(appeal__proceeding__number=number).order_by("version")
    assert list(given.values_list("version", "text")) == [(4, "Первый ответ."), (8, "Второй ответ.")]
    assert Appeal.objects.get(proceeding__number=number).answer == "Второй ответ."


def test_who_holds_no_post_any_more_sees_and_does_nothing(house: House) -> None:
    """The last day of the appointment is still a day of work; the day after is not."""
    number, person = under_review(house), house.people["almaty.executor1"]
    last = dt.date(2026, 3, 12)
    Appointment.objects.filter(person=person).update(until=last)
    for day, works in ((last, True), (last + dt.timedelta(days=1), False)):
        actor = actor_of(person, day)
        assert visible(actor).filter(number=number).exists() is works
        with clock.standing_at(dt.datetime.combine(day, MORNING.timetz())):
            note = Act("appeal", "note", actor, {"text": "т"}, on=(number,))
            if works:
                perform(note)
            else:
                with pytest.raises(NotFound):
                    perform(note)


def test_a_work_ends_with_the_post_in_its_office(house: House) -> None:
    person, elsewhere = house.people["almaty.registrar"], Body.objects.get(code="710000-oblast")
    held = Appointment.objects.get(person=person)
    assert Duty.objects.filter(person=person, role="registrar").exists()
    Appointment.objects.filter(pk=held.pk).update(body=elsewhere, unit=None)
    assert actor_of(person, MORNING.date()).roles == frozenset()


BACKDATED: list[tuple[str, str, bool]] = [
    ("note", "2026-03-06", True),
    ("assign", "2026-03-06", True),  # a resolution on paper, entered afterwards
    ("answer", "2026-03-06", False),  # signed here, so on the day it is signed
    ("answer", "2026-03-12", True),
    ("reopen", "2026-03-06", False),
]


@pytest.mark.parametrize(("step", "day", "taken"), BACKDATED)
def test_what_is_done_here_is_not_done_yesterday(house: House, step: str, day: str, taken: bool) -> None:
    number = house.register().number if step == "assign" else under_review(house)
    if step == "reopen":
        house.answer(number, signatory="almaty.deputy", outcome="answer", text="Ответ.")
    actor = house.actor("almaty.head")
    if step == "answer":
        house.to_sign(house.draft(number))
        actor = actor.again()
    data = {
        "note": {"text": "т"},
        "assign": {"executor": house.people["almaty.executor1"].pk},
        "answer": {"seen": digest_of(PaperDraft.objects.get().contents), "vouched": VOUCHED}
        if step == "answer"
        else {},
        "reopen": {"reason": "Ещё"},
    }[step]
    act = Act("appeal", step, actor, data, on=(number,), happened_on=dt.date.fromisoformat(day))
    with clock.standing_at(NEXT_WEEK):
        if taken:
            assert perform(act).number == number
            return
        with pytest.raises(Invalid) as refused:
            perform(act)
    assert set(refused.value.fields) == {"happened_on"}


def test_nothing_happens_before_what_was_done_last(house: House) -> None:
    number = house.register().number
    with clock.standing_at(NEXT_WEEK):
        house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    note = Act("appeal", "note", house.actor("almaty.head"), {"text": "т"}, on=(number,))
    with clock.standing_at(NEXT_WEEK + dt.timedelta(days=1)):
        with pytest.raises(Invalid):
            perform(replace(note, happened_on=dt.date(2026, 3, 11)))
        perform(replace(note, happened_on=dt.date(2026, 3, 12)))


def test_a_scope_is_no_power_of_a_person(house: House) -> None:
    executor = replace(house.actor("almaty.executor1"), scopes=frozenset({"appeals:write"}))
    with pytest.raises(NoRight):
        perform(Act("appeal", "register", executor, LETTER))
    bridge = Actor("bridge", client_id=None, scopes=frozenset({"appeals:write"}), key_space="c1")
    assert perform(Act("appeal", "register", bridge, LETTER)).number


@pytest.mark.parametrize(
    ("change", "stands"),
    [
        ({"until": dt.date(2026, 3, 4)}, False),
        ({"until": dt.date(2026, 3, 5)}, True),
        ({"since": dt.date(2026, 3, 5)}, True),
        ({"since": dt.date(2026, 3, 6)}, False),
    ],
)
def test_no_appeal_goes_to_an_office_that_does_not_stand(
    house: House, change: dict[str, dt.date], stands: bool
) -> None:
    Body.objects.filter(code="750000-oblast").update(**change)
    StructureVersion.objects.update(number=StructureVersion.objects.get().number + 1)
    forget()
    if stands:
        assert house.register().number
        return
    with pytest.raises(Invalid) as refused:
        house.register()
    assert set(refused.value.fields) == {"addressed_to"}


@pytest.mark.parametrize("text", ["ёлка-палка-" * 18_000, "𐐀" * 200_000, " ".join(f"д{n}-в{n}" for n in range(15_000))])
def test_the_longest_text_is_registered_and_found_by_its_beginning(house: House, text: str) -> None:
    number = house.register(text=f"приметное {text}"[:200_000], demands="ж-" * 90_000).number
    assert Appeal.objects.get(proceeding__number=number).text.startswith("приметное")
    found = SearchRow.objects.extra(where=["vector @@ plainto_tsquery('russian', 'приметное')"])
    assert found.filter(proceeding__number=number).exists()


def test_the_clock_of_another_program_may_be_a_little_fast(house: House) -> None:
    for seconds, taken in ((299, True), (301, False)):
        said = (MORNING + dt.timedelta(seconds=seconds)).isoformat()
        if taken:
            number = house.register(received_at=said).number
            assert Proceeding.objects.get(number=number).received_at == MORNING
        else:
            with pytest.raises(Invalid):
                house.register(received_at=said)


def test_a_request_goes_along_with_the_appeal(house: House) -> None:
    first, second = house.people["almaty.executor1"], house.people["almaty.executor2"]
    number = under_review(house)
    house.step("almaty.executor1", "ask_for_materials", number, addressee="Акимат", asked="К", due="2026-03-20")
    house.step("almaty.head", "reassign", number, executor=second.pk)
    child = Proceeding.objects.get(number=f"{number}.1")
    assert child.executor_id == second.pk
    now = Assignment.objects.filter(proceeding=child, until__isnull=True).values_list("person_id", flat=True)
    assert list(now) == [second.pk]
    entry = Entry.objects.filter(proceeding=child).latest("proceeding_version")
    assert (entry.step, entry.proceeding_version, entry.actor) == ("reassign", 2, house.people["almaty.head"].full_name)
    with pytest.raises(Refusal):
        house.step("almaty.executor1", "receive", child.number, procedure="materials_request", received="О")
    house.step("almaty.executor2", "receive", child.number, procedure="materials_request", received="О")
    assert not visible(house.actor("almaty.executor1")).filter(number=number).exists()
    assert first.pk not in Assignment.objects.filter(until__isnull=True).values_list("person_id", flat=True)


@pytest.mark.norm("29I.33.1")
def test_the_head_of_a_unit_assigns_inside_it(house: House) -> None:
    number = under_review(house)  # of the unit of public interests
    head = "almaty.interests.head"
    house.step(head, "reassign", number, executor=house.people[head].pk)
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step(head, "reassign", number, executor=house.people["almaty.assistant"].pk)
    assert refused.value.cites == ("29I.33.1",)
    house.step("almaty.head", "reassign", number, executor=house.people["almaty.assistant"].pk)


def test_a_number_is_corrected_as_it_is_kept(house: House) -> None:
    number = house.register().number
    house.step("almaty.head", "correct", number, field="iin", value="960101 500102", reason="Опечатка")
    assert Proceeding.objects.get(number=number).parties.get().iin == "960101500102"
    with pytest.raises(Invalid) as refused:
        house.step("almaty.head", "correct", number, field="organisation", value="ТОО", reason="Опечатка")
    assert set(refused.value.fields) == {"field"}


def test_a_missed_appeal_may_still_ask_for_materials(house: House) -> None:
    number = under_review(house)
    due = Term.objects.get(proceeding__number=number, clock="consideration").due_day
    with clock.standing_at(dt.datetime.combine(due + dt.timedelta(days=3), MORNING.timetz())):
        day = (due + dt.timedelta(days=10)).isoformat()
        house.step("almaty.executor1", "ask_for_materials", number, addressee="Акимат", asked="К", due=day)
    assert Proceeding.objects.filter(number=f"{number}.1").exists()


def test_a_term_past_the_last_known_year_is_provisional(house: House) -> None:
    """Nobody has brought 2028 yet: the appeal is registered, its day is counted by the holidays of the law alone."""
    last = kz.current().last_day
    assert last == dt.date(2027, 12, 31)
    try:
        with clock.standing_at(dt.datetime(2027, 12, 22, 10, tzinfo=MORNING.tzinfo)):
            number = house.register(received_at="2027-12-22T09:00:00+05:00", login="almaty.registrar").number
        term = Term.objects.get(proceeding__number=number, clock="consideration")
        # 15 working days after 22 December: 23, 24, 27-31 (7), then 5, 6, 10-14 January (14; 1-2 new year, 3-4 for
        # Saturday and Sunday, 7 Christmas), 17 January
        assert (term.due_day, term.provisional) == (dt.date(2028, 1, 17), True)
    finally:
        yearfiles.refresh(yearfiles.Path("/nowhere"))


def test_a_batch_takes_no_keys_and_no_steps_of_running_cases(house: House) -> None:
    number = house.register().number
    for act in (
        Act("appeal", "register", HOUSE, LETTER, key="k"),
        Act("appeal", "note", HOUSE, {"text": "т"}, on=(number,)),
    ):
        with pytest.raises(ValueError, match="appeal"):
            perform_each([act])


def test_files_are_taken_once(house: House) -> None:
    from nadzor.casework.files import store

    actor = house.actor("almaty.registrar")
    kept = store([b"%PDF-1.4"], name="a.pdf", content_type="application/pdf", space=actor.key_space)
    house.register(attachments=[{"id": str(kept.public_id)}])
    with pytest.raises(Invalid) as refused:
        house.register(attachments=[{"id": str(kept.public_id)}])
    assert set(refused.value.fields) == {"attachments"}
    assert StoredFile.objects.get().proceeding is not None


def test_what_terms_a_step_started_and_ended_is_sealed(house: House) -> None:
    number = under_review(house)
    house.answer(number, signatory="almaty.deputy", outcome="answer", text="Ответ.")
    entries = Entry.objects.filter(proceeding__number=number, data__has_key="terms")
    sealed = {entry.step: entry.data["terms"] for entry in entries}
    assert [(each["clock"], each["due"]) for each in sealed["register"]] == [
        ("consideration", "2026-04-01"),  # 15 working days: 9 and 23-25 March are off
        ("passing_on", "2026-03-05"),
    ]
    assert sealed["assign"] == [{"clock": "passing_on", "norm": "29I.26.2", "ended": "kept"}]
    assert "answer" not in sealed  # signed is not sent (29I.68.1)
    assert sealed["dispatch"] == [{"clock": "consideration", "norm": "29I.54", "ended": "kept"}]
    assert len(Entry.objects.get(proceeding__number=number, step="register").data["demands_sha256"]) == 64


def test_rows_of_one_table_keep_their_order(house: House) -> None:
    members = [{"type": "person", "surname": f"Член{n}", "name": "И"} for n in range(9)]
    number = house.register(applicant={"type": "group", "name": "Группа", "members": members}).number
    parties = Proceeding.objects.get(number=number).parties.order_by("pk")
    assert [each.role for each in parties] == ["applicant"] + ["member"] * 9
    assert [each.surname for each in parties][1:] == [each["surname"] for each in members]
