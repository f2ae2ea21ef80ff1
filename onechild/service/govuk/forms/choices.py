"""Radios and checkboxes that can say a little under each choice. Nothing is chosen for anybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms


class Radios(forms.RadioSelect):
    """One of a few; `hints` are small words by the value of a choice."""

    def __init__(self, *, hints: Mapping[str, str] | None = None, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.hints = hints or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """A choice, with its hint."""
        return super().create_option(name, value, *args, **kwargs) | {"hint": self.hints.get(str(value), "")}


class Checkboxes(forms.CheckboxSelectMultiple):
    """Any of a few; `hints` are small words by the value of a choice."""

    def __init__(self, *, hints: Mapping[str, str] | None = None, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.hints = hints or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """A choice, with its hint."""
        return super().create_option(name, value, *args, **kwargs) | {"hint": self.hints.get(str(value), "")}
