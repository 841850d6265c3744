"""A slip in a paper that was sent (APPK 82): by whom, within what time, as a paper of its own."""

import datetime as dt
from typing import Any

import pypdfium2
import pytest
from django.db import DatabaseError

from nadzor import clock
from nadzor.appeals.drafts import digest_of, last_answer
from nadzor.appeals.following import followed
from nadzor.appeals.models import AnswerGiven, Appeal, Dispatch, PaperDraft
from nadzor.appeals.paper_models import Slip
from nadzor.appeals.slip_papers import contents_of, root_of
from nadzor.appeals.slips import open_slip, said_by
from nadzor.appeals.written import unsent_papers
from nadzor.casework import integrity
from nadzor.casework.act import Act
from nadzor.casework.files import path_of
from nadzor.casework.loading import look
from nadzor.casework.models import Notice, Proceeding, Term
from nadzor.casework.perform import Done, perform
from nadzor.casework.refusals import ForbiddenByLaw, Invalid, NoRight, Refusal, WrongState
from nadzor.papers.models import IssuedPaper
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db
EXECUTOR, HEAD = "almaty.executor1", "almaty.head"


def answered(house: House, **more: Any) -> str:
    number = house.register(**more).number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.answer(number)
    return number


def slip(house: House, number: str, login: str = EXECUTOR, **changes: Any) -> Done:
    said = {
        "ground": "request",
        "found_on": "2026-03-05",
        "part": "text",
        "wrong": "Свет починен",
        "right": "Свет во дворе починен",
        "signatory": house.people[HEAD].pk,
    }
    return house.step(login, "correct_slip", number, **{**said, **changes})


def sign(house: House, number: str, login: str = HEAD, seen: str = "", *, password: bool = True) -> Done:
    child = Slip.objects.get(proceeding__parent__number=number, proceeding__open=True)
    actor = house.actor(login)
    said = {"seen": seen or digest_of(said_by(child))}
    return perform(Act("appeal", "sign_slip", actor.again() if password else actor, said, on=(number,)))


def words_of(given: AnswerGiven) -> str:
    page = pypdfium2.PdfDocument(path_of(given.sha256).read_bytes())[0]
    return " ".join(page.get_textpage().get_text_range().split())


def test_a_slip_is_corrected_by_a_paper_of_its_own(house: House) -> None:
    number = answered(house)
    old = AnswerGiven.objects.get()
    kept = path_of(old.sha256).read_bytes()
    slip(house, number)
    child = Proceeding.objects.get(procedure="slip")
    with clock.standing_at(MORNING + dt.timedelta(days=4)):
        sign(house, number)
        house.step(EXECUTOR, "send_slip", number, way="post", remark="RR 5")
    new = AnswerGiven.objects.latest("version")
    assert new.paper is not None
    assert (new.paper.corrects, new.outcome, new.language) == (old.paper, old.outcome, old.language)
    assert "Свет во дворе починен" in new.text
    assert (path_of(old.sha256).read_bytes(), AnswerGiven.objects.get(pk=old.pk).text) == (kept, old.text)
    said = words_of(new)
    assert "вместо «Свет починен» читать «Свет во дворе починен»" in said
    assert "5 марта 2026 г." in said, "the day of the answer stands"
    terms = {row.clock: (row.norm, row.due_day, row.state) for row in Term.objects.filter(proceeding=child)}
    assert terms == {  # Thursday the 5th; Friday (1), Tuesday the 10th (2; Monday is a holiday moved), Wednesday (3)
        "correcting": ("APPK.82.1", dt.date(2026, 3, 11), "kept"),
        "corrected_copy": ("APPK.82.2", terms["corrected_copy"][1], "kept"),
    }
    sent = Dispatch.objects.latest("pk")
    assert (sent.paper, sent.way) == (new.paper, "post")
    child.refresh_from_db()
    assert (child.state, child.open) == ("sent", False)
    assert Appeal.objects.get(proceeding__number=number).answer == new.text
    assert Notice.objects.filter(template="answer_corrected", to="applicant").exists()
    assert not list(integrity.faults())


def test_on_the_portal_it_is_sent_with_the_signature(house: House) -> None:
    number = answered(house, channel="portal")
    slip(house, number, ground="own")
    sign(house, number)
    assert Proceeding.objects.get(procedure="slip").state == "sent"
    assert [each.way for each in Dispatch.objects.order_by("pk")] == ["portal", "portal"]
    assert not list(integrity.faults())


def test_a_closed_case_is_taken_out_and_put_back(house: House) -> None:
    number = answered(house)
    house.step(HEAD, "close", number)
    slip(house, number)
    assert Proceeding.objects.get(number=number).state == "answered"
    slip_again = pytest.raises(ForbiddenByLaw)
    with slip_again as refused:
        slip(house, number)
    assert Proceeding.objects.get(procedure="slip").number in refused.value.message.ru
    house.step(EXECUTOR, "withdraw", Proceeding.objects.get(procedure="slip").number, procedure="slip")
    slip(house, number, wrong="виновные", right="все виновные")
    assert open_slip(look(number, actor=house.actor(HEAD))) is not None


REFUSED: list[tuple[str, dict[str, Any], type[Refusal], str]] = [
    ("words that stand nowhere", {"wrong": "Свет потух"}, Invalid, "wrong"),
    ("words that stand twice", {"wrong": "о", "right": "а"}, Invalid, "wrong"),
    ("in another part", {"part": "norms"}, Invalid, "wrong"),
    ("nothing is changed", {"right": "Свет починен"}, Invalid, "right"),
    ("it is to come", {"found_on": "2026-03-06"}, Invalid, "found_on"),
    ("before the answer", {"found_on": "2026-03-04"}, Invalid, "found_on"),
    ("who may not sign", {"signatory": "executor1"}, Invalid, "signatory"),
    ("no ground", {"ground": ""}, Invalid, "ground"),
    (
        "the way of complaint is taken out",
        {"part": "contest", "wrong": "в течение трёх месяцев", "right": "вовремя"},
        Invalid,
        "right",
    ),
    ("who does not consider it", {"login": "almaty.registrar"}, NoRight, ""),
]


@pytest.mark.parametrize(
    ("changes", "refusal", "field"), [each[1:] for each in REFUSED], ids=[each[0] for each in REFUSED]
)
def test_what_is_no_slip(house: House, changes: dict[str, Any], refusal: type[Refusal], field: str) -> None:
    number = answered(house)
    if isinstance(changes.get("signatory"), str):
        changes = {"signatory": house.people[f"almaty.{changes['signatory']}"].pk}
    with pytest.raises(refusal) as refused:
        slip(house, number, **changes)
    assert field in {"", *refused.value.fields}
    assert not Slip.objects.exists()


def test_what_a_signature_asks(house: House) -> None:
    number = answered(house)
    with pytest.raises(WrongState):
        slip(house, house.register().number, HEAD)
    slip(house, number)
    for said, refusal in (
        ({"login": "almaty.registrar"}, NoRight),
        ({"password": False}, ForbiddenByLaw),
        ({"seen": "0" * 64}, ForbiddenByLaw),
    ):
        with pytest.raises(refusal):
            sign(house, number, **said)  # type: ignore[arg-type]
    with pytest.raises(ForbiddenByLaw):
        house.step(EXECUTOR, "send_slip", number, way="post")
    assert AnswerGiven.objects.count() == 1


def test_there_must_be_an_answer(house: House) -> None:
    number = answered(house)
    AnswerGiven.objects.all().delete()
    with pytest.raises(ForbiddenByLaw) as refused:
        slip(house, number)
    assert "Исправлять нечего" in refused.value.message.ru


def test_what_is_sent_is_what_was_signed(house: House) -> None:
    """A file that is not the one whose digest was sealed is neither sent nor overlooked at night."""
    number = house.register().number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.to_sign(house.draft(number))
    house.sign(number)
    given = last_answer(look(number, actor=house.actor(HEAD)).row.pk)
    assert given is not None
    path = path_of(given.sha256)
    kept = path.read_bytes()
    path.write_bytes(kept + b" ")
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step(EXECUTOR, "dispatch", number, way="post")
    assert "не тот, что подписан" in refused.value.message.ru
    assert [fault.check for fault in integrity.faults()] == ["file"]
    path.write_bytes(kept)
    house.step(EXECUTOR, "dispatch", number, way="post")


@pytest.mark.parametrize("column", ["sha256", "signed_by", "number", "code", "power", "language"])
def test_a_signed_answer_stands(house: House, column: str) -> None:
    answered(house)
    value: Any = {} if column == "power" else "x"
    with pytest.raises(DatabaseError, match="stands"):
        IssuedPaper.objects.filter(paper="answer").update(**{column: value})


def test_what_was_decided_stands(house: House) -> None:
    answered(house)
    with pytest.raises(DatabaseError, match="stands"):
        AnswerGiven.objects.update(outcome="refuse")


def interim(house: House) -> str:
    """An appeal that is inspected, whose interim reply was signed and sent; return its number."""
    number = house.register(kind="application").number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.step(HEAD, "order_inspection", number, check="Проверка", since="2026-03-10", until="2026-04-30")
    said = {"language": "ru", "check": "Проверка застройщика", "since": "2026-03-10", "until": "2026-04-30"}
    house.step(EXECUTOR, "write_interim_reply", number, **said)
    draft = PaperDraft.objects.get(paper="interim_reply")
    to = {"procedure": "interim_reply", "signatory": house.people[EXECUTOR].pk}
    house.step(EXECUTOR, "send_to_sign", draft.proceeding.number, **to)
    house.step(EXECUTOR, "sign_paper", number, draft=draft.proceeding.number, seen=digest_of(draft.contents))
    house.step(EXECUTOR, "send_paper", number, paper=IssuedPaper.objects.get(paper="interim_reply").pk, way="post")
    return number


def of_interim(house: House, number: str, wrong: str, right: str, **more: Any) -> Done:
    said = {"part": "check", "wrong": wrong, "right": right, "signatory": house.people[EXECUTOR].pk}
    return slip(house, number, **{**said, **more})


def test_an_interim_reply_is_corrected_while_the_appeal_is_considered(house: House) -> None:
    number = interim(house)
    old = IssuedPaper.objects.get(paper="interim_reply")
    kept = path_of(old.sha256).read_bytes()
    track = Proceeding.objects.get(number=number).track or ""

    def shown() -> list[str]:
        found = followed(track)
        return [] if found is None else [each["row"].code for each in found.papers if each["row"].paper == old.paper]

    with clock.standing_at(MORNING + dt.timedelta(days=1)):
        of_interim(house, number, "застройщика", "застройщика дома", found_on="2026-03-06")
        sign(house, number, EXECUTOR)
        assert shown() == [old.code], "what is signed and not sent is not shown"
        house.step(EXECUTOR, "send_slip", number, way="post")
    copy = IssuedPaper.objects.get(corrects=old)
    assert (copy.number, copy.language, copy.to, copy.signer) == (old.number, "ru", "applicant", house.people[EXECUTOR])
    assert shown() == [copy.code]
    assert path_of(old.sha256).read_bytes() == kept
    page = pypdfium2.PdfDocument(path_of(copy.sha256).read_bytes())[0]
    words = " ".join(page.get_textpage().get_text_range().split())
    assert "вместо «застройщика» читать «застройщика дома»" in words
    assert "5 марта 2026 г." in words, "the day of the reply stands"
    appeal = Appeal.objects.get(proceeding__number=number)
    assert (appeal.proceeding.state, appeal.answer, AnswerGiven.objects.count()) == ("under_review", "", 0)
    assert not list(integrity.faults())


def test_a_corrected_copy_is_corrected_in_its_turn(house: House) -> None:
    number = interim(house)
    for wrong, right in (("застройщика", "застройщика дома"), ("Проверка", "Внеплановая проверка")):
        of_interim(house, number, wrong, right)
        sign(house, number, EXECUTOR)
        house.step(EXECUTOR, "send_slip", number, way="post")
    last = IssuedPaper.objects.filter(paper="interim_reply").latest("pk")
    assert last.corrects is not None
    assert contents_of(last)["check"] == "Внеплановая проверка застройщика дома"
    assert contents_of(last.corrects)["check"] == "Проверка застройщика дома"
    assert root_of(last).corrects is None


def test_only_a_paper_that_went_out_and_only_its_own_parts(house: House) -> None:
    number = interim(house)
    sent = IssuedPaper.objects.get(paper="interim_reply")
    for changes, field in (
        ({"paper": 0}, "paper"),
        ({"part": "text"}, "part"),
        ({"right": "застройщика", "wrong": "подрядчика"}, "wrong"),
    ):
        with pytest.raises(Invalid) as refused:
            of_interim(house, number, **{"wrong": "застройщика", "right": "подрядчика", "paper": sent.pk, **changes})
        assert field in refused.value.fields
    Dispatch.objects.all().delete()
    with pytest.raises(ForbiddenByLaw) as nothing:
        of_interim(house, number, "застройщика", "подрядчика")
    assert "Исправлять нечего" in nothing.value.message.ru


def test_a_decision_to_terminate_is_corrected_though_no_dispatch_book_has_it(house: House) -> None:
    """It went out with the notice of its step; its corrected copy waits for the book as any other."""
    number = house.register(kind="application").number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.terminate(house.termination(number, EXECUTOR))
    old = IssuedPaper.objects.get(paper="termination_decision")
    reasons = str(contents_of(old)["reasons"])
    said = {"part": "reasons", "wrong": reasons, "right": f"{reasons} (2026)", "found_on": "2026-03-05"}
    with clock.standing_at(MORNING + dt.timedelta(days=1)):
        slip(house, number, **said)
        with pytest.raises(NoRight):
            sign(house, number, EXECUTOR)
        sign(house, number)
        copy = IssuedPaper.objects.get(corrects=old)
        assert copy.pk in unsent_papers([copy.proceeding_id])
        house.step(EXECUTOR, "send_slip", number, way="post")
    assert not unsent_papers([copy.proceeding_id])
    assert (Proceeding.objects.get(number=number).state, contents_of(copy)["reasons"]) == ("terminated", said["right"])


def test_a_slip_that_stands_keeps_the_case_from_the_file(house: House) -> None:
    number = answered(house)
    slip(house, number)
    with pytest.raises(ForbiddenByLaw) as refused:
        house.step(HEAD, "close", number)
    assert refused.value.cites == ("APPK.82", "29I.21")
