"""An application with a hearing, an assignment, a check with a visit and a question to another unit beside it."""

import datetime as dt
from typing import Any

from nadzor import clock
from nadzor.appeals.drafts import digest_of
from nadzor.appeals.models import PaperDraft
from nadzor.casework.act import Act
from nadzor.casework.models import Proceeding
from nadzor.casework.perform import perform
from nadzor.organs.models import Unit
from tests.house import House

EXECUTOR, HEAD, DEPUTY, UNIT_HEAD = "almaty.executor1", "almaty.head", "almaty.deputy", "almaty.interests.head"


def lay(house: House, number: str, words: str) -> dict[str, str]:
    """Open all of them beside an application that the executor considers; return the number of each by its table.

    `words`: whatever somebody has to write.
    """
    day = clock.today("Asia/Almaty")
    later = (day + dt.timedelta(days=20)).isoformat()
    _written(house, number, "visit_memo", UNIT_HEAD, DEPUTY, addressee=words, where=words, studied=words, agreed=words)
    _written(house, number, "visit_decision", HEAD, where=words, who=words)
    plan = {"name": words, "since": day.isoformat(), "until": later, "questions": words}
    _written(house, number, "check_plan", DEPUTY, people=f"{words} | {words} | {words}", **plan)
    asked = {"language": "ru", "addressee": words, "skill": words, "questions": words}
    house.step(EXECUTOR, "write_specialist_request", number, **asked)
    house.step(EXECUTOR, "write_check_summary", number, language="ru", measures=words)
    house.step(EXECUTOR, "begin_visit", number, ground="systematic")
    hearing = {"way": "written", "on": later, "act_day": later, "preliminary": words}
    house.step(EXECUTOR, "omit_hearing", number, ground="at_once", reasons=words)
    house.step(EXECUTOR, "offer_hearing", number, **hearing)
    check = {"office": "751110-district", "circumstances": words, "due": later, "reckoned": words}
    house.step(HEAD, "instruct", number, **check)
    unit = Unit.objects.get(body__code="750000-oblast", code="appeals").pk
    house.step(UNIT_HEAD, "ask_transfer", number, unit=unit, reasons=words)
    return {row.procedure: row.number for row in Proceeding.objects.filter(parent__number=number).order_by("pk")}


def _written(house: House, number: str, paper: str, signatory: str, agrees: str = "", **said: Any) -> None:
    """Write a paper, have it agreed where somebody must, and signed."""
    reasons = {} if paper == "check_plan" else {"reasons": next(iter(said.values()))}
    done = house.step(EXECUTOR, f"write_{paper}", number, language="ru", **reasons, **said)
    draft = str(done.answers[0]["children"][-1])
    if agrees:
        house.step(EXECUTOR, "send_for_agreement", draft, procedure=paper, agreers=[house.people[agrees].pk])
        house.step(agrees, "agree", draft, procedure=paper)
    house.step(EXECUTOR, "send_to_sign", draft, procedure=paper, signatory=house.people[signatory].pk)
    read = digest_of(PaperDraft.objects.get(proceeding__number=draft).contents)
    seen = {"draft": draft, "seen": read}
    perform(Act("appeal", "sign_paper", house.actor(signatory, clock.today("Asia/Almaty")).again(), seen, on=(number,)))
