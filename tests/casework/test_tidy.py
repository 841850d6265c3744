"""What the nightly tidying drops, and what it leaves."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from nadzor import clock
from nadzor.accounts.attempts import ALLOWED_AN_HOUR, failed, too_many
from nadzor.accounts.models import Attempt
from nadzor.casework.tasks import tidy
from tests.house import MORNING

pytestmark = pytest.mark.django_db


def test_sessions_that_have_expired_go() -> None:
    now = timezone.now()
    for key, hours in (("over", -1), ("alive", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=now + dt.timedelta(hours=hours))
    tidy(0)
    assert list(Session.objects.values_list("session_key", flat=True)) == ["alive"]


def test_wrong_tries_older_than_a_day_go_whoever_made_them() -> None:
    for address, hours in (("192.0.2.1", 25), ("192.0.2.2", 25), ("192.0.2.2", 23), ("192.0.2.3", 0)):
        with clock.standing_at(MORNING - dt.timedelta(hours=hours)):
            failed(Attempt.Kind.TRACK, address)
    with clock.standing_at(MORNING):
        tidy(0)
    assert sorted(Attempt.objects.values_list("address", flat=True)) == ["192.0.2.2", "192.0.2.3"]


def test_tidying_lets_nobody_try_more_often() -> None:
    with clock.standing_at(MORNING):
        for _ in range(ALLOWED_AN_HOUR):
            failed(Attempt.Kind.SIGN_IN, "192.0.2.1")
        tidy(0)
        assert too_many(Attempt.Kind.SIGN_IN, "192.0.2.1")
