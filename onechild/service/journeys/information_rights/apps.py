"""The Django app of information rights."""

from django.apps import AppConfig


class InformationRightsConfig(AppConfig):
    """Subject access, disclosures, rectification, keeping and erasing."""

    name = "onechild.service.journeys.information_rights"
    label = "information_rights"
    default_auto_field = "django.db.models.BigAutoField"
