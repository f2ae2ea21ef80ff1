"""Joins what the council's single sign-on says of a person to an account that is already there."""

from __future__ import annotations

from onechild.service.access.models import User


def account_of(*, subject: str, email: str) -> User | None:
    """Find the account of a subject, else bind the subject to the account with that (verified) e-mail address.

    This function will return none where no account in use is theirs; an account bound to another subject stays so.
    """
    known = User.objects.filter(single_sign_on=subject).first()
    if known is not None:
        return known if known.is_active else None
    found = User.objects.filter(email=email.strip().lower(), single_sign_on=None, is_active=True).first()
    if found is None or not email:
        return None
    found.single_sign_on = subject
    found.save(update_fields=["single_sign_on"])
    return found
