"""Forms in GOV.UK's markup: the renderer that settings name, and the fields that Django lacks."""

from onechild.service.govuk.forms.choices import Checkboxes, Radios
from onechild.service.govuk.forms.days import DayField, DayInput
from onechild.service.govuk.forms.renderer import GovukBoundField, GovukRenderer

__all__ = ["Checkboxes", "DayField", "DayInput", "GovukBoundField", "GovukRenderer", "Radios"]
