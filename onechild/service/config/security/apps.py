"""Makes the guard of the service an app of Django, so that its checks run and its error pages are found."""

from django.apps import AppConfig


class SecurityConfig(AppConfig):
    """Headers, limits, error pages and checks."""

    name = "onechild.service.config.security"
    label = "security"

    def ready(self) -> None:
        """Register the checks."""
        from onechild.service.config.security import checks  # noqa: F401
