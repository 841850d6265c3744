"""Somebody of the demo at a browser, against a house that runs: pages over HTTP, with cookies and forms."""

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request

from nadzor.cli.laying import DEMO_PASSWORD
from tools.soak.house import House

_SEEN = 30  # seconds for a page


class Browser:
    """A browser in which somebody is signed in."""

    def __init__(self, house: House, login: str) -> None:
        self._root = f"http://127.0.0.1:{house.port}"
        kept = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(kept)
        self.get("/work/sign-in/")
        self.post("/work/sign-in/", username=login, password=DEMO_PASSWORD)

    def raw(self, path: str, body: bytes | None = None) -> tuple[str, bytes]:
        """Fetch a page; return the address it ended at and its bytes."""
        asked = urllib.request.Request(self._root + path, body, {"Referer": self._root, "Accept-Language": "en"})  # noqa: S310  # http, ours
        with self._opener.open(asked, timeout=_SEEN) as answer:
            return str(answer.url).removeprefix(self._root), answer.read()

    def get(self, path: str) -> str:
        """Return a page as text."""
        text = self.raw(path)[1].decode()
        if found := re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text):
            self._token = found[1]
        return text

    def post(self, path: str, **said: str | list[str]) -> str:
        """Send a form with the token of the page seen last; return the address it led to."""
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": self._token, **said}, doseq=True).encode()
        return self.raw(path, body)[0]
