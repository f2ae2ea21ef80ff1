"""Keeps sessions under the digest of their key, joined to who is signed in (Django's session engine)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction

from onechild.service.access.sign_in.sealing import digest


class KeptSessions(SessionBase):
    """Django's session, kept in `access_sessions`; config notes when it is used, and says the time."""

    row: Any = None  # as it was when the session was read, for the middleware that ends sessions

    @staticmethod
    def now() -> datetime:
        """This function will return this moment: config's engine says it."""
        raise NotImplementedError

    def load(self) -> dict[str, Any]:
        """This function will return what the session holds; nothing where it has ended."""
        self.row = self._rows(self.session_key).first()
        if self.row is None or self.row.expires_at <= self.now():
            self._session_key = None
            return {}
        return self.decode(self.row.values)

    def exists(self, session_key: str) -> bool:
        """This function will return whether the key is taken."""
        return bool(self._rows(session_key).exists())

    def create(self) -> None:
        """Begin a session under a new key."""
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        """Write down what the session holds; a session that was ended meanwhile stays ended."""
        if self.session_key is None:
            return self.create()
        held = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        values = {
            "values": self.encode(held),
            "user_id": held.get(SESSION_KEY),
            "expires_at": self.get_expiry_date(),
            "how": held.get("how", ""),
        }
        if not must_create:
            if not self._rows(self.session_key).update(**values):
                raise UpdateError
            return None
        now = self.now()
        try:
            with transaction.atomic():
                _model().objects.create(digest=digest(self.session_key), began_at=now, last_used_at=now, **values)
        except IntegrityError:
            raise CreateError from None

    def delete(self, session_key: str | None = None) -> None:
        """Take a session away: this one, or the one named."""
        if key := session_key or self.session_key:
            self._rows(key).delete()

    @classmethod
    def clear_expired(cls) -> None:
        """Take away every session whose time is over."""
        _model().objects.filter(expires_at__lt=cls.now()).delete()

    @staticmethod
    def _rows(session_key: str | None) -> Any:
        return _model().objects.filter(digest=digest(session_key or ""))


def _model() -> Any:
    # Django imports a session engine before the apps are ready, so the model is looked up when it is first needed.
    from onechild.service.access.sign_in.models.session import Session

    return Session
