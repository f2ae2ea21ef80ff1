"""The questions of a contact, which the partner's form and the front door's own ask alike, and what was answered."""

from onechild.service.record.intake_form.form import IntakeForm
from onechild.service.record.intake_form.told import Told

__all__ = ["IntakeForm", "Told"]
