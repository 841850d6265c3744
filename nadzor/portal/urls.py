"""Addresses of the public."""

from django.urls import URLPattern, path

from nadzor.portal import adding, filing_views
from nadzor.portal.memo import memo
from nadzor.portal.views import follow, home

urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("can-help/", memo, name="memo"),
    path("follow/", follow, name="follow"),
    path("follow/add/", adding.add, name="follow-add"),
    path("file/", filing_views.start, name="file"),
    path("file/forget/", filing_views.forget, name="file-forget"),
    path("file/<uuid:ref>/later/", filing_views.later, name="file-later"),
    path("file/<uuid:ref>/receipt/", filing_views.receipt, name="file-receipt"),
    path("file/<uuid:ref>/<slug:name>/", filing_views.step, name="file-step"),
]
