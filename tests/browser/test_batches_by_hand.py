"""The bar of a batch and its cancel, with script and without: one sees how far it is and stops it by hand."""

import threading
from typing import Any

import pytest
from django.db import connection

from nadzor import clock
from nadzor.workplace.batch_models import LetterBatch
from tests.browser.conftest import Enter
from tests.browser.visits import Site

pytestmark = pytest.mark.django_db
BAR = "#batch-bar"


def ordered(page: Any, site: Site) -> LetterBatch:
    """Order letters for a whole list with the form; nobody makes them here, so the bar stands where we put it."""
    page.goto(f"{site.url}/work/letters/new/?view=office")
    page.locator("main form button[name=make]").click()
    page.wait_for_url("**/work/letters/*-*/")
    return LetterBatch.objects.latest("pk")


def set_to(batch: LetterBatch, done: int) -> None:
    """Let it be so far, by a connection of its own: the site does not see what the transaction of a test writes."""

    def write() -> None:
        LetterBatch.objects.filter(pk=batch.pk).update(state="setting", done=done, touched_at=clock.now())
        connection.close()

    writing = threading.Thread(target=write)
    writing.start()
    writing.join()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_with_script_the_bar_moves_by_itself(site: Site, enter: Enter, language: str, width: int) -> None:
    page = enter(language, who="almaty.registrar", width=width).new_page()
    batch = ordered(page, site)
    assert page.locator(BAR).get_attribute("value") == "0"
    set_to(batch, 1)
    page.locator(f"{BAR}[value='1']").wait_for(timeout=10_000)
    page.locator("form[action$='/cancel/'] button").click()
    page.locator("[hx-get]").wait_for(state="detached")
    assert LetterBatch.objects.get(pk=batch.pk).state == "cancelled"
    assert page.locator("form[action$='/cancel/']").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_without_script_a_link_shows_how_far_it_is(site: Site, enter: Enter, language: str, width: int) -> None:
    page = enter(language, who="almaty.registrar", script=False, width=width).new_page()
    batch = ordered(page, site)
    set_to(batch, 1)
    page.locator(f"a[href='/work/letters/{batch.public_id}/']").first.click()
    assert page.locator(BAR).get_attribute("value") == "1"
    page.locator("form[action$='/cancel/'] button").click()
    page.wait_for_load_state()
    assert LetterBatch.objects.get(pk=batch.pk).state == "cancelled"
    assert page.locator("form[action$='/cancel/']").count() == 0
