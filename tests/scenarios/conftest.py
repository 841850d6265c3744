"""A house laid once for all scenarios; what a test plays in it is taken back with the test."""

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="module")
def laid(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    from django.db import transaction

    from nadzor.casework import writing
    from nadzor.organs import directory
    from nadzor.organs.laying import lay_demo, lay_structure

    # a constraint that is lost inside the transaction of a test would leave the driver with statements that it believes
    # to be prepared; outside, where each step ends its own transaction, it forgets them by itself
    with pytest.MonkeyPatch.context() as patched, django_db_blocker.unblock(), transaction.atomic():
        patched.setattr(writing, "_PREPARE_AFTER", None)
        directory.forget()
        lay_structure()
        lay_demo()
        yield
        transaction.set_rollback(True)
    directory.forget()
