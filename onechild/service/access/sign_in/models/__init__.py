"""The tables of signing in, one noun a file."""

from onechild.service.access.sign_in.models.authenticator import Authenticator
from onechild.service.access.sign_in.models.link import SignInLink
from onechild.service.access.sign_in.models.rate_count import RateCount
from onechild.service.access.sign_in.models.recovery_code import RecoveryCode
from onechild.service.access.sign_in.models.session import Session

__all__ = ["Authenticator", "RateCount", "RecoveryCode", "Session", "SignInLink"]
