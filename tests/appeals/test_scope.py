"""What point 3 covers: every kind of submission and every sender can be entered."""

import pytest

from nadzor.appeals.forms import KIND_TITLES
from nadzor.law.o29.scope import COVERED, COVERED_SENDERS
from tests.house import House

KINDS = ["application", "complaint", "message", "proposal", "feedback", "request", "interpellation", "deputy_appeal"]
SENDERS = ["presidential_administration", "central_body", "party", "deputy"]


@pytest.mark.norm("29I.3")
def test_every_covered_kind_has_its_title_at_the_intake() -> None:
    assert set(KIND_TITLES) == COVERED
    assert set(KINDS) < {str(kind) for kind in COVERED}
    assert set(SENDERS) < {str(sender) for sender in COVERED_SENDERS}


@pytest.mark.norm("29I.3")
@pytest.mark.django_db
def test_a_submission_is_registered_whoever_sent_it(house: House) -> None:
    numbers = [house.register(kind="message", sender=sender).number for sender in (None, *SENDERS)]
    assert len(set(numbers)) == len(SENDERS) + 1
