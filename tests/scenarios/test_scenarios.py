"""Every scenario of appeals, played through `perform`: one test for each file."""

import pytest

from nadzor.appeals.lives import lives, player
from nadzor.casework.journal import verify

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", sorted(lives()))
def test_a_life(laid: None, name: str) -> None:
    player(lives()[name]).play()
    assert not [finding for book in verify() for finding in book.findings if finding.fault]
