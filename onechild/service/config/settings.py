"""Django's settings, read from the environment; every default is the safe one."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from onechild.service.config import logs
from onechild.service.config.security import values
from onechild.service.config.security.values import yes

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


# What guards the service. Those settings that our own code reads are named, so that their types are known.
globals().update({name: value for name, value in vars(values).items() if name.isupper()})
DEMO, HTTPS, PROXIES, OIDC_NAME = values.DEMO, values.HTTPS, values.PROXIES, values.OIDC_NAME
SESSION_IDLE, SESSION_WHOLE, RATE_FACTOR = values.SESSION_IDLE, values.SESSION_WHOLE, values.RATE_FACTOR
AXES_FAILURE_LIMIT, AXES_COOLOFF_TIME = values.AXES_FAILURE_LIMIT, values.AXES_COOLOFF_TIME
PERMISSIONS_POLICY = values.PERMISSIONS_POLICY

DEBUG = yes("ONECHILD_DEBUG")
SECRET_KEY = os.environ.get("ONECHILD_SECRET_KEY") or secrets.token_urlsafe(50)
ALLOWED_HOSTS = os.environ.get("ONECHILD_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("ONECHILD_ORIGINS", "").split(",") if origin]

# The council that this copy serves, and whether its children are invented.
COUNCIL_CODE = os.environ.get("ONECHILD_COUNCIL", "999")
COUNCIL_NAME = os.environ.get("ONECHILD_COUNCIL_NAME", "Hatterton")
INVENTED = yes("ONECHILD_INVENTED")
# The number that anybody rings about a child, at any hour; a demonstration's leads nowhere (kept free by Ofcom).
FRONT_DOOR_PHONE = os.environ.get("ONECHILD_FRONT_DOOR_PHONE", "01632 960 100" if INVENTED else "")
# A demonstration may stand still on a day; a real copy never does.
TODAY = os.environ.get("ONECHILD_TODAY", "")
# `make bench` measures pages against a bare one, which is there for nobody else.
BENCH = yes("ONECHILD_BENCH")
# What looks for viruses in documents: host:port or unix:/path of clamd, or a command; without it nothing does.
SCANNER = os.environ.get("ONECHILD_SCANNER", "")
FILES = Path(os.environ.get("ONECHILD_FILES", "files")).resolve()

DATABASES = {"default": _database(os.environ.get("DATABASE_URL", "postgresql:///onechild"))}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
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
    "onechild.service.journeys.visits",
    "onechild.service.journeys.case_notes",
    "onechild.service.journeys.diary",
    "onechild.service.journeys.assessment",
    "onechild.service.journeys.partner_form",
    "onechild.service.journeys.front_door",
    "onechild.service.journeys.support",
    "onechild.service.journeys.protection",
    "onechild.service.journeys.decisions",
    "onechild.service.journeys.silence",
    "onechild.service.journeys.people",
    "onechild.service.journeys.letters",
    "onechild.service.journeys.sensitive",
    "onechild.service.journeys.burden",
    "onechild.service.journeys.promises",
    "onechild.service.journeys.supervision",
    "onechild.service.journeys.workforce",
    "onechild.service.journeys.academy",
    "onechild.service.journeys.planner",
    "onechild.service.journeys.handover",
    "onechild.service.journeys.allocation",
    "onechild.service.desk",
    "onechild.service.config.security",
    "onechild.service.config.running",
    "onechild.service.journeys.information_rights",
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
    "onechild.service.config.security.open_pages.OpenPagesMiddleware",
    "onechild.service.config.security.public_forms.PublicFormsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "onechild.service.config.security.late_forms.ParkMiddleware",
    "onechild.service.access.middleware.ViewerMiddleware",
    "onechild.service.config.security.late_forms.UnparkMiddleware",
    "axes.middleware.AxesMiddleware",
    "onechild.service.journeys.burden.middleware.BurdenMiddleware",
]

ROOT_URLCONF = "onechild.service.config.urls"
WSGI_APPLICATION = "onechild.service.config.wsgi.application"
AUTH_USER_MODEL = "access.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "onechild.service.config.navigation.frame",
                "onechild.service.journeys.burden.opened.form_opened",
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
