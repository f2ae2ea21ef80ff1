"""Seals what must be read again but never lie open: keys of authenticators, forms that wait for their owner.

Sealed with Fernet (AES-128 and HMAC-SHA256) under keys made from the secret key, one for each purpose; keys that the
secret key has followed (SECRET_KEY_FALLBACKS) still open what they sealed.
"""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.core.signing import Signer
from django.utils.crypto import salted_hmac


class CannotOpen(Exception):
    """It was sealed under another secret key, for another purpose, or was changed."""


def seal(text: str, *, purpose: str) -> str:
    """This function will return the text sealed for one purpose."""
    return _keys(purpose).encrypt(text.encode()).decode()


def opened(sealed: str, *, purpose: str) -> str:
    """This function will return what was sealed, or raise CannotOpen."""
    try:
        return _keys(purpose).decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise CannotOpen(purpose) from None


def digest(secret: str) -> str:
    """This function will return the digest under which a secret of 128 bits or more is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _keys(purpose: str) -> MultiFernet:
    signer = Signer()
    return MultiFernet([_key(purpose, secret) for secret in (signer.key, *signer.fallback_keys)])


def _key(purpose: str, secret: str | bytes) -> Fernet:
    made = salted_hmac(f"onechild.sealing.{purpose}", "key", secret=secret, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(made))
