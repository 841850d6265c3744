"""E-mails over a real mail server: taken, refused for good and for a while, away, hanging; nothing lost or unknown.

Source: article 66 of the code on administrative procedures: a notice by e-mail is fixed, with address, moment, proof.
"""

import datetime as dt
from typing import Any

import pytest
from django.test import override_settings

from nadzor import clock
from nadzor.appeals.dispatching import BY_EMAIL
from nadzor.appeals.emailing import mailed_among
from nadzor.casework import integrity, mail, mailing, outbox
from nadzor.casework.delivery import Delivery, MailServer
from nadzor.casework.delivery_steps import told_of
from nadzor.casework.models import Entry, Notice, Proceeding, Term
from tests.casework.mailbox import Mailbox, free_port, mail_server, silent_server
from tests.house import LETTER, MORNING, House

pytestmark = pytest.mark.django_db
REGISTRAR, HEAD, EXECUTOR = "almaty.registrar", "almaty.head", "almaty.executor1"
ADDRESS = "probe@example.org"
BY_MAIL = {**{name: text for name, text in LETTER["applicant"].items() if name != "postal_address"}, "email": ADDRESS}
WITH_BOTH = {**LETTER["applicant"], "email": ADDRESS}
MINUTES = dt.timedelta(minutes=1)


@pytest.fixture
def box() -> Any:
    with mail_server() as running:
        yield running


def told(house: House, **changes: Any) -> str:
    """An appeal of somebody with an e-mail address, whose registration waits to be told."""
    number = house.register(**{"applicant": BY_MAIL, **changes}).number
    outbox.deliver()
    return number


def emails(number: str) -> list[Delivery]:
    return list(Delivery.objects.filter(notice__proceeding__number=number, way="email").order_by("notice", "attempt"))


def states(number: str) -> list[str]:
    return [each.outcome for each in emails(number)]


def signed(house: House, **changes: Any) -> str:
    number = house.register(**{"applicant": BY_MAIL, "channel": "email", **changes}).number
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.to_sign(house.draft(number))
    house.sign(number)
    return number


def test_a_letter_says_the_number_and_where_to_read_and_no_more(house: House, box: Mailbox) -> None:
    number = told(house)
    assert mailing.send() == 1
    (letter,) = box.letters
    text = letter.get_payload(decode=True).decode()  # type: ignore[union-attr]
    row = Proceeding.objects.get(number=number)
    assert letter["To"] == ADDRESS
    assert (number in text, "/follow/" in text, "115" in text) == (True, True, True)
    for secret in (row.track, row.track.replace("-", ""), "Пробная", "960101500101", "свет", LETTER["demands"]):  # type: ignore[union-attr]
        assert secret not in letter.as_string() + text, secret


def test_the_proof_is_the_answer_of_the_server(house: House, box: Mailbox) -> None:
    (row,) = emails(told(house))
    mailing.send()
    row.refresh_from_db()
    assert (row.outcome, row.address, row.at, row.message_id) == ("sent", ADDRESS, MORNING, box.ids[0])
    assert row.proof["answer"] == "250 OK queued as 42"


def test_nothing_is_sent_twice_by_two_runs(house: House, box: Mailbox) -> None:
    told(house)
    outbox.deliver()
    assert (mailing.send(), mailing.send(), len(box.letters)) == (1, 0, 1)


@pytest.mark.parametrize(
    ("rcpt", "data", "outcomes"),
    [
        pytest.param("550 No such user", "250 OK", ["refused"], id="unknown recipient"),
        pytest.param("250 OK", "554 Looks like spam", ["refused"], id="letter refused for good"),
        pytest.param("451 Try later", "250 OK", ["deferred", "waiting"], id="grey list"),
        pytest.param("250 OK", "452 Box is full", ["deferred", "waiting"], id="box is full"),
    ],
)
def test_a_refusal_for_good_ends_and_one_for_a_while_waits(
    house: House, box: Mailbox, rcpt: str, data: str, outcomes: list[str]
) -> None:
    number = told(house)
    box.rcpt, box.data = rcpt, data
    assert mailing.send() == 0
    rows = emails(number)
    assert [each.outcome for each in rows] == outcomes
    answer = rows[0].proof.get("answer") or told_of(rows[0])["reason"]
    assert answer == (rcpt if not rcpt.startswith("250") else data)
    task = Notice.objects.filter(proceeding__number=number, failed_at__isnull=False)
    assert task.exists() == (outcomes == ["refused"])


def test_the_pauses_grow_and_the_last_attempt_is_a_dead_letter_that_people_hear_of(house: House, box: Mailbox) -> None:
    number = told(house)
    box.rcpt = "451 Try later"
    at, begun = MORNING, MORNING
    for pause in mailing.PAUSES:
        with clock.standing_at(at):
            mailing.send()
            assert mailing.send() == 0
        last = emails(number)[-1]
        assert (last.outcome, last.next_at) == ("waiting", at + pause)
        with clock.standing_at(at + pause - MINUTES / 2):
            mailing.send()
        assert emails(number)[-1].pk == last.pk  # not before its time
        at += pause
    with clock.standing_at(at):
        mailing.send()
    assert states(number) == ["deferred"] * len(mailing.PAUSES) + ["gave_up"]
    assert at - begun >= dt.timedelta(days=4)  # RFC 5321, 4.5.4.1
    assert list(mailing.PAUSES) == sorted(mailing.PAUSES)
    assert len({each.message_id for each in emails(number)}) == 1
    heard = Notice.objects.filter(template="undelivered", proceeding__number=number).values_list("person", flat=True)
    assert list(heard) == [house.people[REGISTRAR].pk]
    entry = Entry.objects.filter(proceeding__number=number).latest("pk")
    assert (entry.step, entry.data["outcome"], entry.cites) == ("note_delivery", "gave_up", ["29I.44"])


@pytest.mark.parametrize("how", ["nobody listens", "never says a word", "refuses our password"])
def test_a_server_that_is_away_loses_no_letter_and_none_is_to_blame(house: House, how: str) -> None:
    number = told(house)
    with mail_server() as box, silent_server() as silent:
        where = {"nobody listens": free_port(), "never says a word": silent}.get(how)
        wrong = {"EMAIL_HOST_USER": "nobody", "EMAIL_HOST_PASSWORD": "wrong"}
        changes: dict[str, Any] = wrong if where is None else {"EMAIL_PORT": where}
        with override_settings(**changes):
            assert mailing.send() == 0
            server = MailServer.objects.get()
            assert (server.away_since, server.next_at, server.failures) == (MORNING, MORNING + MINUTES, 1)
            assert server.fault
            assert states(number) == ["waiting"]
            with clock.standing_at(MORNING + MINUTES):
                mailing.send()
            assert MailServer.objects.get().next_at == MORNING + 3 * MINUTES  # the pauses grow
        with clock.standing_at(MORNING + 2 * MINUTES):
            assert mailing.send() == 0  # its pause is not over
        with clock.standing_at(MORNING + 3 * MINUTES):
            assert mailing.send() == 1
        assert (states(number), len(box.letters)) == (["sent"], 1)
        assert MailServer.objects.get().away_since is None


def test_without_a_server_letters_wait(house: House) -> None:
    number = told(house)
    assert not mail.configured()
    assert (mailing.send(), states(number)) == (0, ["waiting"])


def test_a_letter_whose_line_breaks_is_sent_again_under_its_own_id(house: House, box: Mailbox) -> None:
    number = told(house)
    box.hang_up = True
    assert mailing.send() == 0
    assert states(number) == ["broken_off", "waiting"]
    box.hang_up = False
    with clock.standing_at(MORNING + mailing.PAUSES[0]):
        assert mailing.send() == 1
    assert states(number) == ["broken_off", "sent"]
    assert len(box.ids) == 2
    assert len(set(box.ids)) == 1  # one letter for whoever reads it
    assert len({each["Date"] for each in box.letters}) == 1


def test_a_hanging_server_costs_a_letter_one_attempt(house: House, box: Mailbox) -> None:
    number = told(house)
    box.hang = True
    assert mailing.send() == 0
    assert states(number) == ["broken_off", "waiting"]


class Killed(BaseException):
    """A worker dies."""


@pytest.mark.parametrize("moment", ["_accepted", "before"])
def test_a_killed_worker_leaves_a_letter_that_is_sent_under_its_own_id(
    house: House, box: Mailbox, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Killed between the acceptance and the mark, or before the sending: told once at least, known as one letter."""
    number = told(house)

    def die(*_args: object, **_named: object) -> None:
        raise Killed

    with monkeypatch.context() as dying:
        if moment == "before":
            dying.setattr(mail.Line, "send", die)
        else:
            dying.setattr(mailing, "_accepted", die)
        with pytest.raises(Killed):
            mailing.send()
    (row,) = emails(number)
    assert (row.outcome, bool(row.message_id)) == ("sending", True)  # kept beforehand
    with clock.standing_at(MORNING + mailing.BROKEN):
        assert mailing.send() == 0  # perhaps it is still at work
    with clock.standing_at(MORNING + mailing.BROKEN + MINUTES):
        assert mailing.send() == 1
    assert states(number) == ["broken_off", "sent"]
    assert len(box.letters) == (1 if moment == "before" else 2)
    assert set(box.ids) == {row.message_id}


@pytest.mark.norm("29I.68.1")
def test_an_answer_by_email_is_sent_on_the_day_the_server_accepts_it(house: House, box: Mailbox) -> None:
    number = signed(house)
    house.step(REGISTRAR, "send_by_email", number)
    box.rcpt = "451 Try later"
    outbox.deliver()
    mailing.send()
    row = Proceeding.objects.get(number=number)
    assert (row.state, row.terms.get(clock="consideration").state) == ("signed", Term.State.RUNNING)
    box.rcpt = "250 OK"
    with clock.standing_at(MORNING + dt.timedelta(days=1)):
        mailing.send()
    row.refresh_from_db()
    assert (row.state, row.terms.get(clock="consideration").ended_on) == ("answered", dt.date(2026, 3, 6))
    (dispatch,) = Proceeding.objects.filter(parent=row, procedure="dispatch")
    assert (dispatch.dispatch.way, dispatch.dispatch.sent_on) == ("email", dt.date(2026, 3, 6))  # type: ignore[attr-defined]
    letter = next(each for each in box.letters if each.is_multipart())
    (part,) = [each for each in letter.walk() if each.get_content_type() == "application/pdf"]
    assert part.get_payload(decode=True)[:5] == b"%PDF-"  # type: ignore[index]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({"applicant": LETTER["applicant"]}, "нет электронного адреса", id="no address"),
        pytest.param({"applicant": WITH_BOTH, "channel": "paper"}, "дал другой адрес", id="nobody asked for it"),
        pytest.param({"applicant": {**BY_MAIL, "email": "not an address"}}, "неверен", id="a wrong one"),
    ],
)
def test_an_answer_goes_by_email_only_to_who_wrote_so_or_gave_no_other_address(
    house: House, changes: dict[str, Any], says: str
) -> None:
    from nadzor.casework.refusals import ForbiddenByLaw

    number = signed(house, **changes)
    with pytest.raises(ForbiddenByLaw, match="") as refused:
        house.step(REGISTRAR, "send_by_email", number)
    assert says in refused.value.message.ru


def test_an_answer_that_is_refused_stays_signed_and_goes_by_post(house: House, box: Mailbox) -> None:
    number = signed(house)
    house.step(REGISTRAR, "send_by_email", number)
    box.rcpt = "550 No such user"
    outbox.deliver()
    mailing.send()
    row = Proceeding.objects.get(number=number)
    task = Notice.objects.get(proceeding=row, template=BY_EMAIL)
    assert (row.state, task.failed_at) == ("signed", MORNING)
    house.step(REGISTRAR, "dispatch", number, way="post")
    task.refresh_from_db()
    assert task.failed_at is None


@pytest.mark.parametrize(
    ("applicant", "ways"),
    [
        pytest.param(BY_MAIL, {("portal", False), ("email", True)}, id="e-mail"),
        pytest.param(LETTER["applicant"], {("portal", False)}, id="post: no point asks for it"),
        pytest.param(WITH_BOTH, {("portal", False), ("email", True)}, id="both: the quicker one"),
        pytest.param({**LETTER["applicant"], "email": "no address"}, {("portal", False)}, id="a wrong address"),
    ],
)
def test_by_which_ways_a_registration_is_told(
    house: House, applicant: dict[str, Any], ways: set[tuple[str, bool]]
) -> None:
    number = told(house, applicant=applicant)
    rows = Delivery.objects.filter(notice__proceeding__number=number)
    assert {(each.way, each.main) for each in rows} == ways


@pytest.mark.parametrize(
    ("applicant", "ways"),
    [
        pytest.param(BY_MAIL, {("portal", False), ("email", True)}, id="e-mail"),
        pytest.param(LETTER["applicant"], {("portal", False), ("post", True)}, id="a registered letter"),
    ],
)
def test_by_which_ways_a_request_to_mend_is_told(
    house: House, applicant: dict[str, Any], ways: set[tuple[str, bool]]
) -> None:
    """29I.25.1 asks to tell it in writing, so where there is no e-mail address a registered letter goes."""
    number = told(house, applicant=applicant)
    house.step(HEAD, "assign", number, executor=house.people[EXECUTOR].pk)
    house.step(EXECUTOR, "ask_to_cure", number, missing=["signature"], due="2026-03-20")
    outbox.deliver()
    rows = Delivery.objects.filter(notice__proceeding__number=number, notice__template="cure_asked")
    assert {(each.way, each.main) for each in rows} == ways


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"outcome": "sending", "at": MORNING - dt.timedelta(days=2)}, "letter"),
        ({"outcome": "refused"}, "undelivered"),
        ({"way": "post", "outcome": "sent"}, "tracking"),
    ],
)
def test_the_night_asks_what_cannot_be(house: House, change: dict[str, Any], check: str) -> None:
    number = told(house)
    assert list(integrity.faults()) == []
    Delivery.objects.filter(way="email").update(**change)
    (fault,) = integrity.faults()
    assert (fault.check, fault.where) == (check, f"{number}/registered")
    assert all(fault.what)
    assert all(fault.cure)


def test_the_book_tells_that_an_answer_is_with_the_mail_server(house: House) -> None:
    first, second = signed(house), signed(house)
    house.step(REGISTRAR, "send_by_email", first)
    ids = dict(Proceeding.objects.filter(number__in=[first, second]).values_list("number", "pk"))
    assert mailed_among(ids.values()) == {ids[first]}
    outbox.deliver()
    assert mailed_among(ids.values()) == {ids[first]}
