"""A key (a virtual authenticator of Chromium) and an application, as a person sets them up and enters by them."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth as totp

from tests.browser.conftest import PASSWORD, Enter
from tests.browser.visits import Site

pytestmark = pytest.mark.django_db
LOGIN = "almaty.head"
KEY = {
    "protocol": "ctap2",
    "transport": "usb",
    "hasResidentKey": False,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def by_name(site: Site) -> str:
    """The address of the site by its name: a key knows no number addresses."""
    return site.url.replace("127.0.0.1", "localhost")


def sign_in(page: Any, url: str) -> None:
    page.goto(f"{url}/work/sign-in/")
    page.locator("#id_username").fill(LOGIN)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()


def sign_out(page: Any) -> None:
    page.locator(".n-out button").click()
    page.wait_for_load_state()


def codes_on(page: Any) -> list[str]:
    return re.findall(r"\d{5} \d{5}", page.locator("main").inner_text())


def test_a_key_is_added_asked_for_and_removed(site: Site, enter: Enter) -> None:
    window = enter("en")
    url = by_name(site)
    page = window.new_page()
    held = window.new_cdp_session(page)
    held.send("WebAuthn.enable")
    authenticator = held.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]
    sign_in(page, url)

    page.goto(f"{url}/work/my/second/key/")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_selector("#id_name_error")  # no name, no password: nothing is added
    page.locator("#id_name").fill("blue, on the keys")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_selector(".n-codes")
    codes = codes_on(page)
    assert len(codes) == 10
    kept = held.send("WebAuthn.getCredentials", {"authenticatorId": authenticator})["credentials"]
    assert {each["rpId"] for each in kept} == {"localhost"}

    sign_out(page)
    sign_in(page, url)
    assert "/sign-in/second/" in page.url
    page.goto(f"{url}/work/")
    assert "/sign-in/" in page.url  # half in is not in
    sign_in(page, url)
    page.locator("form[data-key] button").click()
    page.wait_for_url("**/work/")
    page.goto(f"{url}/work/my/second/")
    assert "blue, on the keys" in page.locator("main").inner_text()

    other = enter("en", script=False).new_page()  # another browser, without script and without the key
    sign_in(other, url)
    assert not other.locator("form[data-key]").is_visible()
    assert "A key works only with scripts" in other.locator("main").inner_text()
    other.locator("#id_code").fill(codes[0])
    other.locator("main form button[type=submit]").first.click()
    other.wait_for_url("**/work/")

    page.locator("#id_password").fill(PASSWORD)
    page.locator("button[name=remove]").click()
    page.wait_for_load_state()
    assert page.locator("button[name=remove]").count() == 0
    assert page.locator(".n-empty").is_visible()


def test_an_application_is_set_up_and_asked_for(site: Site, enter: Enter) -> None:
    page, url = enter("en").new_page(), site.url
    sign_in(page, url)
    page.goto(f"{url}/work/my/second/")
    page.locator("button[name=begin]").click()
    page.wait_for_url("**/second/app/")
    assert page.locator("main img").evaluate("(image) => image.naturalWidth") > 100  # the policy lets it be seen
    secret = page.locator("main code").inner_text().replace(" ", "")
    page.locator("#id_code").fill(code_of(secret))
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_selector(".n-codes")
    codes = codes_on(page)
    sign_out(page)
    sign_in(page, url)
    page.locator("#id_code").fill(codes[3].replace(" ", ""))
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/work/")
    page.goto(f"{url}/work/my/sessions/")
    assert "Chrome, Linux" in page.locator("main").inner_text()


def code_of(secret: str) -> str:
    return str(totp.format_hotp_value(totp.hotp_value(secret, int(time.time() // 30))))
