"""The pages that stand alone are seen as they were drawn, under the very policy that is sent with them."""

from typing import Any

import pytest
from django.template.loader import render_to_string

from nadzor.web.middleware import POLICY

DRAWN = "rgb(246, 248, 251)"  # #f6f8fb of their style
PLAIN = "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("name", ["500.html", "503.html"])
@pytest.mark.parametrize(("also", "colour"), [("", DRAWN), (" ", PLAIN)])
def test_the_style_written_into_the_page_is_applied_and_no_changed_one(
    browser: Any, name: str, also: str, colour: str
) -> None:
    body = render_to_string(name).replace("</style>", f"{also}</style>")
    page = browser.new_page()
    try:
        told = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
        page.route("**/*", lambda route: route.fulfill(status=503, headers=told, body=body))
        page.goto("http://alone.test/")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == colour
    finally:
        page.close()
