"""The Django app of the partner's form."""

from django.apps import AppConfig


class PartnerFormConfig(AppConfig):
    """The partner's form."""

    name = "onechild.service.journeys.partner_form"
    label = "partner_form"
    default_auto_field = "django.db.models.BigAutoField"
