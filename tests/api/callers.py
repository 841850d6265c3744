"""Callers of the API: tokens with scopes, and requests as a program sends them."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.test import Client as Browser

from nadzor import clock
from nadzor.accounts.models import SCOPES, Client, digest_of
from nadzor.organs.models import Body
from tests.house import House


@dataclass
class Caller:
    """Sends JSON with a token. Header names as in HTTP."""

    token: str | None = None
    language: str = "en"
    browser: Browser = field(default_factory=lambda: Browser(raise_request_exception=False))

    def headers(self, more: dict[str, str] | None) -> dict[str, str]:
        own = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return {"Accept-Language": self.language, **own, **(more or {})}

    def get(self, path: str, **query: Any) -> Any:
        return self.browser.get(f"/api/v1{path}", query, headers=self.headers(None))

    def post(self, path: str, data: Any, headers: dict[str, str] | None = None) -> Any:
        body = data if isinstance(data, bytes | str) else json.dumps(data)
        said = self.headers(headers)
        return self.browser.post(f"/api/v1{path}", body, content_type="application/json", headers=said)

    def upload(self, file: Any) -> Any:
        return self.browser.post("/api/v1/attachments", {"file": file}, headers=self.headers(None))


@dataclass
class Callers:
    """Makes tokens."""

    house: House

    def of(self, login: str | None = None, *, body: str | None = None, scopes: tuple[str, ...] = SCOPES) -> Caller:
        token = f"token-{Client.objects.count()}"
        Client.objects.create(
            name=login or body or "portal",
            person=self.house.people[login] if login else None,
            body=Body.objects.get(code=body) if body else None,
            token_digest=digest_of(token),
            scopes=list(scopes),
            made_at=clock.now(),
        )
        return Caller(token)
