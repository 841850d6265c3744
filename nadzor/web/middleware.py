"""What stands around every request."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from nadzor.web.errors import database_away

log = logging.getLogger(__name__)


class DatabaseAway:
    """Turns a lost database into a sentence and 503 instead of a fault of the program."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; what middleware below raises comes here too."""
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError) as error:
            return self._away(request, error)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a view that lost its database."""
        if isinstance(exception, OperationalError | InterfaceError):
            return self._away(request, exception)
        return None

    @staticmethod
    def _away(request: HttpRequest, error: Exception) -> HttpResponse:
        log.error("database_away", extra={"fault": type(error).__name__})
        return database_away(request)
