"""What running a OneChild adds to its database: leave for the web's role to ask whether all is well."""

from __future__ import annotations

from django.apps import AppConfig


class RunningConfig(AppConfig):
    """The app as Django knows it."""

    name = "onechild.service.config.running"
    label = "running"
