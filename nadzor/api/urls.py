"""Addresses of the API, and of health at the site's root."""

from django.urls import URLPattern, URLResolver, path

from nadzor.api import health, v1

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", v1.addresses()),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", health.metrics, name="metrics"),
]
