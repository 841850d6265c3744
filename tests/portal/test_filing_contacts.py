"""How to be told is asked on the portal, and never taken for granted (article 66 of the code)."""

import pytest

from nadzor.casework.models import Party
from nadzor.portal import filing
from tests.house import House
from tests.portal.test_filing import Citizen

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("chosen", "kept"), [("yes", True), ("no", False), ("", False)])
def test_how_to_be_told_is_asked_and_never_taken_for_granted(house: House, chosen: str, kept: bool) -> None:
    """Article 66: the participant signs that notice to the contacts is enough."""
    citizen = Citizen().filled()
    citizen.post("answer", {"language": "ru", "contacts_confirmed": chosen})
    shown = citizen.get("check").content.decode()
    assert ("подтверждаю, что мои контакты верны" in shown, "письмом на почтовый адрес" in shown) == (
        kept,
        chosen == "no",
    )
    citizen.send()
    assert Party.objects.get(role="applicant").contacts_confirmed == kept


def test_e_mail_chosen_without_an_address_is_warned_of(house: House) -> None:
    citizen = Citizen().filled(email="")
    citizen.post("answer", {"language": "ru", "contacts_confirmed": "yes"})
    assert filing.NO_EMAIL.ru in citizen.get("check").content.decode()
