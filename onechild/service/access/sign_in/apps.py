"""The Django app of signing in."""

from django.apps import AppConfig


class SignInConfig(AppConfig):
    """Passwords, codes, links and sessions."""

    name = "onechild.service.access.sign_in"
    label = "sign_in"
    default_auto_field = "django.db.models.BigAutoField"
