"""Impossible questions: an untouched house has no faults, each made fault is named with its cure."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from django.db import connection

from nadzor import clock
from nadzor.casework import files, integrity, outbox
from nadzor.casework.models import Notice, Proceeding, Tally
from tests.house import MORNING, House

pytestmark = pytest.mark.django_db


def sql(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(text)


def names() -> set[str]:
    return {fault.check for fault in integrity.faults()}


@pytest.fixture
def worked(house: House) -> House:
    """A letter under review with a request beside it, and another one just registered."""
    number = house.register().number
    house.step("almaty.deputy", "assign", number, executor=house.people["almaty.executor1"].pk)
    house.step(
        "almaty.executor1", "ask_for_materials", number, addressee="Управление", asked="Материалы", due="2026-03-12"
    )
    house.register()
    other = house.register().number
    house.step("almaty.deputy", "assign", other, executor=house.people["almaty.executor1"].pk)
    house.answer(other, signatory="almaty.deputy", outcome="answer", text="Проверено.")
    return house


def test_an_untouched_house_has_no_faults(worked: House) -> None:
    assert list(integrity.faults()) == []


CASES = {
    "UPDATE casework_proceeding SET open = false WHERE parent_id IS NULL": {"open_child", "running_term", "tally"},
    "UPDATE casework_proceeding SET next_due = '2026-03-20'": {"next_due", "tally"},
    "UPDATE casework_tally SET count = count + 1": {"tally"},
    "DELETE FROM casework_tally": {"tally"},
    "UPDATE casework_assignment SET until = now()": {"executor"},
    "UPDATE casework_proceeding SET state = 'dreaming'": {"state", "journal", "draft"},
    "UPDATE casework_proceeding SET state = 'registered' WHERE state = 'under_review'": {"journal"},
    "UPDATE casework_proceeding SET version = version + 1": {"journal"},
    "UPDATE casework_proceeding SET procedure = 'dream'": {"state", "tally", "draft"},
    "UPDATE appeals_appeal SET text = text || '!'": {"text"},
    "UPDATE appeals_appeal SET text = text || '!', text_digest = sha256(convert_to(text || '!', 'UTF8'))": {"text"},
    "UPDATE appeals_answergiven SET text = 'Другой'": {"answer"},
    "UPDATE appeals_appeal SET answer = 'Другой' WHERE answer <> ''": {"answer"},
    "UPDATE casework_notice SET made_at = made_at - interval '25 hours'": {"notice"},
}


@pytest.mark.parametrize("statement", CASES)
def test_a_fault_is_named_in_three_languages_with_its_cure(worked: House, statement: str) -> None:
    sql(statement)
    assert names() == CASES[statement]
    assert all(all((*fault.what, *fault.cure, fault.where)) for fault in integrity.faults())


def test_a_lost_and_a_changed_file_are_named(worked: House, settings: object, tmp_path: Path) -> None:
    shutil.copytree(settings.MEDIA_ROOT, tmp_path, dirs_exist_ok=True)  # type: ignore[attr-defined]
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]
    for content in (b"lost", b"changed", b"whole"):
        files.store([content], name=content.decode(), content_type="text/plain", space="p1")
    two = files.StoredFile.objects.filter(name__in=("lost", "changed")).order_by("pk")
    lost, changed = (files.path_of(row.sha256) for row in two)
    assert names() == set()
    lost.unlink()
    changed.write_bytes(b"other")
    found = {fault.where.partition(" ")[0]: fault.what.en for fault in integrity.faults()}
    assert found == {"lost": "the file is missing or unreadable", "changed": "the file was changed"}


def test_what_is_derived_can_be_mended(worked: House) -> None:
    sql("UPDATE casework_proceeding SET next_due = '2026-03-20'")
    sql("UPDATE casework_tally SET count = count + 1")
    due = set(Proceeding.objects.values_list("number", "next_due"))
    integrity.mend()
    assert names() == set()
    assert set(Proceeding.objects.values_list("number", "next_due")) != due
    assert sum(Tally.objects.values_list("count", flat=True)) == Proceeding.objects.filter(open=True).count() == 4


def test_notices_are_delivered_once(worked: House) -> None:
    waiting = Notice.objects.filter(delivered_at__isnull=True).count()
    assert waiting > 0
    assert outbox.deliver() == waiting
    delivered = set(Notice.objects.values_list("pk", "delivered_at", "delivered_by"))
    assert all(by == channel for by, channel in Notice.objects.values_list("delivered_by", "channel"))
    with clock.standing_at(MORNING + dt.timedelta(hours=1)):
        assert outbox.deliver() == 0
    assert set(Notice.objects.values_list("pk", "delivered_at", "delivered_by")) == delivered
