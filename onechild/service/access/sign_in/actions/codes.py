"""Sets up authenticators, checks one-time codes and recovery codes, and spends them."""

from __future__ import annotations

import hmac
import secrets
from base64 import b32decode, b32encode
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django_otp.oath import TOTP  # type: ignore[import-untyped]

from onechild.service.access.models import User
from onechild.service.access.sign_in.models import Authenticator, RecoveryCode
from onechild.service.access.sign_in.rules import RECOVERY_CODES
from onechild.service.access.sign_in.sealing import opened, seal

PURPOSE = "authenticator"
STEP = 30
SLACK = 1  # steps of 30 seconds that a phone's clock may be out, either way


def new_key() -> str:
    """This function will return a new key of 160 bits, in the letters that an authenticator takes."""
    return b32encode(secrets.token_bytes(20)).decode()


def code_fits(*, key: str, code: str, now: datetime) -> bool:
    """This function will return whether the code is one that the key makes now."""
    return _step_of(key, code, now, after=-1, drift=0) is not None


@transaction.atomic
def set_up(*, user: User, key: str, code: str, now: datetime) -> list[str]:
    """Give the account a new authenticator in place of any other, and new recovery codes, which are returned."""
    forget_authenticator(user=user)
    found = _step_of(key, code, now, after=-1, drift=0) or (-1, 0)
    Authenticator.objects.create(
        user=user, sealed_key=seal(key, purpose=PURPOSE), last_step=found[0], drift=found[1], made_at=now
    )
    return new_recovery_codes(user=user)


def has_authenticator(user: User) -> bool:
    """This function will return whether the account can be asked for a one-time code."""
    return Authenticator.objects.filter(user=user).exists()


def codes_left(user: User) -> int:
    """This function will return how many recovery codes are unused."""
    return RecoveryCode.objects.filter(user=user, used_at=None).count()


@transaction.atomic
def check_code(*, user: User, code: str, now: datetime) -> bool:
    """Check what was typed as a one-time code, or as a recovery code, and spend it."""
    typed = "".join(code.split()).replace("-", "").upper()
    if not typed.isdigit():
        return _spend_recovery_code(user, typed, now)
    held = Authenticator.objects.select_for_update().filter(user=user).first()
    if held is None or not held.may_try(now):
        return False
    found = _step_of(opened(held.sealed_key, purpose=PURPOSE), typed, now, after=held.last_step, drift=held.drift)
    if found is None:
        held.failures, held.failed_at = held.failures + 1, now
        held.save(update_fields=["failures", "failed_at"])
        return False
    (held.last_step, held.drift), held.failures, held.failed_at = found, 0, None
    held.save()
    return True


@transaction.atomic
def new_recovery_codes(*, user: User) -> list[str]:
    """Make new recovery codes in place of the old; this function will return them, to be shown once."""
    RecoveryCode.objects.filter(user=user).delete()
    codes = [b32encode(secrets.token_bytes(10)).decode() for _ in range(RECOVERY_CODES)]
    salts = [secrets.token_hex(8) for _ in codes]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, salt=salt, digest=_salted(salt, code)) for salt, code in zip(salts, codes, strict=True)
    )
    return ["-".join(code[at : at + 4] for at in range(0, 16, 4)) for code in codes]


def forget_authenticator(*, user: User) -> None:
    """Take the account's authenticator and recovery codes away; the next sign-in sets up new ones."""
    Authenticator.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()


def _step_of(key: str, code: str, now: datetime, *, after: int, drift: int) -> tuple[int, int] | None:
    """The step that the code belongs to, later than `after`, and how far the phone's clock is out."""
    if len(code) != 6 or not code.isascii() or not code.isdigit():
        return None
    totp = TOTP(b32decode(key), step=STEP, drift=drift)
    totp.time = now.timestamp()
    return (totp.t(), totp.drift) if totp.verify(int(code), SLACK, after + 1) else None


def _spend_recovery_code(user: User, typed: str, now: datetime) -> bool:
    for held in RecoveryCode.objects.select_for_update().filter(user=user, used_at=None):
        if hmac.compare_digest(held.digest, _salted(held.salt, typed)):
            held.used_at = now
            held.save(update_fields=["used_at"])
            return True
    return False


def _salted(salt: str, code: str) -> str:
    return sha256(f"{salt}{code}".encode()).hexdigest()
