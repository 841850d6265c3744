"""Kill -9 of a real worker in the midst of sending mail and of printing a batch: nothing lost, nothing unknown.

Source: article 66 of the code on administrative procedures (29I.44): a notice is fixed with its way, moment and proof.
An e-mail is promised at least once (`mailing`): the one letter that was on the line at the kill may come twice, as one
letter for whoever reads it, and the log of the case says so. All others come once.
"""

import asyncio
import http.client
import io
import json
import threading
import time
import uuid
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from nadzor.casework.delivery import Outcome
from nadzor.casework.mailing import BROKEN
from nadzor.workplace.deliveries import OUTCOMES
from tests.casework.mailbox import Mailbox, free_port
from tests.faults.browser import Browser
from tools.soak.house import TOKEN, House, open_house, until
from tools.soak.load import letter

REGISTRAR = "almaty.registrar"
LETTERS = 5
PRINTS = 48


class SlowBox(Mailbox):
    """A mail server that keeps a line waiting: the letter named `slow_at` is answered only when it is let go.

    `takes`: it has taken the letter before it makes the sender wait; else it takes it only afterwards, if at all.
    """

    def __init__(self) -> None:
        super().__init__()
        self.slow_at, self.takes = 0, True
        self.on_the_line = threading.Event()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if len(self.letters) != self.slow_at or self.on_the_line.is_set():
            return await super().handle_DATA(server, session, envelope)
        if self.takes:
            await super().handle_DATA(server, session, envelope)
        self.on_the_line.set()
        await asyncio.sleep(60)
        return "451 The line was let go"


class Post(NamedTuple):
    house: House
    box: SlowBox


@pytest.fixture(scope="module")
def post() -> Iterator[Post]:
    box = SlowBox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    named = {
        "NADZOR_MAIL_HOST": "127.0.0.1",
        "NADZOR_MAIL_PORT": str(controller.port),
        "NADZOR_MAIL_SECURITY": "none",
        "NADZOR_MAIL_FROM": "prokuratura@example.kz",
    }
    try:
        with open_house(**named) as house:
            house.admit()
            yield Post(house, box)
    finally:
        controller.stop(no_assert=True)


def registered(house: House, count: int, name: str, **applicant: str) -> list[str]:
    """Register some letters by the API; return their numbers."""
    numbers = []
    for place in range(count):
        said = letter(f"{name}-{place}", "750000-oblast")
        said["applicant"] = {**said["applicant"], **applicant}  # type: ignore[dict-item]
        link = http.client.HTTPConnection("127.0.0.1", house.port, timeout=30)
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        link.request("POST", "/api/v1/appeals", json.dumps(said), {**headers, "Idempotency-Key": f"{name}-{place}"})
        answer = link.getresponse()
        told = answer.read()
        assert answer.status == 201, told
        numbers.append(str(json.loads(told)["number"]))
        link.close()
    return numbers


def outcomes(house: House, numbers: list[str]) -> dict[str, list[str]]:
    """What came of the e-mails of cases, attempt by attempt."""
    with house.session() as session:
        rows = session.execute(
            "SELECT p.number, array_agg(d.outcome ORDER BY d.attempt) FROM casework_delivery d"
            " JOIN casework_notice n ON n.id = d.notice_id JOIN casework_proceeding p ON p.id = n.proceeding_id"
            " WHERE d.way = 'email' AND p.number = ANY (%s) GROUP BY p.number",
            (numbers,),
        ).fetchall()
    return {number: list(found) for number, found in rows}


@pytest.mark.parametrize("takes", [True, False], ids=["the server took it", "the server did not take it"])
def test_a_worker_killed_while_a_letter_is_on_the_line(post: Post, takes: bool) -> None:
    house, box = post
    box.letters.clear()
    box.on_the_line.clear()
    box.takes, box.slow_at = takes, 1
    numbers = registered(house, LETTERS, f"mail-{takes}", email="probe@example.org")
    until(box.on_the_line.is_set, "a letter is on the line", 60)
    dead = house.kill("worker")
    hung = next(number for number, found in outcomes(house, numbers).items() if found == ["sending"])
    house.back("worker", dead)
    others = [number for number in numbers if number != hung]
    until(lambda: all(outcomes(house, numbers)[each] == ["sent"] for each in others), "the other letters are sent", 90)
    assert outcomes(house, numbers)[hung] == ["sending"]  # perhaps another worker is at it: it is left for a while
    with house.session() as session:  # the while has passed
        session.execute("UPDATE casework_delivery SET at = at - %s WHERE outcome = 'sending'", (BROKEN,))
    until(lambda: outcomes(house, numbers)[hung] == ["broken_off", "sent"], "the letter is sent again", 60)

    told = [str(each.get_payload(decode=True), "utf-8") for each in box.letters]  # type: ignore[arg-type]
    came = {number: sum(number in text for text in told) for number in numbers}
    assert came == {**dict.fromkeys(others, 1), hung: 2 if takes else 1}
    assert len(set(box.ids)) == LETTERS  # what came twice is one letter for whoever reads it
    page = Browser(house, REGISTRAR).get(f"/work/case/{hung}/")
    assert OUTCOMES[Outcome.BROKEN_OFF][1].ru in page  # and who looks after the case sees it


def progress(browser: Browser, batch: str) -> tuple[int, str]:
    """How many letters of a batch its page says are done, and the page."""
    page = browser.get(batch)
    return int(page.partition('<progress id="batch-bar" value="')[2].partition('"')[0]), page


def folder(house: House, batch: str) -> Any:
    return house.data / "batches" / batch.rstrip("/").rpartition("/")[2]


@pytest.mark.parametrize("moment", ["setting", "joining"])
def test_a_worker_killed_in_the_midst_of_a_batch(post: Post, moment: str) -> None:
    house = post.house
    numbers = registered(house, PRINTS, f"batch-{moment}")
    browser = Browser(house, REGISTRAR)
    browser.get("/work/letters/new/?" + "&".join(f"number={each}" for each in numbers))
    batch = browser.post(
        "/work/letters/new/",
        make="true",
        ticked="yes",
        number=numbers,
        kind="own",
        language="ru",
        title_ru="О переезде прокуратуры",
        text_ru="Ваше обращение № {number}.\n\n" + "Прокуратура переехала. " * 800,
        key=uuid.uuid4().hex,
    )
    seen = [0]

    def reached() -> bool:
        with house.session() as session:
            row = session.execute("SELECT state, done FROM workplace_letterbatch ORDER BY id DESC LIMIT 1").fetchone()
        assert row is not None
        assert row[0] != "done", "the batch was ready before the kill"
        return row == (moment, PRINTS) if moment == "joining" else row[0] == moment and 0 < row[1] < PRINTS

    until(reached, f"the batch is {moment}", 60)
    dead = house.kill("worker")
    before, page = progress(browser, batch)
    seen.append(before)
    assert "hx-get" in page  # the page still asks
    house.back("worker", dead)
    deadline = time.monotonic() + 120
    while "letters.pdf" not in page and time.monotonic() < deadline:
        done, page = progress(browser, batch)
        seen.append(done)
        time.sleep(0.1)
    assert seen == sorted(seen)
    assert seen[-1] == PRINTS
    with pypdfium2.PdfDocument(browser.raw(f"{batch}letters.pdf")[1]) as joined:
        told = [" ".join(each.get_textpage().get_text_range().split()) for each in joined]
    assert [sum(f"№ {number}." in text for text in told) for number in numbers] == [1] * PRINTS
    with zipfile.ZipFile(io.BytesIO(browser.raw(f"{batch}letters.zip")[1])) as packed:
        assert packed.namelist() == [f"{number}.pdf" for number in numbers]
        assert packed.testzip() is None
    assert sorted(path.name for path in folder(house, batch).iterdir()) == ["letters.pdf", "letters.zip"]
    with house.session() as session:
        looks = session.execute(
            "SELECT count(*), count(DISTINCT l.proceeding_id) FROM casework_look l JOIN casework_proceeding p"
            " ON p.id = l.proceeding_id WHERE l.way = 'print' AND p.number = ANY (%s)",
            (numbers,),
        ).fetchone()
    assert looks == (PRINTS, PRINTS)
