"""The tables of looking after accounts, one noun a file."""

from onechild.service.access.accounts.models.account_change import AccountChange
from onechild.service.access.accounts.models.role_request import RoleRequest

__all__ = ["AccountChange", "RoleRequest"]
