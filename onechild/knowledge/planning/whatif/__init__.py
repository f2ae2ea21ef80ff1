"""What if: caseloads of teams for the next weeks, as a range, from demand, closures and staff. Never about a child."""

from onechild.knowledge.planning.whatif.backtest import Coverage, coverage
from onechild.knowledge.planning.whatif.enough import Enough, enough
from onechild.knowledge.planning.whatif.forecast import what_if
from onechild.knowledge.planning.whatif.model import (
    Forecast,
    Joiners,
    Scenario,
    Sickness,
    Staff,
    TeamForecast,
    TeamPast,
    Week,
)
from onechild.knowledge.planning.whatif.weekly import past_of

__all__ = [
    "Coverage",
    "Enough",
    "Forecast",
    "Joiners",
    "Scenario",
    "Sickness",
    "Staff",
    "TeamForecast",
    "TeamPast",
    "Week",
    "coverage",
    "enough",
    "past_of",
    "what_if",
]
