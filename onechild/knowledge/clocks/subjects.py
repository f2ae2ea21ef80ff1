"""Whom a duty may be about besides a child, and by which column each table's rows are theirs."""

from __future__ import annotations

from collections.abc import Mapping

OTHERS = ("adopter", "allegation", "application", "complaint", "household", "request", "worker")

OWNERS: Mapping[str, str] = {
    "absences": "worker_id",
    "adopters": "adopter_id",
    "allegations": "allegation_id",
    "assessed_year_reviews": "worker_id",
    "assessed_years": "worker_id",
    "complaints": "complaint_id",
    "employments": "worker_id",
    "fostering_applications": "fostering_application_id",
    "fostering_households": "household_id",
    "household_checks": "household_id",
    "household_reviews": "household_id",
    "information_requests": "information_request_id",
    "registration_renewals": "worker_id",
    "request_pauses": "information_request_id",
    "supervisions": "worker_id",
    "workers": "worker_id",
}
