"""Tables that were emptied under a running process: it knows nothing of the rows that stood in them."""

import pytest

from nadzor.casework.models import Proceeding
from tests.house import House


@pytest.mark.parametrize("time", ["first", "again, by the same ids"])
@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_a_book_is_opened_anew_after_the_tables_were_emptied(house: House, time: str) -> None:
    house.register()
    assert Proceeding.objects.get().register_number == 1, time
