"""Enters disclosures and rectification notes."""

from __future__ import annotations

from datetime import date, datetime

from onechild.service.access.models import User
from onechild.service.journeys.information_rights.models import Disclosure, Rectification
from onechild.service.record.models import Child


def disclose(
    *, child: Child, told_to: str, told_what: str, basis: str, basis_words: str, left_out: str, told_on: date,
    by: User, at: datetime, corrects: Disclosure | None = None,
) -> Disclosure:  # fmt: skip
    """Sign an entry of the register; it is never changed afterwards."""
    return Disclosure.objects.create(
        child=child, told_to=told_to, told_what=told_what, basis=basis, basis_words=basis_words, left_out=left_out,
        told_on=told_on, signed_by=by, signed_at=at, corrects=corrects,
    )  # fmt: skip


def note(
    *, child: Child, raised_by: str, raised_on: date, disputed: str, statement: str, decision: str,
    decided_on: date | None, by: User, at: datetime,
) -> Rectification:  # fmt: skip
    """Put a note beside the record; the record itself stays as it is."""
    return Rectification.objects.create(
        child=child, raised_by=raised_by, raised_on=raised_on, disputed=disputed, statement=statement,
        decision=decision, decided_on=decided_on, noted_by=by, noted_at=at,
    )  # fmt: skip
