"""What is supposed to change: asked in the address, for it names nobody, so that a page can be passed on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from onechild.knowledge.planning.whatif import Joiners, Scenario, Sickness

MOST_JOIN, WEEKS = 12, 26
NUMBER = {"inputmode": "numeric", "class": "govuk-input--width-3"}


def _number(label: str, *, least: int, most: int, hint: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        required=False,
        help_text=hint,
        widget=forms.TextInput(attrs=NUMBER),
    )


class WhatIfForm(forms.Form):
    """Each thing that is left empty stays as it is."""

    team = forms.ChoiceField(label="Which team?")
    joiners = _number("How many more full-time workers?", least=0, most=MOST_JOIN)
    from_week = _number("In how many weeks do they start?", least=0, most=WEEKS)
    first_year = forms.BooleanField(label="They are in their first year", required=False)
    sick = _number("How many workers fall away for a time?", least=0, most=MOST_JOIN)
    sick_weeks = _number("For how many weeks?", least=1, most=WEEKS, hint="8 where it is empty.")
    target = forms.FloatField(
        label="Another target for a full-time worker", min_value=5, max_value=40, required=False,
        widget=forms.TextInput(attrs=NUMBER),
    )  # fmt: skip
    demand = _number(
        "More or fewer children coming, in per cent", least=-50, most=100, hint="10 for a tenth more, -10 for less."
    )
    split = forms.BooleanField(label="The team is split into two halves", required=False)

    def __init__(self, *args: Any, teams: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = list(teams)  # type: ignore[attr-defined]

    @property
    def scenario(self) -> Scenario | None:
        """What is supposed; None where nothing is."""
        if not self.is_bound or not self.is_valid():
            return None
        typed = self.cleaned_data
        team_id = typed["team"]
        joiners, sick = typed["joiners"] or 0, typed["sick"] or 0
        if not any((joiners, sick, typed["target"], typed["demand"], typed["split"])):
            return None
        return Scenario(
            name="What if",
            joiners=(
                Joiners(
                    team_id=team_id, number=joiners, from_week=max(1, typed["from_week"] or 1),
                    newly_qualified=typed["first_year"],
                ),
            ) if joiners else (),
            sickness=(Sickness(team_id=team_id, number=sick, weeks=typed["sick_weeks"] or 8),) if sick else (),
            target=typed["target"],
            demand=1 + (typed["demand"] or 0) / 100,
            split=team_id if typed["split"] else None,
        )  # fmt: skip

    def supposed(self) -> str:
        """The same in words; empty where nothing is supposed."""
        if self.scenario is None:
            return ""
        typed = self.cleaned_data
        workers = "worker" if typed["joiners"] == 1 else "workers"
        parts = [
            f"{typed['joiners']} more {workers}{' in the first year' if typed['first_year'] else ''}"
            if typed["joiners"]
            else "",
            f"{typed['sick']} away for {typed['sick_weeks'] or 8} weeks" if typed["sick"] else "",
            f"a target of {typed['target']:g}" if typed["target"] else "",
            f"{abs(typed['demand'])} per cent {'more' if typed['demand'] > 0 else 'fewer'} children"
            if typed["demand"]
            else "",
            "the team split in two" if typed["split"] else "",
        ]
        return ", ".join(part for part in parts if part)
