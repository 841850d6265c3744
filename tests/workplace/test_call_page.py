"""The screen of the Call-centre: the IIN first, read back, registered at once, handed on (29I.23.2, 23.3)."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nadzor.appeals.models import Appeal
from nadzor.casework.models import Entry, Notice, Proceeding
from tests.house import House
from tests.workplace.conftest import SignedIn

pytestmark = pytest.mark.django_db
PAGE = reverse("call")
TOLD = {
    "iin": "960101500101",
    "type": "person",
    "surname": "Пробная",
    "given_name": "Заявительница",
    "phone": "+7 700 000 00 00",
    "language": "kk",
    "addressed_to": "750000-oblast",
    "text": "Во дворе не горит свет.",
    "demands": "Починить.",
    "kind": "message",
    "received_at": "05.03.2026 09:58",
    "key": "k",
}


def fields(body: str) -> dict[str, str]:
    """What a form without visible fields would send."""
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', body))
    found |= dict(re.findall(r'<textarea name="(\w+)" hidden>\n(.*?)</textarea>', body, re.S))
    return {name: value for name, value in found.items() if name != "csrfmiddlewaretoken"}


def read_back(operator: Client, **changes: str) -> Any:
    return operator.post(PAGE, {**TOLD, "act": "read", **changes})


@pytest.mark.parametrize("login", ["almaty.registrar", "almaty.head", "gpo.registrar", "almaty.executor1"])
def test_it_is_the_operators_alone(enter: SignedIn, login: str) -> None:
    answer = enter(login).get(PAGE)
    assert answer.status_code == 403
    assert "operator of the Call-centre" in answer.content.decode()
    assert f'href="{PAGE}"' not in enter(login).get(reverse("inbox")).content.decode()


def test_the_first_screen_asks_for_the_number_alone(enter: SignedIn) -> None:
    operator = enter("gpo.operator")
    body = operator.get(PAGE).content.decode()
    assert 'id="id_iin"' in body
    assert 'id="id_text"' not in body
    assert f'href="{PAGE}"' in operator.get(reverse("inbox")).content.decode()
    on = operator.post(PAGE, {"act": "change", "key": "k", "received_at": "05.03.2026 09:58"}).content.decode()
    assert 'id="id_text"' in on
    assert '<option value="person" selected' in on  # as the intake begins too
    assert '<input type="hidden" name="received_at" value="05.03.2026 09:58">' in on


def test_what_the_operator_took_before_is_offered(enter: SignedIn) -> None:
    operator = enter("gpo.operator")
    operator.post(PAGE, {**TOLD, "act": "register"})
    number = Proceeding.objects.get().number
    asked = {"act": "find", "iin": TOLD["iin"], "key": "next", "received_at": TOLD["received_at"]}
    body = operator.post(PAGE, asked).content.decode()
    assert f"№ {number}" in body
    assert 'value="take"' in body
    taken = operator.post(PAGE, {**asked, "act": "take"}).content.decode()
    assert 'id="id_surname" value="Пробная"' in taken
    assert 'id="id_phone" value="+7 700 000 00 00"' in taken
    again = operator.post(PAGE, {**TOLD, "act": f"repeat:{number}", "key": "next"}).content.decode()
    assert f'id="id_earlier" value="{number}"' in again
    said = {"standing": "repeated", "earlier": number, "repeat_reason": "faults", "key": "next"}
    operator.post(PAGE, {**TOLD, **said, "act": "register"})
    assert Appeal.objects.latest("pk").standing == "repeated"


def test_it_is_read_back_before_it_is_registered(enter: SignedIn) -> None:
    operator = enter("gpo.operator")
    answer = read_back(operator)
    body = answer.content.decode()
    assert (answer.status_code, Proceeding.objects.count()) == (200, 0)
    for words in ("Во дворе не горит свет.", "Починить.", "Пробная", "+7 700", "message", "Қазақша", "not said"):
        assert words in body, words
    changed = operator.post(PAGE, {**fields(body), "act": "change"}).content.decode()
    assert "Во дворе не горит свет.</textarea>" in changed


@pytest.mark.norm("29I.23.2", "29I.23.3")
def test_it_is_registered_at_once_and_handed_on(house: House, enter: SignedIn) -> None:
    operator = enter("gpo.operator")
    sent = fields(read_back(operator).content.decode())
    assert sent["act"] == "register"
    answer = operator.post(PAGE, sent)
    row = Proceeding.objects.get()
    assert answer["Location"] == reverse("receipt", args=[row.number])
    assert (row.appeal.channel, row.registered_on.isoformat()) == ("call_centre", "2026-03-05")
    entry = Entry.objects.get(proceeding=row, step="register")
    assert entry.data["handed_on"]["people"] == [house.people["almaty.registrar"].pk]
    assert Notice.objects.get(proceeding=row, template="handed_on").made_at == entry.recorded_at
    receipt = operator.get(answer["Location"]).content.decode()
    for words in (row.track or "?", "Handed on at once", f'href="{PAGE}"'):
        assert words in receipt
    assert operator.post(PAGE, sent)["Location"] == answer["Location"]
    changed = operator.post(PAGE, {**sent, "text": "Иное."})
    assert changed["Location"] == answer["Location"]
    assert Proceeding.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": ""}, "text"),
        ({"surname": "", "given_name": ""}, "surname"),
        ({"received_at": "yesterday"}, "received_at"),
        ({"addressed_to": "nowhere"}, "addressed_to"),
        ({"kind": "letter"}, "kind"),
        ({"standing": "repeated"}, "earlier"),
    ],
)
@pytest.mark.parametrize("act", ["read", "register"])
def test_what_is_wrong_is_asked_again_with_all_that_was_typed(
    enter: SignedIn, act: str, changes: dict[str, str], field: str
) -> None:
    answer = enter("gpo.operator").post(PAGE, {**TOLD, **changes, "act": act})
    if act == "read" and field == "addressed_to":  # known only when it is registered
        return
    body = answer.content.decode()
    assert answer.status_code == 422
    assert f"#id_{field}" in body
    assert 'id="id_phone" value="+7 700 000 00 00"' in body
    assert Proceeding.objects.count() == 0


@pytest.mark.norm("29I.61.6")
def test_a_caller_without_a_number_is_heard(enter: SignedIn) -> None:
    operator = enter("gpo.operator")
    sent = {**TOLD, "iin": "", "phone": "", "given_name": "", "act": "register"}
    assert operator.post(PAGE, sent).status_code == 302
    assert Appeal.objects.get().missing == ["full_name", "postal_address"]
