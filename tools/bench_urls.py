"""The addresses of the site, and one that does nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from nadzor.web.urls import handler400, handler404, handler500
from nadzor.web.urls import urlpatterns as of_the_site


def nothing(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    return HttpResponse("nothing")


urlpatterns = [path("bench/nothing/", nothing), *of_the_site]
__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]
