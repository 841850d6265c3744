"""The draft is looked through before it goes for signature: each demand, each required item; templates give items."""

from typing import Any

import pytest
from django.urls import reverse

from nadzor.appeals.draft_check import checklist
from nadzor.appeals.drafting_forms import Draft
from nadzor.casework.loading import case_of
from nadzor.casework.models import Proceeding
from nadzor.law.facts import Outcome
from nadzor.law.o29.decisions import Checked, Contents, answers_to
from tests.house import DRAFT, House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
DEMANDS = "1. Починить свет.\n2. Наказать виновных."
ROW = {"argument": "Починить свет.", "finding": "confirmed", "facts": "Починен 10 марта."}


def contents(*rows: Checked, kind: str = "message") -> Contents:
    return Contents(kind, Outcome.ANSWER, "ru", "ru", "т", "н", "к", rows, demands=["Починить свет.", "Наказать."])


@pytest.mark.norm("29I.60.1")
@pytest.mark.parametrize(
    ("rows", "answered"),
    [
        ((), [False, False]),
        ((Checked("починить свет", "confirmed", "Починен."),), [True, False]),
        ((Checked("Другими словами", "refuted", "Нет."),), [True, False]),  # worded anew by the author
        ((Checked("Наказать.", "partly", "Один."), Checked("Свет", "confirmed", "Починен.")), [True, True]),
        ((Checked("Наказать.", "partly", "Один."), Checked("Свет", "confirmed", " ")), [False, True]),
        ((Checked("Наказать.", "", "Один."),), [False, False]),
    ],
)
def test_a_demand_is_answered_by_a_row_of_its_own(rows: tuple[Checked, ...], answered: list[bool]) -> None:
    assert [ok for _, ok in answers_to(contents(*rows))] == answered


def drafted(house: House, **changes: Any) -> tuple[str, str]:
    number = house.register(demands=DEMANDS).number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    return number, house.draft(number, **changes)


@pytest.mark.norm("29I.85")
@pytest.mark.norm("29I.86")
@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"arguments": [ROW, {**ROW, "argument": "Наказать виновных."}]}, set()),
        ({"arguments": [ROW]}, {"29I.60.1"}),
        ({"norms": "", "arguments": [ROW, ROW]}, {"29I.85"}),
        ({"contest": "", "arguments": [ROW, ROW]}, {"29I.85"}),
        ({"act_brought": "Протест", "arguments": [ROW, ROW]}, {"29I.86"}),
        ({"outcome": "adopt_act", "arguments": [ROW, ROW]}, {"29I.69"}),
    ],
)
def test_every_item_is_told_with_its_point(
    house: House, enter: SignedIn, changes: dict[str, Any], missing: set[str]
) -> None:
    number, draft = drafted(house, **changes)
    case = case_of(Proceeding.objects.get(number=number))
    lines = checklist(Draft.model_validate({**DRAFT, **changes}), case)
    assert missing <= {each.point for each in lines if not each.ok}
    assert bool(missing) == any(not each.ok for each in lines)
    browser = enter("almaty.executor1", "ru")
    for address in (f"/work/case/{draft}/", f"/work/case/{draft}/send_to_sign/"):
        shown = browser.get(address).content.decode()
        assert "Проверка перед подписанием" in shown
        assert "Починить свет." in shown


def test_a_refused_step_offers_what_can_be_done_instead(house: House, enter: SignedIn) -> None:
    _, draft = drafted(house, norms="")
    browser = enter("almaty.executor1", "ru")
    refused = browser.get(f"/work/case/{draft}/send_to_sign/")
    assert refused.status_code == 409
    main = refused.content.decode().partition("<h1>")[2]
    assert f'href="/work/case/{draft}/rewrite/"' in main
    assert f'class="btn" href="/work/case/{draft}/send_to_sign/"' not in main
    asked = browser.get(f"/work/case/{draft}/rewrite/").content.decode()
    assert "Что можно сделать сейчас" not in asked, "a page that asks for its own step offers no other"


@pytest.mark.norm("29I.85")
def test_a_template_gives_what_an_answer_must_carry_and_keeps_ones_own_words(house: House, enter: SignedIn) -> None:
    number = house.register().number
    house.step("almaty.head", "assign", number, executor=house.people["almaty.executor1"].pk)
    said = {
        "of": "",
        "title": "О свете",
        "language": "ru",
        "text": "Проверено: {номер}.",
        "norms": "Закон «О прокуратуре», статья 24",
        "contest": "Жалобу на ответ № {номер} подают вышестоящему прокурору в течение трёх месяцев.",
        "act_results": "О результатах узнаете в прокуратуре.",
    }
    head = enter("almaty.head", "ru")
    place = head.get(reverse("new-answer-template")).context["fields"][0].choices[0][0]
    assert head.post(reverse("new-answer-template"), {**said, "of": place, "norms": "{цвет}"}).status_code == 422
    assert head.post(reverse("new-answer-template"), {**said, "of": place}).status_code == 302
    browser = enter("almaty.executor1", "ru")
    page = browser.get(f"/work/case/{number}/draft_answer/")
    ((template, _),) = page.context["templates"]
    own = {"template": template, "insert": "1", "norms": "Своё."}
    shown = browser.post(f"/work/case/{number}/draft_answer/", own).context["fields"]
    values = {each.name: each.value for each in shown}
    assert values["norms"] == "Своё."
    assert values["contest"] == f"Жалобу на ответ № {number} подают вышестоящему прокурору в течение трёх месяцев."
    assert values["act_results"] == "О результатах узнаете в прокуратуре."
