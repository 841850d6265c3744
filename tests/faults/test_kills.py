"""Kill -9 under load: nothing acknowledged is lost, nothing is done twice. `make soak` does ten of each."""

import time
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tools.soak.faults import fault
from tools.soak.house import House, Part, SoakError, open_house
from tools.soak.load import Acknowledged, Load
from tools.soak.proof import prove, rescued


class Open(NamedTuple):
    house: House
    client: int


@pytest.fixture(scope="module")
def running() -> Iterator[Open]:
    with open_house() as house:
        yield Open(house, house.admit())


@pytest.mark.parametrize("part", ["web", "database"])
def test_a_kill_under_load_loses_nothing(running: Open, part: Part) -> None:
    done = fault(running.house, running.client, part, part)
    assert done.tried_again  # the kill was felt


def test_a_worker_killed_at_a_delivery_leaves_it_done_once(running: Open) -> None:
    before = rescued(running.house)
    fault(running.house, running.client, "worker", "worker", in_a_job=True)
    assert rescued(running.house) > before


def test_the_proof_sees_a_lost_letter_and_a_letter_that_is_there_twice(running: Open) -> None:
    load = Load(running.house, "proof", clients=1)
    load.start()
    while not (load.acknowledged or load.faults):
        time.sleep(0.05)
    load.stop()
    load.acknowledged["proof-lost"] = Acknowledged("2026-75-999999", 1, 0)
    key, kept = next(iter(load.acknowledged.items()))
    load.acknowledged[key] = Acknowledged("2026-75-999998", 1, 0)
    with running.house.session() as session:
        session.execute("INSERT INTO soak.delivered SELECT notice FROM soak.delivered LIMIT 1")
    with pytest.raises(SoakError) as caught:
        prove(running.house, load, running.client)
    assert "proof-lost was acknowledged as 2026-75-999999 and is not there" in str(caught.value)
    assert f"{key} was acknowledged as 2026-75-999998 and stands as {kept.number}" in str(caught.value)
    assert "was delivered 2 times" in str(caught.value)


def test_a_database_of_an_earlier_version_is_told_and_left(running: Open) -> None:
    rows = "SELECT (SELECT count(*) FROM casework_entry), (SELECT count(*) FROM django_migrations)"
    with running.house.session() as session:
        newest = session.execute(
            "DELETE FROM django_migrations WHERE id = (SELECT max(id) FROM django_migrations WHERE app = 'casework')"
            " RETURNING app, name, applied"
        ).fetchone()
        assert newest is not None
        before = session.execute(rows).fetchone()
        for command in ("check", "worker"):
            done = running.house.nadzor(command)
            assert (done.returncode, "of an earlier version" in done.stderr, "nadzor prepare" in done.stderr) == (
                *(1, True, True),
            ), done
        assert session.execute(rows).fetchone() == before
        session.execute("INSERT INTO django_migrations (app, name, applied) VALUES (%s, %s, %s)", newest)
    assert running.house.nadzor("check").returncode == 0
