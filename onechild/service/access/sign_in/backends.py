"""Tells who somebody is by e-mail address and password, taking as long over an unknown address as over a known one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import check_password, make_password
from django.http import HttpRequest

from onechild.service.access.models import User


class PasswordBackend(BaseBackend):
    """Local accounts. An account that was ended, or that signs in elsewhere, is refused like one that isn't there."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **others: Any
    ) -> User | None:
        """This function will return the account, or none; the password is hashed once whatever the answer."""
        if username is None or password is None:
            return None
        user = User.objects.filter(email=username.strip().lower()).first()
        if user is None:
            make_password(password)
            return None
        right = check_password(password, user.password)
        return user if right and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        """This function will return the account of a session, as long as it is in use."""
        return User.objects.filter(pk=user_id, is_active=True).first()
