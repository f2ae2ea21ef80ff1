"""The Django app of drafts."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """Forms half filled."""

    name = "onechild.service.access.drafts"
    label = "drafts"
    default_auto_field = "django.db.models.BigAutoField"
