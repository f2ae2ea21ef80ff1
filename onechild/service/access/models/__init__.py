"""The tables of access, one noun a file."""

from onechild.service.access.models.bar import Bar
from onechild.service.access.models.event import Event, Seal
from onechild.service.access.models.glass import Glass
from onechild.service.access.models.notice import Notice
from onechild.service.access.models.restriction import Restriction, RestrictionPerson
from onechild.service.access.models.role_held import RoleHeld
from onechild.service.access.models.user import User
from onechild.service.access.models.visible import Visible

__all__ = [
    "Bar",
    "Event",
    "Glass",
    "Notice",
    "Restriction",
    "RestrictionPerson",
    "RoleHeld",
    "Seal",
    "User",
    "Visible",
]
