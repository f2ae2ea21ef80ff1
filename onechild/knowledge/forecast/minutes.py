"""What each duty takes: the setting that holds its minutes, known by the work that its clock asks for."""

from __future__ import annotations

from collections.abc import Mapping

from onechild.knowledge.clocks.local.capacity import FORECAST_STANDARDS
from onechild.knowledge.clocks.local.others import OTHERS
from onechild.knowledge.clocks.model import Clock, Topic

# The purpose of the visit that meets a clock of this part of the work.
PURPOSES: Mapping[Topic, str] = {
    Topic.ASSESSMENT: "assessment",
    Topic.CHILD_PROTECTION: "child_protection",
    Topic.CHILD_IN_NEED: "child_in_need",
    Topic.IN_CARE: "looked_after",
    Topic.ADOPTION: "placed_for_adoption",
    Topic.LEAVING_CARE: "care_leaver",
    Topic.PRIVATE_FOSTERING: "private_fostering",
}
# What a clock's name says of its work, the first that it holds.
KINDS: Mapping[str, str] = {
    "review": "meeting_minutes",
    "conference": "meeting_minutes",
    "core-group": "meeting_minutes",
    "meeting": "meeting_minutes",
    "assessment": "assessment_minutes",
    "plan": "plan_minutes",
}
DEFAULTS: Mapping[str, float] = {
    one.setting: one.default for one in (*OTHERS, *FORECAST_STANDARDS) if one.default is not None
}


def setting_of(clock: Clock, *, visit: bool) -> str:
    """This function will return the key of the setting that says how many minutes a duty under the clock takes."""
    if visit:
        return f"visit_minutes_{PURPOSES.get(clock.topic, 'other')}"
    if clock.topic is Topic.COURT:
        return "court_minutes"
    return next((setting for word, setting in KINDS.items() if word in clock.key), "other_duty_minutes")


def value_of(setting: str, values: Mapping[str, float]) -> float:
    """This function will return what the council sets, else the default."""
    return values.get(setting, DEFAULTS[setting])
