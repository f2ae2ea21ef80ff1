"""Makes the look an app of Django, so that its templates, tags and static files are found."""

from django.apps import AppConfig


class GovukConfig(AppConfig):
    """The look, as Django knows it."""

    name = "onechild.service.govuk"
    label = "govuk"
    verbose_name = "The look"
