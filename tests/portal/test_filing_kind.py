"""Whoever files may say what kind it is: each with its definition and its point beside it, none is demanded."""

import pytest

from nadzor.casework.models import Proceeding
from tests.house import House
from tests.portal.test_filing import WHAT, Citizen

pytestmark = pytest.mark.django_db
WORDS = (
    ("kk", "қалпына келтіруді", "білмеймін"),
    ("ru", "требует восстановить или защитить", "не знаю"),
    ("en", "be restored or protected", "I do not know"),
)


@pytest.mark.norm("29I.2.15", "29I.2.16", "29I.2.17", "29I.2.18", "29I.2.19", "29I.2.13")
@pytest.mark.parametrize(("language", "definition", "unsure"), WORDS)
def test_each_kind_is_explained(house: House, language: str, definition: str, unsure: str) -> None:
    body = Citizen(language).begin().get("what").content.decode()
    assert definition in body
    assert unsure in body
    for kind in ("application", "complaint", "message", "proposal", "feedback", "request", "petition"):
        assert 'name="kind" id="id_kind_' in body
        assert f'value="{kind}"' in body
    assert 'value="interpellation"' not in body


@pytest.mark.parametrize(
    ("said", "kept"),
    [("complaint", "complaint"), ("request", "request"), ("", None), ("interpellation", None), ("nonsense", None)],
)
def test_what_was_chosen_is_registered(house: House, said: str, kept: str | None) -> None:
    citizen = Citizen().filled()
    citizen.post("what", {**WHAT, "kind": said})
    shown = citizen.get("check").content.decode()
    assert ("жалоба</dd>" in shown) is (said == "complaint")
    citizen.send()
    assert Proceeding.objects.get().kind == kept
