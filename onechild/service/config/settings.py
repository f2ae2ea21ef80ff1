"""Django's settings, read from the environment; every default is the safe one."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from onechild.service.config import logs
from onechild.service.config.security import values
from onechild.service.config.security.values import (
    AXES_COOLOFF_TIME as AXES_COOLOFF_TIME,
    AXES_FAILURE_LIMIT as AXES_FAILURE_LIMIT,
    DEMO as DEMO,
    HTTPS as HTTPS,
    OIDC_NAME as OIDC_NAME,
    PERMISSIONS_POLICY as PERMISSIONS_POLICY,
    PROXIES as PROXIES,
    RATE_FACTOR as RATE_FACTOR,
    SESSION_IDLE as SESSION_IDLE,
    SESSION_WHOLE as SESSION_WHOLE,
    yes,
)

SERVICE = Path(__file__).resolve().parent.parent


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


# What guards the service: passwords, sessions, cookies, headers, limits. Those that our own code reads are imported above,
# so that types are checked.
globals().update({name: value for name, value in vars(values).items() if name.isupper()})

DEBUG = yes("ONECHILD_DEBUG")
SECRET_KEY = os.environ.get("ONECHILD_SECRET_KEY") or secrets.token_urlsafe(50)
ALLOWED_HOSTS = os.environ.get("ONECHILD_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("ONECHILD_ORIGINS", "").split(",") if origin]

# The council that this copy serves, and whether its children are invented.
COUNCIL_CODE = os.environ.get("ONECHILD_COUNCIL", "999")
COUNCIL_NAME = os.environ.get("ONECHILD_COUNCIL_NAME", "Hatterton")
INVENTED = yes("ONECHILD_INVENTED")
# A demonstration may stand still on a day; a real copy never does.
TODAY = os.environ.get("ONECHILD_TODAY", "")
FILES = Path(os.environ.get("ONECHILD_FILES", "files")).resolve()

DATABASES = {"default": _database(os.environ.get("DATABASE_URL", "postgresql:///onechild"))}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_otp",
    "axes",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "onechild.service.govuk",
    "onechild.service.record",
    "onechild.service.access",
    "onechild.service.access.sign_in",
    "onechild.service.access.drafts",
    "onechild.service.access.accounts",
    "onechild.service.config.security",
    "onechild.service.exchange",
]

# From the outside in. All from ViewerMiddleware on is one transaction, entered as whoever is signed in.
MIDDLEWARE = [
    "onechild.service.config.health.HealthMiddleware",
    "onechild.service.config.logs.RequestLog",
    "onechild.service.config.security.headers.AddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "onechild.service.config.security.headers.HeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "onechild.service.config.security.sessions.SessionEndsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "onechild.service.config.moment.MomentMiddleware",
    "onechild.service.config.security.rates.RatesMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "onechild.service.config.security.late_forms.ParkMiddleware",
    "onechild.service.access.middleware.ViewerMiddleware",
    "onechild.service.config.security.late_forms.UnparkMiddleware",
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
