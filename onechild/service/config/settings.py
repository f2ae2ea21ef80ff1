"""Django's settings, read from the environment; every default is the safe one."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF
from psycopg.conninfo import conninfo_to_dict

from onechild.service.config import logs

SERVICE = Path(__file__).resolve().parent.parent


def _yes(name: str, *, default: bool = False) -> bool:
    return os.environ.get(name, "yes" if default else "").lower() in {"yes", "true", "1", "on"}


def _database(url: str) -> dict[str, object]:
    parts = {key: value for key, value in conninfo_to_dict(url).items() if value}
    known = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    options = {key: value for key, value in parts.items() if key not in known}
    return {known[key]: str(value) for key, value in parts.items() if key in known} | {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


DEBUG = _yes("ONECHILD_DEBUG")
SECRET_KEY = os.environ.get("ONECHILD_SECRET_KEY") or secrets.token_urlsafe(50)
ALLOWED_HOSTS = os.environ.get("ONECHILD_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("ONECHILD_ORIGINS", "").split(",") if origin]
HTTPS = _yes("ONECHILD_HTTPS", default=True)

# The council that this copy serves, and whether its children are invented.
COUNCIL_CODE = os.environ.get("ONECHILD_COUNCIL", "999")
COUNCIL_NAME = os.environ.get("ONECHILD_COUNCIL_NAME", "Hatterton")
INVENTED = _yes("ONECHILD_INVENTED")
# A demonstration may stand still on a day; a real copy never does.
TODAY = os.environ.get("ONECHILD_TODAY", "")
FILES = Path(os.environ.get("ONECHILD_FILES", "files")).resolve()

DATABASES = {"default": _database(os.environ.get("DATABASE_URL", "postgresql:///onechild"))}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "onechild.service.govuk",
    "onechild.service.record",
    "onechild.service.access",
]

MIDDLEWARE = [
    "onechild.service.config.health.HealthMiddleware",
    "onechild.service.config.logs.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "onechild.service.config.moment.MomentMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "onechild.service.config.urls"
WSGI_APPLICATION = "onechild.service.config.wsgi.application"
AUTH_USER_MODEL = "access.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "onechild.service.config.navigation.frame",
            ],
        },
    }
]

# config.logs says what may be in a line; nothing of a child may.
LOGGING = logs.LOGGING
PROCRASTINATE_IMPORT_PATHS = ["onechild.service.config.jobs"]

FORM_RENDERER = "onechild.service.govuk.forms.GovukRenderer"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "static/"
STATIC_ROOT = FILES / "static"
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
