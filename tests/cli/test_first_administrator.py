"""The first administrator of an empty house is laid by the one writer of the structure."""

import datetime as dt

import pytest
from django.db import connection

from nadzor import clock
from nadzor.accounts.models import Account
from nadzor.casework import journal
from nadzor.casework.models import Entry
from nadzor.casework.structure.sight import administered
from nadzor.cli.laying import _lay_administrator
from nadzor.organs import directory
from nadzor.organs.actor import actor_of
from nadzor.organs.laying import lay_structure
from nadzor.organs.models import Body
from tests.house import MORNING, TODAY

pytestmark = pytest.mark.django_db
PASSWORD = "a long made-up phrase"  # noqa: S105  # of a made-up account


def test_an_entry_stands_behind_the_first_administrator() -> None:
    directory.forget()
    with clock.standing_at(MORNING):
        lay_structure()
        _lay_administrator(PASSWORD)
        account = Account.objects.get()
        assert (account.login, account.must_change_password, account.check_password(PASSWORD)) == ("admin", False, True)
        assert account.person is not None
        assert len(administered(actor_of(account.person, TODAY))) == Body.objects.count()
        assert not actor_of(account.person, TODAY - dt.timedelta(days=1)).holdings
        entry = Entry.objects.get()
        assert (entry.actor, entry.step, entry.register.book) == ("nadzor", "add_person", "structure")
        assert entry.data is not None
        assert PASSWORD not in str(entry.data)
        assert entry.data["order_number"] == "nadzor prepare"
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        assert not [finding for each in journal.verify() for finding in each.findings]
    directory.forget()
