"""The council's single sign-on: where its pages are, as it says itself, and what it says of who signed in.

What mozilla-django-oidc leaves open is closed here: the issuer, the audience, the times and the authorised party of an
ID token are checked; nobody is ever created from it, and what it says of roles is not read.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import jwt
import requests
from django.core.exceptions import SuspiciousOperation
from mozilla_django_oidc.auth import OIDCAuthenticationBackend  # type: ignore[import-untyped]
from mozilla_django_oidc.utils import import_from_settings  # type: ignore[import-untyped]

from onechild.service.access.models import User
from onechild.service.access.sign_in.actions import single

ENDPOINTS = {
    "OIDC_OP_AUTHORIZATION_ENDPOINT": "authorization_endpoint",
    "OIDC_OP_TOKEN_ENDPOINT": "token_endpoint",
    "OIDC_OP_USER_ENDPOINT": "userinfo_endpoint",
    "OIDC_OP_JWKS_ENDPOINT": "jwks_uri",
}
CLAIMS = ("iss", "sub", "aud", "exp", "iat", "nonce")
SLACK = 60  # seconds that the provider's clock may be out
WAIT = 10  # seconds to wait for the provider


def setting(name: str, *default: Any) -> Any:
    """This function will return a setting; the provider's own pages come from its discovery document."""
    if name in ENDPOINTS:
        return discovered(import_from_settings("OIDC_ISSUER"))[ENDPOINTS[name]]
    return import_from_settings(name, *default)


@cache
def discovered(issuer: str) -> dict[str, Any]:
    """This function will return the provider's discovery document, read once; it must name the same issuer."""
    found = requests.get(f"{issuer.rstrip('/')}/.well-known/openid-configuration", timeout=WAIT)
    found.raise_for_status()
    document: dict[str, Any] = found.json()
    if document.get("issuer") != issuer:
        raise SuspiciousOperation("the provider names another issuer")
    return document


class Provider(OIDCAuthenticationBackend):  # type: ignore[misc]
    """Takes the code that a browser brought back to the provider, and checks what the provider answers."""

    @staticmethod
    def get_settings(attr: str, *args: Any) -> Any:
        """This function will return a setting, for the library."""
        return setting(attr, *args)

    def get_payload_data(self, token: str, key: Any) -> dict[str, Any]:
        """This function will return the claims of an ID token, or raise jwt.PyJWTError or SuspiciousOperation."""
        audience = self.OIDC_RP_CLIENT_ID
        claims: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=[self.OIDC_RP_SIGN_ALGO],
            audience=audience,
            issuer=import_from_settings("OIDC_ISSUER"),
            leeway=SLACK,
            options={"require": list(CLAIMS)},
        )
        if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and claims.get("azp") != audience:
            raise SuspiciousOperation("the token was made for somebody else")
        return claims

    def get_or_create_user(self, access_token: str, id_token: str, payload: dict[str, Any]) -> User | None:
        """This function will return the account of the person, or none; it makes none."""
        claims = payload
        if "email" not in claims:
            more = self.get_userinfo(access_token, id_token, payload)
            if more.get("sub") != payload["sub"]:
                raise SuspiciousOperation("the provider speaks of two people")
            claims = more | payload
        verified = claims.get("email_verified") is True
        return single.account_of(subject=payload["sub"], email=str(claims.get("email", "")) if verified else "")
