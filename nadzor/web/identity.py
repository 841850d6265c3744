"""Providers of identity by OpenID Connect, from the environment: one for staff, one for applicants; none by default.

NADZOR_STAFF_OIDC, NADZOR_APPLICANT_OIDC: the address of the provider (its issuer); with each go `…_ID` (this site as
the provider knows it), `…_SECRET_FILE` (a file with the secret: none is taken from the environment, which every child
of the program can read), `…_TITLE` (how the button names it), `…_IIN_CLAIM` (the claim with the IIN, `iin` by
default), `…_SCOPE` (by comma, `openid,profile` by default).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

STAFF, APPLICANTS = "organisation", "applicants"
_PREFIXES = {STAFF: "NADZOR_STAFF_OIDC", APPLICANTS: "NADZOR_APPLICANT_OIDC"}
_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


class BadProvider(ValueError):  # noqa: N818  # a refusal of the start
    """A provider that cannot stand: the name of the variable and what it must be."""


def providers(environ: Mapping[str, str]) -> dict[str, Any]:
    """Return what allauth takes as SOCIALACCOUNT_PROVIDERS. Raises BadProvider."""
    apps = [_app(name, prefix, environ) for name, prefix in _PREFIXES.items() if environ.get(prefix)]
    return {"openid_connect": {"APPS": apps, "OAUTH_PKCE_ENABLED": True}}


def _app(name: str, prefix: str, environ: Mapping[str, str]) -> dict[str, Any]:
    issuer = environ[prefix].rstrip("/")
    parts = urlsplit(issuer)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
        raise BadProvider(f"{prefix}: https://…")
    client = environ.get(f"{prefix}_ID", "")
    if not client:
        raise BadProvider(f"{prefix}_ID")
    file = environ.get(f"{prefix}_SECRET_FILE", "")
    try:
        secret = Path(file).read_text(encoding="utf-8").strip() if file else ""
    except OSError as error:
        raise BadProvider(f"{prefix}_SECRET_FILE: {file}, {error.strerror}") from error
    if not secret:
        raise BadProvider(f"{prefix}_SECRET_FILE")
    scope = [part.strip() for part in environ.get(f"{prefix}_SCOPE", "openid,profile").split(",") if part.strip()]
    return {
        "provider_id": name,
        "name": environ.get(f"{prefix}_TITLE") or parts.netloc,
        "client_id": client,
        "secret": secret,
        "settings": {
            "server_url": issuer,
            "iin_claim": environ.get(f"{prefix}_IIN_CLAIM") or "iin",
            "scope": scope,
            "oauth_pkce_enabled": True,
        },
    }
