"""The settings of the site with one address more: a view that does nothing, to hold the pages against."""

from nadzor.web.settings import *  # noqa: F403  # the site as it is

ROOT_URLCONF = "tools.bench_urls"
