"""A renewal of a worker's registration with Social Work England."""

from __future__ import annotations

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class RegistrationRenewal(Event):
    registration_renewal_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)

    class Meta(Event.Meta):
        db_table = "registration_renewals"
