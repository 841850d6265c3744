"""Keeping and destroying: terms, what is never proposed, the line of an act, and that no word of anybody is left."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from nadzor import clock
from nadzor.casework import acts, destroying, erasing, integrity, journal, registers
from nadzor.casework.act import Act
from nadzor.casework.files import path_of
from nadzor.casework.kept import DestructionItem, Retention
from nadzor.casework.models import Entry, Look, Proceeding, StoredFile
from nadzor.casework.perform import perform
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, NotFound, Refusal, WrongState
from nadzor.casework.retention import due_in
from nadzor.casework.search import found
from nadzor.casework.structure import StructureAct, change_structure
from nadzor.organs.actor import HOUSE
from nadzor.organs.directory import directory
from nadzor.organs.models import Body
from nadzor.portal.models import Draft
from nadzor.workplace.batch_keeping import folder_of
from nadzor.workplace.batch_models import BatchLetter, LetterBatch
from tests.house import House

pytestmark = pytest.mark.django_db
ALMATY = "750000-oblast"
LATER = dt.datetime(2028, 1, 10, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=5)))
WORDS = ("Истребимова", "Жалейка", "Стираемая улица", "никелированный", "istrebimova@example", "960101500101")
LETTER: dict[str, Any] = {
    "applicant": {
        "type": "person",
        "iin": "960101500101",
        "surname": "Истребимова",
        "name": "Жалейка",
        "postal_address": "Стираемая улица, 1",
        "email": "istrebimova@example.org",
    },
    "text": "Украли никелированный самовар.",
    "demands": "Вернуть никелированный самовар.",
    "attachments": [{"name": "никелированный.txt", "content_type": "text/plain", "base64": "0L3QuNC60LXQu9C40YDQvtCy"}],
}
ORDER = {"order_number": "12", "order_day": "2026-03-01"}
MEMBERS = ("almaty.executor1", "almaty.appeals.head")


def keep(house: House, years: int = 1, kind: str = "all", body: str = ALMATY) -> None:
    data = {"kind": kind, "years": years, "ground": "Номенклатура дел, статья 7", "since": "2026-03-05", **ORDER}
    change_structure(StructureAct("set_retention", house.actor("gpo.admin"), body, data))


def closed(house: House, **changes: Any) -> str:
    number = house.register(**{**LETTER, **changes}).number
    house.step("almaty.registrar", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.step("almaty.executor1", "add_materials", number, words="Ещё никелированный поднос.")
    house.step("almaty.executor1", "note", number, text="Звонила Истребимова.")
    asked = {"addressee": "Истребимова Ж.", "asked": "никелированный", "due": "2026-03-12"}
    request = house.step("almaty.executor1", "ask_for_materials", number, **asked).answers[0]["children"][0]
    house.step("almaty.executor1", "receive", request, procedure="materials_request", received="никелированный")
    house.answer(number, text="Никелированный самовар Истребимовой найден.")
    house.step("almaty.executor1", "close", number)
    return number


def everything() -> str:
    """Every row of every table as text, small letters."""
    told = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT t::text FROM "{table}" AS t')  # noqa: S608
            told += [row[0] for row in cursor.fetchall()]
    return "\n".join(told).casefold()


def left(folder: Any) -> set[str]:
    """Which of the erased words are still somewhere: in the database, in the data folder."""
    text = everything()
    for path in folder.rglob("*"):
        text += path.name.casefold() + (
            path.read_bytes().decode("utf-8", "replace").casefold() if path.is_file() else ""
        )
    return {word for word in WORDS if word.casefold() in text or word.encode().hex() in text}


def faults() -> list[str]:
    return [one.told.en for register in journal.verify() for one in register.findings if one.fault]


@pytest.fixture
def folder(settings: Any, tmp_path: Any) -> Any:
    settings.DATA, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"
    return tmp_path


def act_of(house: House, number: str, step: str, login: str, *, password: bool = False, **data: Any) -> Any:
    actor = house.actor(login, clock.now().date())
    return perform(Act("destruction", step, actor.again() if password else actor, data, on=(number,)))


def approved(house: House) -> str:
    matter = destroying.propose_all()[0]
    act_of(house, matter, "name_commission", "almaty.head", members=[house.people[login].pk for login in MEMBERS])
    for login in MEMBERS:
        act_of(house, matter, "check", login)
    act_of(house, matter, "approve", "almaty.head", password=True)
    return matter


def printed(house: House, case: Proceeding) -> LetterBatch:
    """A batch of letters that holds one of the case, with its file."""
    now, maker = clock.now(), house.people["almaty.head"]
    shape = {"public_id": uuid.uuid4(), "kind": "own", "state": "done", "total": 1, "text": {"ru": "Истребимова"}}
    batch = LetterBatch.objects.create(maker=maker, made_at=now, touched_at=now, ended_at=now, **shape)
    BatchLetter.objects.create(batch=batch, place=1, proceeding=case, number=case.number, done=True)
    folder_of(batch.public_id).mkdir(parents=True)
    (folder_of(batch.public_id) / "letters.pdf").write_text("Истребимова", encoding="utf-8")
    return batch


@pytest.mark.parametrize(
    ("years", "day", "due"),
    [
        (1, dt.date(2027, 12, 31), False),
        (1, dt.date(2028, 1, 1), True),
        (5, dt.date(2031, 12, 31), False),
        (5, dt.date(2032, 1, 1), True),
    ],
)
def test_years_run_from_the_end_of_the_year_of_closing(house: House, years: int, day: dt.date, *, due: bool) -> None:
    number = closed(house, attachments=[])
    keep(house, years)
    office = Body.objects.get(code=ALMATY).pk
    rows = {each.case for each in due_in(directory(), office, day)}
    assert (Proceeding.objects.get(number=number).pk in rows) is due


@pytest.mark.parametrize(
    ("terms", "due"),
    [
        ([], False),  # nobody has set a term: nothing is ever proposed
        ([("all", ALMATY, 1)], True),
        ([("all", "000000-gpo", 1)], True),  # that of the office above
        ([("all", "000000-gpo", 1), ("all", ALMATY, 10)], False),  # its own first
        ([("all", ALMATY, 1), ("message", ALMATY, 10)], False),  # that of the kind first
        ([("message", ALMATY, 1)], True),
        ([("complaint", ALMATY, 1)], False),
    ],
)
def test_which_term_holds(house: House, terms: list[tuple[str, str, int]], *, due: bool) -> None:
    closed(house, attachments=[])
    for kind, body, years in terms:
        keep(house, years, kind, body)
    assert bool(list(due_in(directory(), Body.objects.get(code=ALMATY).pk, LATER.date()))) is due


def test_a_new_term_ends_the_one_before(house: House) -> None:
    keep(house, 1)
    with clock.standing_at(LATER):
        data = {"kind": "all", "years": 3, "ground": "Иная", "since": "2028-02-01", **ORDER}
        change_structure(StructureAct("set_retention", house.actor("almaty.admin"), ALMATY, data))
        for since, field in (("2028-02-01", "since"), ("2020-01-01", "since")):
            with pytest.raises(Invalid) as refused:
                change_structure(
                    StructureAct("set_retention", house.actor("almaty.admin"), ALMATY, {**data, "since": since})
                )
            assert field in refused.value.fields
    old, new = Retention.objects.order_by("pk")
    assert (old.until, new.since, new.until) == (dt.date(2028, 1, 31), dt.date(2028, 2, 1), None)


def _control(house: House, number: str) -> None:
    Proceeding.objects.get(number=number).appeal.__class__.objects.filter(proceeding__number=number).update(
        control_by="president"
    )


def _contested(house: House, number: str) -> None:
    house.register(repeat_of=number, repeat_reason="contests", **LETTER | {"attachments": []})


def _reopened(house: House, number: str) -> None:
    house.step("almaty.head", "reopen", number, reason="Новые доводы.")


def _open_child(house: House, number: str) -> None:
    Proceeding.objects.filter(parent__number=number, procedure="materials_request").update(open=True)


@pytest.mark.parametrize("keeping", [_control, _contested, _reopened, _open_child])
def test_what_is_never_proposed(house: House, folder: Any, keeping: Any) -> None:
    number = closed(house)
    keeping(house, number)
    keep(house)
    with clock.standing_at(LATER):
        assert destroying.propose_all() == []
        case = Proceeding.objects.get(number=number).pk
        with pytest.raises(Invalid):
            perform(Act("destruction", "propose", HOUSE, {"office": ALMATY, "year": 2026, "cases": [case]}))


def test_the_line_of_an_act_and_who_may(house: House, folder: Any) -> None:
    closed(house)
    keep(house)
    with clock.standing_at(LATER):
        matter = destroying.propose_all()[0]
        assert destroying.propose_all() == []  # proposed once
        members = [house.people[login].pk for login in MEMBERS]
        table: list[tuple[str, str, type[Refusal] | None, dict[str, Any], bool]] = [
            ("approve", "almaty.head", WrongState, {}, True),
            ("name_commission", "almaty.head", Invalid, {"members": members[:1]}, False),
            ("name_commission", "almaty.registrar", NoRight, {"members": members}, False),
            ("name_commission", "almaly.head", NotFound, {"members": members}, False),
            ("name_commission", "almaty.deputy", None, {"members": members}, False),
            ("check", "almaty.head", NoRight, {}, False),
            ("check", "almaty.executor1", None, {}, False),
            ("check", "almaty.executor1", ForbiddenByLaw, {}, False),  # once each
            ("strike_out", "almaty.executor1", Invalid, {"case": "2020-75-000001", "reason": "x"}, False),
            ("approve", "almaty.head", WrongState, {}, True),  # one has not checked yet
            ("check", "almaty.appeals.head", None, {}, False),
            ("approve", "almaty.deputy", NoRight, {}, True),
            ("approve", "almaty.head", ForbiddenByLaw, {}, False),  # without the password
            ("carry_out", "almaty.head", WrongState, {}, True),
            ("approve", "almaty.head", None, {}, True),
            ("carry_out", "almaty.head", NoRight, {}, True),
        ]
        for step, login, refusal, data, password in table:
            if refusal is None:
                act_of(house, matter, step, login, password=password, **data)
            else:
                with pytest.raises(refusal):
                    act_of(house, matter, step, login, password=password, **data)
        assert destroying.carry_out_all() == [matter]
        assert Proceeding.objects.get(number=matter).state == "carried_out"


def test_what_is_struck_out_stays_and_what_is_refused_may_come_again(house: House, folder: Any) -> None:
    first, second = closed(house), closed(house, text="Другое.", attachments=[])
    keep(house)
    with clock.standing_at(LATER):
        matter = destroying.propose_all()[0]
        act_of(house, matter, "name_commission", "almaty.head", members=[house.people[login].pk for login in MEMBERS])
        act_of(house, matter, "check", "almaty.executor1")
        act_of(house, matter, "strike_out", "almaty.appeals.head", case=first, reason="Нужно для справки.")
        for login in MEMBERS:  # who had checked checks again
            act_of(house, matter, "check", login)
        act_of(house, matter, "approve", "almaty.head", password=True)
        destroying.carry_out_all()
        assert Proceeding.objects.get(number=first).applicant
        assert not Proceeding.objects.get(number=second).applicant
        again = destroying.propose_all()
        assert len(again) == 1
        act_of(house, again[0], "refuse", "almaty.head", reason="Рано.")
        assert DestructionItem.objects.filter(destruction__proceeding__number=again[0], live=True).count() == 0


def test_a_case_taken_up_again_stops_an_approved_act(house: House, folder: Any) -> None:
    number = closed(house)
    keep(house)
    with clock.standing_at(LATER):
        matter = approved(house)
        Proceeding.objects.filter(number=number).update(open=True)
        assert destroying.carry_out_all() == []
        assert Proceeding.objects.get(number=number).applicant
        act_of(house, matter, "refuse", "almaty.head", reason="Возобновлено.")


def test_no_word_is_left(house: House, folder: Any, django_capture_on_commit_callbacks: Any) -> None:
    number = closed(house)
    case = Proceeding.objects.get(number=number)
    found(house.actor("almaty.head"), "Истребимова")
    Look.objects.create(
        proceeding=case, person=house.people["almaty.head"], at=clock.now(), way="search", what="Истребимова"
    )
    Draft.objects.create(code=None, said={}, made_at=clock.now(), saved_at=clock.now(), number=number)
    kept = StoredFile.objects.filter(proceeding=case).exclude(content_type="application/pdf").get()
    neighbour = house.register(text="Другой человек.", applicant={"type": "person", "surname": "Сосед"}).number
    shared = StoredFile.objects.get(pk=kept.pk)
    shared.pk, shared.public_id, shared.name = None, uuid.uuid4(), "общий.txt"
    shared.proceeding = Proceeding.objects.get(number=neighbour)
    shared.save(force_insert=True)
    letter = StoredFile.objects.filter(proceeding=case, content_type="application/pdf").first()
    assert letter is not None
    assert left(folder) >= {"Истребимова", "Жалейка"}
    batch = printed(house, case)
    keep(house)
    with clock.standing_at(LATER):
        approved(house)
        assert faults() == []
        before = Entry.objects.count()
        with django_capture_on_commit_callbacks(execute=True):
            destroying.carry_out_all()
    assert left(folder) == set()
    assert not LetterBatch.objects.filter(pk=batch.pk).exists()
    assert faults() == []
    assert [fault for fault in integrity.faults() if fault.where.startswith(number)] == []
    assert Entry.objects.count() == before + 1
    assert path_of(kept.sha256).exists()  # another case names it
    assert not path_of(letter.sha256).exists()
    row = Proceeding.objects.get(number=number)
    assert (row.state, row.kind, row.track, row.applicant) == ("closed", "message", None, "")
    told = [one.told.en for register in journal.verify() for one in register.findings]
    assert told
    assert all("seal whole" in each for each in told)


@pytest.mark.parametrize("still_open", [False, True])
def test_an_older_backup_is_brought_up_to_date(
    house: House, folder: Any, django_capture_on_commit_callbacks: Any, *, still_open: bool
) -> None:
    number = closed(house)
    keep(house)
    with clock.standing_at(LATER):
        older = transaction.savepoint()
        with django_capture_on_commit_callbacks(execute=True):
            approved(house)
            destroying.carry_out_all()
        assert [note.cases for note in acts.notes()] == [(number,)]
        transaction.savepoint_rollback(older)
        if still_open:  # a very old one: the act is younger than what it says
            Proceeding.objects.filter(number=number).update(open=True)
        registers.forget()  # as a program that is started on the backup
        assert Proceeding.objects.get(number=number).applicant
        with django_capture_on_commit_callbacks(execute=True):
            assert len(destroying.reapply()) == 1
        assert left(folder) == set()
        assert faults() == []
        assert destroying.reapply() == []  # once


@pytest.mark.parametrize("which", ["a registration", "itself", "nothing", "an act over another case", "a proposal"])
def test_only_an_approved_act_erases(house: House, folder: Any, which: str) -> None:
    first, second = closed(house), closed(house, text="Другое.", attachments=[])
    keep(house)
    with clock.standing_at(LATER):
        matter = destroying.propose_all()[0]
        act_of(house, matter, "name_commission", "almaty.head", members=[house.people[login].pk for login in MEMBERS])
        act_of(house, matter, "strike_out", "almaty.executor1", case=second, reason="Нужно.")
        for login in MEMBERS:
            act_of(house, matter, "check", login)
        act_of(house, matter, "approve", "almaty.head", password=True)
    entry = Entry.objects.filter(proceeding__number=second).earliest("pk")
    act = {
        "a registration": Entry.objects.filter(proceeding__number=first).earliest("pk").pk,
        "itself": entry.pk,
        "nothing": 0,
        "an act over another case": Entry.objects.get(step="approve").pk,
        "a proposal": Entry.objects.get(step="propose").pk,
    }[which]
    with pytest.raises(ValueError, match=str(act)):
        journal.erase([entry.pk], act)
    if act:
        with pytest.raises(DatabaseError, match="only its data may be erased"), transaction.atomic():
            Entry.objects.filter(pk=entry.pk).update(data=None, salt=None, erased_by=act)
    assert faults() == []


def test_what_stays_is_named_rightly() -> None:
    assert list(erasing.kept_unknown()) == []
    assert {model._meta.label for model in erasing.owned()} >= {
        "casework.Party",
        "appeals.DraftVersion",
        "appeals.Part",
    }
