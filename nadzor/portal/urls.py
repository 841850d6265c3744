"""Addresses of the public."""

from django.urls import URLPattern, path

from nadzor.portal.views import follow, home

urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("follow/", follow, name="follow"),
]
