"""Who considers, told with its points on the intake and on the case alike; what a repeat changes (29I.27-31)."""

from typing import Any

import pytest

from nadzor.appeals.contested import names_prosecutors
from nadzor.appeals.foreseen import foreseen, regime_of
from nadzor.appeals.forms import Register
from nadzor.appeals.forwarding import routed
from nadzor.appeals.intake import digest_of
from nadzor.casework.forms import parsed
from nadzor.casework.loading import look
from nadzor.organs.directory import directory
from tests.house import LETTER, House

pytestmark = pytest.mark.django_db
OF_OFFICE = {"750000-oblast": "almaty.registrar", "751110-district": "almaly.registrar", "000000-gpo": "gpo.registrar"}

# What is said; the office; who considers, whether it may be passed down, the points, most specific first.
ROUTES: tuple[tuple[dict[str, Any], str, str, tuple[str, ...]], ...] = (
    ({}, "750000-oblast", "прокуратура областного уровня; можно передать вниз", ("29I.29.5",)),
    ({}, "751110-district", "прокуратура районного уровня; вниз не передаётся", ("29I.30.3",)),
    ({}, "000000-gpo", "подразделение Генеральной прокуратуры; вниз не передаётся", ("29I.28.9", "29I.28.13")),
    (
        {"sender": "deputy", "report_due": True},
        "750000-oblast",
        "прокуратура областного уровня; вниз не передаётся",
        ("29I.29.1",),
    ),
    (
        {"kind": "petition"},
        "751110-district",
        "подразделение Генеральной прокуратуры; вниз не передаётся",
        ("29I.28.7", "29I.28.13"),
    ),
    (
        {"kind": "interpellation"},
        "750000-oblast",
        "подразделение Генеральной прокуратуры; вниз не передаётся",
        ("29I.28.4", "29I.28.13"),
    ),
)


@pytest.mark.norm("29I.29.5", "29I.30.3", "29I.28.9", "29I.29.1", "29I.28.7", "29I.28.4", "29I.28.13")
@pytest.mark.parametrize(("said", "office", "words", "cites"), ROUTES)
def test_the_route_is_told_before_and_after(
    house: House, said: dict[str, Any], office: str, words: str, cites: tuple[str, ...]
) -> None:
    login = OF_OFFICE[office]
    data = {**LETTER, **said, "addressed_to": office}
    told = foreseen(parsed(Register, data), house.actor(login), directory())
    assert told is not None
    line = next(each for each in told.lines if each.title.ru == "Кто рассматривает")
    assert line.text is not None
    assert (line.text.ru, line.cites) == (words, cites)
    number = house.register(login, **{**said, "addressed_to": office}).number
    found = routed(look(number, actor=house.actor(login)))
    assert found is not None
    assert found.cites == cites


# Who signed the answer that is contested; where the repeat arrives; its points.
CONTESTED = (
    ("contests", "750000-oblast", ("29I.29.3",)),
    ("contests", "751110-district", ("29I.29.3",)),
    ("contests", "000000-gpo", ("29I.28.6", "29I.28.13")),
    ("faults", "000000-gpo", ("29I.28.6", "29I.28.13")),
)


@pytest.mark.norm("29I.28.6", "29I.29.3", "29I.2.12")
@pytest.mark.parametrize(("reason", "office", "cites"), CONTESTED)
def test_who_decided_the_earlier_one_decides_who_considers_the_repeat(
    house: House, reason: str, office: str, cites: tuple[str, ...]
) -> None:
    signer = "almaty.deputy" if office != "000000-gpo" else "almaty.head"
    first = house.register().number
    house.step("almaty.deputy", "assign", first, executor=house.people["almaty.executor1"].pk)
    house.answer(first, signatory=signer, outcome="answer", text="Проверено.")
    login = OF_OFFICE[office]
    said = {"text": "Не согласна.", "repeat_of": first, "repeat_reason": reason, "addressed_to": office}
    told = foreseen(parsed(Register, {**LETTER, **said}), house.actor(login), directory())
    assert told is not None
    line = next(each for each in told.lines if each.title.ru == "Кто рассматривает")
    assert line.cites == cites
    found = routed(look(house.register(login, **said).number, actor=house.actor(login)))
    assert found is not None
    assert found.cites == cites


@pytest.mark.norm("29I.27.6")
def test_a_repeat_of_what_nobody_decided_goes_to_those_who_pass_appeals_on(house: House) -> None:
    first = house.register().number
    said = {"text": "Ответа нет.", "repeat_of": first, "repeat_reason": "faults"}
    found = routed(look(house.register(**said).number, actor=house.actor("almaty.registrar")))
    assert found is not None
    assert found.cites == ("29I.27.6", "29I.27.2")


@pytest.mark.norm("29I.36", "29I.8", "29I.7")
@pytest.mark.parametrize(
    ("kind", "body", "opens"),
    [
        ("complaint", "Прокуратура Алмалинского района", True),
        ("complaint", "Алмалы ауданының прокуратурасы", True),
        ("complaint", "Акимат города", False),
        ("complaint", "", False),
        ("application", "", True),
        ("message", "Прокуратура Алмалинского района", False),
    ],
)
def test_what_opens_an_administrative_procedure(kind: str, body: str, opens: bool) -> None:
    found = regime_of(kind, None, against=names_prosecutors(body))
    assert found is not None
    assert found.opens_procedure is opens


def test_what_is_not_held_is_not_foretold(house: House) -> None:
    actor = house.actor("almaty.registrar")
    for data in ({"addressed_to": "nowhere"}, {"received_at": "2031-01-01T10:00:00+05:00"}):
        assert foreseen(parsed(Register, {**LETTER, **data}), actor, directory()) is None
    assert regime_of(None, "criminal", against=False) is None


def test_a_text_is_known_again_by_its_digest() -> None:
    assert digest_of("а") == digest_of("а") != digest_of("б")
