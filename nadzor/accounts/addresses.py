"""From which address a request comes. X-Forwarded-For is believed only from the proxies that the settings name."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Return the client's address: the last one of the chain that no proxy of ours has. Empty where it is unknown."""
    address = str(request.META.get("REMOTE_ADDR") or "")
    chain = [part.strip() for part in str(request.META.get("HTTP_X_FORWARDED_FOR") or "").split(",")]
    while address in settings.PROXIES and chain:
        said = chain.pop()
        if not _is_address(said):
            break
        address = said
    return address[:100]


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
