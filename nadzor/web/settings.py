"""Settings of the site. Strict: a wrong value of an environment variable stops the start with a sentence.

NADZOR_DATA (folder of files and of the embedded database), DATABASE_URL (any PostgreSQL from 15 on; `nadzor run` sets
it for the embedded one), NADZOR_SECRET_KEY (default: kept in the data folder), NADZOR_DEBUG (yes, no),
NADZOR_HOSTS (names the site answers to, by comma), NADZOR_HTTPS (yes, no), NADZOR_METRICS_FROM (addresses that may read
/metrics, by comma), NADZOR_PROXIES (addresses of proxies whose X-Forwarded-For is believed, by comma).
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from nadzor.embedded import DataFolder

HERE = Path(__file__).resolve().parent


def _yes_or_no(name: str, default: str) -> bool:
    value = os.environ.get(name, default)
    if value not in {"yes", "no"}:
        raise ImproperlyConfigured(f"{name}: yes / no")
    return value == "yes"


def _listed(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def _database(url: str) -> dict[str, object]:
    """Read a PostgreSQL address: postgresql://user:password@host:port/name?host=/socket/folder."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured("DATABASE_URL: postgresql://user:password@host:port/name")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "nadzor",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or unquote(parts.hostname or ""),
        "PORT": str(options.pop("port", None) or parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"application_name": "nadzor", "connect_timeout": 5, **options},
    }


def _kept_secret(folder: Path) -> str:
    """The key that signs sessions: made once, kept in the data folder, readable by its owner alone."""
    path = folder / "secret-key"
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        DataFolder(folder).open()
        made = folder / f"secret-key.{secrets.token_hex(4)}"
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(48), encoding="ascii")
        with suppress(FileExistsError):  # of two processes the first wins
            path.hardlink_to(made)
        made.unlink()
        return path.read_text(encoding="ascii")


DATA = Path(os.environ.get("NADZOR_DATA", "var")).resolve()
DEBUG = _yes_or_no("NADZOR_DEBUG", "no")
SECRET_KEY = os.environ.get("NADZOR_SECRET_KEY") or _kept_secret(DATA)
ALLOWED_HOSTS = _listed("NADZOR_HOSTS", "localhost,127.0.0.1,[::1]")
BEHIND_HTTPS = _yes_or_no("NADZOR_HTTPS", "no")
METRICS_FROM = frozenset(_listed("NADZOR_METRICS_FROM", "127.0.0.1"))
PROXIES = frozenset(_listed("NADZOR_PROXIES"))

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "crispy_forms",
    "crispy_bootstrap5",
    "procrastinate.contrib.django",
    "nadzor.organs",
    "nadzor.accounts",
    "nadzor.casework",
    "nadzor.appeals",
    "nadzor.portal",
    "nadzor.workplace",
    "nadzor.api",
    "nadzor.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "nadzor.web.middleware.DatabaseAway",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "nadzor.accounts.middleware.ActingPerson",
]
ROOT_URLCONF = "nadzor.web.urls"
WSGI_APPLICATION = "nadzor.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.i18n", "nadzor.web.templatetags.nadzor"],
        },
    },
]
DATABASES = {"default": _database(os.environ.get("DATABASE_URL", "postgresql:///nadzor"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Account"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "inbox"
LOGOUT_REDIRECT_URL = "home"

LANGUAGE_CODE = "ru"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
FORMAT_MODULE_PATH = ["nadzor.web.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Almaty"

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [HERE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_242_880  # 200,000 letters of four bytes, demands and an encoded file of 1 MB

CRISPY_ALLOWED_TEMPLATE_PACKS = ["bootstrap5"]
CRISPY_TEMPLATE_PACK = "bootstrap5"

SESSION_COOKIE_AGE = 20 * 3600  # face.md: no limit of time under twenty hours
SESSION_COOKIE_SECURE = BEHIND_HTTPS
CSRF_COOKIE_SECURE = BEHIND_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS and PROXIES else None
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "nadzor.web.errors.csrf_failure"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "procrastinate": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
