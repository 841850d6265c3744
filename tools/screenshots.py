"""Pictures of a filled demo for README and docs: `python -m tools.screenshots [--url …] [--lang ru] [--to …]`.

Start the demo with `make demo` first. Each page is taken 1280 and 360 pixels wide; a picture over 150 KB is refused.
Nothing in the demo is changed but a draft that is begun and never sent.
"""

import argparse
import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
PASSWORD = "nadzor-demo-2026"  # noqa: S105  # of the made-up people, printed at every start
LARGEST = 150_000  # bytes
SIZES = {1280: 900, 360: 780}
Page = Any  # playwright's page; the package is of the development set alone


@dataclass(frozen=True)
class Picture:
    """A page to be taken. `who`: a login of the demo, none for the public. `leads` goes on from the address."""

    name: str
    address: str
    who: str | None = None
    leads: Callable[[Page], None] | None = None


def filing(page: Page) -> None:
    """Begin a draft and go as far as the words of the appeal."""
    page.locator("button[name=begin]").click()
    page.wait_for_url("**/to/")
    page.locator("#id_area").select_option("750000-oblast")
    for step in ("to", "office"):
        page.locator("button[name=go]").click()
        page.wait_for_url(lambda url, step=step: f"/{step}/" not in url)
    page.locator("#id_text").fill("Во дворе третий месяц не горит свет, на заявления никто не отвечает.")
    page.locator("#id_demands").fill("Проверить и обязать починить.")


def considered(page: Page) -> None:
    """Open the first case of the list that somebody considers."""
    while not page.locator(_CONSIDERED).count():
        page.locator("main nav a[rel=next]").click()
        page.wait_for_load_state()
    page.locator(_CONSIDERED).first.click()
    page.wait_for_url("**/work/case/**")


_CONSIDERED = "main tbody tr:has(.n-tone-work):not(:has(.n-tone-late)) a[href*='/work/case/']"


def tracking(page: Page) -> None:
    """Follow a case that somebody considers, by the code on its receipt: only who registered it sees that."""
    home = page.url.split("/work/")[0]
    while True:
        cases = page.locator(_CONSIDERED).evaluate_all("found => found.map(each => each.href)")
        own = next((each for each in cases if page.request.get(f"{each}receipt/").ok), None)
        if own is not None:
            break
        page.locator("main nav a[rel=next]").click()
        page.wait_for_load_state()
    page.goto(f"{own}receipt/")
    code = page.locator("dl strong").first.inner_text()
    page.goto(f"{home}/follow/?code={code}")
    page.locator("#id_code").press("Enter")
    page.wait_for_selector("main dl")


def signing(page: Page) -> None:
    """Open the first draft that waits for the reader's signature."""
    page.locator("main a[href$='/answer/']").first.click()
    page.wait_for_url("**/answer/")


TAKEN = (
    Picture("home", "/"),
    Picture("filing", "/file/", leads=filing),
    Picture("tracking", "/work/", "almaty.registrar", tracking),
    Picture("inbox", "/work/", "almaty.head"),
    Picture("case", "/work/", "almaty.head", considered),
    Picture("board", "/work/control/", "almaty.head"),
    Picture("signing", "/work/to-sign/", "almaty.head", signing),
    Picture("statistics", "/work/statistics/", "almaty.head"),
)


def main() -> int:
    """Take every picture. 1: one is too large."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--url", default="http://127.0.0.1:8000")
    asked.add_argument("--lang", default="ru", choices=("kk", "ru", "en"))
    asked.add_argument("--to", type=Path, default=PICTURES)
    said = asked.parse_args()
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # of the development set

    said.to.mkdir(parents=True, exist_ok=True)
    too_large = 0
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        sessions = {who: _signed_in(browser, said.url, who) for who in {each.who for each in TAKEN if each.who}}
        for picture in TAKEN:
            for width, height in SIZES.items():
                cookies = [
                    *sessions.get(picture.who or "", []),
                    {"name": "django_language", "value": said.lang, "url": said.url},
                ]
                window = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
                window.add_cookies(cookies)
                page = window.new_page()
                page.goto(f"{said.url}{picture.address}")
                if picture.leads is not None:
                    picture.leads(page)
                path = said.to / f"{picture.name}-{width}.png"
                path.write_bytes(_smaller(page.screenshot()))
                window.close()
                too_large += path.stat().st_size > LARGEST
                print(f"{path.name}: {path.stat().st_size // 1000} KB")
        browser.close()
    return int(bool(too_large))


def _signed_in(browser: Any, url: str, who: str) -> list[dict[str, str]]:
    window = browser.new_context()
    page = window.new_page()
    page.goto(f"{url}/work/sign-in/")
    page.locator("#id_username").fill(who)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda there: "sign-in" not in there)
    cookies = [
        {"name": each["name"], "value": each["value"], "url": url}
        for each in window.cookies()
        if each["name"] == "sessionid"
    ]
    window.close()
    return cookies


def _smaller(picture: bytes) -> bytes:
    """A picture of a page has few colours: as a palette it takes a third."""
    from PIL import Image  # noqa: PLC0415  # of the development set

    kept = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(
        kept, "PNG", optimize=True
    )
    return kept.getvalue()


if __name__ == "__main__":
    sys.exit(main())
