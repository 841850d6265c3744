"""From which address a request comes: the caller's own, or what a proxy that is believed says of it."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Return the address. A header counts only from a proxy named in NADZOR_PROXIES, and only the last address of it."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if direct not in settings.PROXIES:
        return direct[:100]
    said = [part.strip() for part in str(request.META.get("HTTP_X_FORWARDED_FOR", "")).split(",") if part.strip()]
    return (said[-1] if said else direct)[:100]
