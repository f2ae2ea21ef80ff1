"""What My day asks of the planner."""

from __future__ import annotations

from onechild.service.journeys.planner.plans.found import waiting_for

__all__ = ["waiting_for"]
