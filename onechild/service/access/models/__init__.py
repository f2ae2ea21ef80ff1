"""The tables of access, one noun a file."""

from onechild.service.access.models.user import User

__all__ = ["User"]
