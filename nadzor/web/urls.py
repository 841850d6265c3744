"""Addresses of the site."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from nadzor.web.gallery import urlpatterns as gallery

handler400 = "nadzor.web.errors.unreadable"
handler404 = "nadzor.web.errors.not_found"
handler500 = "nadzor.web.errors.broken"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("nadzor.api.urls")),
    path("language/", set_language, name="set_language"),
    path("work/", include("nadzor.workplace.urls")),
    path("", include("nadzor.portal.urls")),
    *gallery,
]
