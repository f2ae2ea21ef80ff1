"""The settings that guard the service (OWASP ASVS 4.0, level 2), read from the environment; settings.py takes them in.

Production is HTTPS, which is the default; a demonstration over plain HTTP says so with ONECHILD_HTTPS=no.
"""

from __future__ import annotations

import os
from datetime import timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured


def yes(name: str, *, default: bool = False) -> bool:
    """This function will return whether a variable of the environment says yes."""
    return os.environ.get(name, "yes" if default else "").lower() in {"yes", "true", "1", "on"}


HTTPS = yes("ONECHILD_HTTPS", default=True)
# How many of our own proxies stand before us: that many addresses of X-Forwarded-For are believed, from the right.
PROXIES = int(os.environ.get("ONECHILD_PROXIES", "0"))

# A demonstration asks for no one-time codes; it may hold invented children only.
DEMO = yes("ONECHILD_DEMO")
if DEMO and not yes("ONECHILD_INVENTED"):
    raise ImproperlyConfigured(
        "ONECHILD_DEMO asks for no one-time codes: only a copy with invented children may have it"
    )

# Who somebody is.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "onechild.service.access.sign_in.backends.PasswordBackend",
]
LOGIN_URL = "sign-in"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "onechild.service.access.sign_in.passwords.NotTooLong"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "onechild.service.access.sign_in.passwords.NotYourName"},
]

# Too many wrong tries lock an account for one address, so that nobody can lock a colleague out from elsewhere.
AXES_FAILURE_LIMIT = 5
AXES_USERNAME_FORM_FIELD = "username"  # as `authenticate` is called; else axes counts every failure as nobody's
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "onechild.service.access.sign_in.views.front.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# The council's own single sign-on, where it has one.
OIDC_ISSUER = os.environ.get("ONECHILD_SSO_ISSUER", "")
OIDC_NAME = os.environ.get("ONECHILD_SSO_NAME", "your council account") if OIDC_ISSUER else ""
OIDC_RP_CLIENT_ID = os.environ.get("ONECHILD_SSO_CLIENT_ID", "")
OIDC_RP_CLIENT_SECRET = os.environ.get("ONECHILD_SSO_CLIENT_SECRET", "")
OIDC_RP_SIGN_ALGO = "RS256"
OIDC_RP_SCOPES = "openid email"
OIDC_USE_NONCE = True
OIDC_USE_PKCE = True
OIDC_CREATE_USER = False
OIDC_TIMEOUT = 10
OIDC_AUTHENTICATION_CALLBACK_URL = "single-sign-on-back"
if OIDC_ISSUER and urlsplit(OIDC_ISSUER).scheme != "https":
    raise ImproperlyConfigured("ONECHILD_SSO_ISSUER must begin with https://")

# Sessions and cookies. A cookie with the prefix __Host- can be set by this host alone. Over plain HTTP the names differ
# for each database, because browsers don't tell two ports of one machine apart.
_OWN = sha256(os.environ.get("DATABASE_URL", "").encode()).hexdigest()[:6]
SESSION_ENGINE = "onechild.service.config.security.session_store"
SESSION_IDLE = timedelta(minutes=int(os.environ.get("ONECHILD_IDLE_MINUTES", "30")))
SESSION_WHOLE = timedelta(hours=int(os.environ.get("ONECHILD_SESSION_HOURS", "12")))
SESSION_COOKIE_AGE = int(SESSION_WHOLE.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "__Host-onechild" if HTTPS else f"onechild-{_OWN}"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # Strict would lose the session on the way back from single sign-on
CSRF_COOKIE_NAME = "__Host-onechild-csrf" if HTTPS else f"onechild-csrf-{_OWN}"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "onechild.service.config.security.mishaps.not_sent"

# Headers.
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY = (
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
)

# How much may be sent at once. Files are written to disk as they come, so their size is the page's own limit.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

# Widens every limit of rate, for a bench that is busier than people are.
RATE_FACTOR = float(os.environ.get("ONECHILD_RATE_FACTOR", "1"))
