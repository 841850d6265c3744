"""Settings of the site. Strict: a wrong value of an environment variable stops the start with a sentence.

NADZOR_DATA (folder of files and of the embedded database), DATABASE_URL (any PostgreSQL from 15 on; `nadzor run` sets
it for the embedded one), NADZOR_SECRET_KEY (default: kept in the data folder), NADZOR_DEBUG (yes, no),
NADZOR_HOSTS (names the site answers to beside those of this machine, by comma), NADZOR_URL (the address at which people
reach the site, printed on papers), NADZOR_HTTPS (yes, no; yes needs NADZOR_PROXIES), NADZOR_PROXIES (addresses of
proxies whose X-Forwarded-For is believed, by comma), NADZOR_METRICS_FROM (addresses that may read /metrics, by comma;
behind HTTPS nobody unless named), NADZOR_MAIL_… (the mail server: nadzor/web/mail.py); providers of identity:
nadzor/web/identity.py.
"""

import os
import secrets
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from nadzor.embedded import DataFolder
from nadzor.embedded.address import BadAddress, read
from nadzor.law.words import OWN_NAMES, Phrase
from nadzor.web.identity import BadProvider, providers
from nadzor.web.mail import WrongMail, mail_settings

HERE = Path(__file__).resolve().parent
_WITHOUT_PROXIES = Phrase(
    "NADZOR_HTTPS=yes үшін NADZOR_PROXIES керек: HTTPS-ті қабылдайтын веб-сервердің мекенжайы, мысалы "
    "NADZOR_PROXIES=127.0.0.1. Онсыз барлық келуші бір мекенжай болып көрінеді, ал бет өзінің HTTPS арқылы ашылғанын "
    "білмейді",
    "при NADZOR_HTTPS=yes нужна NADZOR_PROXIES: адрес веб-сервера, который принимает HTTPS, например "
    "NADZOR_PROXIES=127.0.0.1. Без неё все посетители выглядят одним адресом, а страницы не знают, что открыты по "
    "HTTPS",
    "NADZOR_HTTPS=yes needs NADZOR_PROXIES: the address of the web server that takes HTTPS, such as "
    "NADZOR_PROXIES=127.0.0.1. Without it all visitors look like one address, and pages do not know that they were "
    "opened by HTTPS",
)


class WrongSetting(ImproperlyConfigured):
    """A setting that cannot stand, said in three languages."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.en)
        self.phrase = phrase


def _yes_or_no(name: str, default: str) -> bool:
    value = os.environ.get(name, default)
    if value not in {"yes", "no"}:
        raise ImproperlyConfigured(f"{name}: yes / no")
    return value == "yes"


def _listed(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def _addresses(name: str, default: str = "") -> frozenset[str]:
    listed = _listed(name, default)
    for each in listed:
        try:
            ip_address(each)
        except ValueError as error:
            raise ImproperlyConfigured(f"{name}: {each}, IPv4 / IPv6") from error
    return frozenset(listed)


def _database(url: str) -> dict[str, object]:
    """Read a PostgreSQL address as libpq does, so that the start checks the server that Django then uses."""
    try:
        options = read(url)
    except BadAddress:
        raise ImproperlyConfigured("DATABASE_URL: postgresql://user:password@host:port/name") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": options.pop("dbname", ""),
        "USER": options.pop("user", ""),
        "PASSWORD": options.pop("password", ""),
        "HOST": options.pop("host", ""),
        "PORT": options.pop("port", ""),
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


DATA = Path(os.environ.get("NADZOR_DATA") or "var").resolve()
DEBUG = _yes_or_no("NADZOR_DEBUG", "no")
SECRET_KEY = os.environ.get("NADZOR_SECRET_KEY") or _kept_secret(DATA)
# the supervisor asks by 127.0.0.1 whether the site is ready; a browser of this machine may name it in each way
ALLOWED_HOSTS = [*_listed("NADZOR_HOSTS"), "localhost", "127.0.0.1", "[::1]"]
BEHIND_HTTPS = _yes_or_no("NADZOR_HTTPS", "no")
PROXIES = _addresses("NADZOR_PROXIES")
if BEHIND_HTTPS and not PROXIES:
    raise WrongSetting(_WITHOUT_PROXIES)
# a proxy on this machine that forwards no address makes everybody look like 127.0.0.1
METRICS_FROM = _addresses("NADZOR_METRICS_FROM", "" if BEHIND_HTTPS else "127.0.0.1")

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
    "ninja",  # its script of the API's description is served from here, not from another host
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "nadzor.organs",
    "nadzor.accounts",
    "nadzor.casework",
    "nadzor.papers",
    "nadzor.appeals",
    "nadzor.complaints",  # after the room whose table it hangs its steps on
    "nadzor.reception",
    "nadzor.portal",
    "nadzor.workplace",
    "nadzor.api",
    "nadzor.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "nadzor.web.middleware.OwnHostOnly",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "nadzor.web.middleware.Compressed",  # below WhiteNoise, whose files lie compressed on the disk
    "nadzor.web.middleware.DatabaseAway",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "nadzor.web.language.AskedLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",  # tells allauth whose request it is; its pages are not ours
    "nadzor.accounts.middleware.Seated",
    "nadzor.accounts.middleware.ActingPerson",
    "nadzor.web.middleware.KeepsSession",
    # last, so that its page is whole; the first to read a body is the check of CSRF, just before the view
    "nadzor.web.middleware.WithinSize",
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
    {"NAME": f"nadzor.accounts.passwords.{name}"} for name in ("LongEnough", "NotCommon", "NotOneself", "NotOneRow")
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
try:
    SOCIALACCOUNT_PROVIDERS = providers(os.environ)
except BadProvider as error:
    raise ImproperlyConfigured(str(error)) from error
SOCIALACCOUNT_STORE_TOKENS = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ADAPTER = "nadzor.accounts.factors.Adapter"
MFA_TOTP_ISSUER = "Nadzor"
MFA_TOTP_TOLERANCE = 1  # a telephone may be half a minute off; a code counts once all the same
MFA_RECOVERY_CODE_COUNT = 10
MFA_RECOVERY_CODE_DIGITS = 10
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "inbox"
LOGOUT_REDIRECT_URL = "home"

LANGUAGE_CODE = "ru"
LANGUAGES = list(OWN_NAMES)
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
# The mail server: nadzor/web/mail.py reads the variables.
try:
    _MAIL = mail_settings(os.environ)
except WrongMail as wrong:
    raise WrongSetting(wrong.phrase) from None
EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = _MAIL.host, _MAIL.port, _MAIL.timeout
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.starttls, _MAIL.tls
MAIL_FROM = _MAIL.sender
EMAIL_USE_LOCALTIME = True
# Where people reach the site: printed on papers beside their QR code.
SITE_URL = (os.environ.get("NADZOR_URL") or f"http://127.0.0.1:{os.environ.get('PORT', '8000')}").rstrip("/")
PAPER_LETTERS = HERE / "static" / "built"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_242_880  # 200,000 letters of four bytes, demands and an encoded file of 1 MB

CRISPY_ALLOWED_TEMPLATE_PACKS = ["bootstrap5"]
CRISPY_TEMPLATE_PACK = "bootstrap5"

SESSION_COOKIE_AGE = 20 * 3600  # without a request; `KeepsSession` begins them anew while somebody works
SESSION_COOKIE_SECURE = BEHIND_HTTPS
CSRF_COOKIE_SECURE = BEHIND_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "nadzor.web.errors.csrf_failure"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"without_codes": {"()": "nadzor.web.logs.WithoutCodes"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["without_codes"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.request": {"filters": ["without_codes"]},
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "procrastinate": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
