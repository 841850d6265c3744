"""Lives of the files in a browser: the page of each step asks for what the file gives, and says what it refuses."""

from typing import Any

import pytest

from tests.browser.browsing import browsing, standing
from tests.browser.conftest import Enter
from tests.browser.test_three_days import PHONE, fits
from tests.browser.visits import Site

pytestmark = pytest.mark.django_db


def test_a_life(site: Site, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    pages: dict[str, Any] = {}

    def page_of(login: str) -> Any:
        if login not in pages:
            pages[login] = enter("ru", who=login or None, width=PHONE if not login else 1280).new_page()
        return pages[login]

    with standing(monkeypatch) as stand:
        browsing("ends_withdrawn", url=site.url, page_of=page_of, stand=stand).play()
    assert all(fits(page) for page in pages.values())
