"""The language of an answer: a person's choice on pages, the header of the request for programs."""

from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

_FOR_PROGRAMS = ("/api/", "/healthz", "/readyz")


class AskedLanguage(LocaleMiddleware):
    """As Django chooses it; where programs ask, `Accept-Language` alone decides (api.md), and no cookie of a page."""

    def process_request(self, request: HttpRequest) -> None:
        """Activate the language of the request."""
        super().process_request(request)
        if request.path_info.startswith(_FOR_PROGRAMS):
            bare = HttpRequest()
            bare.META = {"HTTP_ACCEPT_LANGUAGE": request.META.get("HTTP_ACCEPT_LANGUAGE", "")}
            translation.activate(translation.get_language_from_request(bare))
            request.LANGUAGE_CODE = translation.get_language()
