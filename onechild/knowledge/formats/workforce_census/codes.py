"""The census's own code lists, and which of our codes each stands for.

Source: DfE, children's social work workforce census, 2025 layout as LIIA transcribes it (csww_schema_2025). Which of
our roles and reasons goes to which code is our reading (confidence K): check with the guide of the year.
"""

from __future__ import annotations

from collections.abc import Mapping

NOT_YET = "Not yet collected"
ROLES: Mapping[str, str] = {
    "1": "Senior manager",
    "2": "Middle manager",
    "3": "First line manager",
    "4": "Senior practitioner",
    "5": "Case holder",
    "6": "Qualified without cases",
}
ORIGINS: Mapping[str, str] = {
    "1": "Newly qualified",
    "2": "Social worker in another local authority in England",
    "3": "Social worker outside England",
    "4": "Agency or consultancy in social work (in England)",
    "5": "Other social work outside local authorities (in England)",
    "6": "Other social care work (in England)",
    "7": "Work outside social care, outside England, no employment or a career break",
    "8": "Other",
    "9": "Not known",
    "10": NOT_YET,
}
DESTINATIONS: Mapping[str, str] = {
    "1": "Social worker in another local authority in England",
    "2": "Social worker outside England",
    "3": "Agency or consultancy in social work (in England)",
    "4": "Other social work outside local authorities (in England)",
    "5": "Other social care work (in England)",
    "6": "Work outside social care, outside England, no employment or a career break",
    "7": "Other",
    "8": "Not known",
    "9": NOT_YET,
}
REASONS: Mapping[str, str] = {
    "1": "Resignation",
    "2": "Voluntary redundancy",
    "3": "Compulsory redundancy",
    "4": "Dismissed",
    "5": "Retired",
    "6": "Died",
    "7": "Moved to work in the council that is not child and family social work",
    "8": "Other",
    "9": "Not known",
    "10": NOT_YET,
}
QUALIFICATIONS: Mapping[str, str] = {"1": "Undergraduate", "2": "Postgraduate", "3": "Other"}
SEXES: Mapping[str, str] = {"M": "Male", "F": "Female"}
ABSENCES: Mapping[str, str] = {
    "MAT": "Maternity or paternity leave",
    "OTH": "Other paid authorised absence",
    "PUB": "Paid absence for public duties",
    "SIC": "Sick leave",
    "TRN": "Training",
    "UNA": "Unauthorised absence",
    "UNP": "Unpaid authorised absence",
}
ROUTES: Mapping[str, str] = {
    "step_up": "Step Up to Social Work",
    "frontline": "Approach Social Work (Frontline)",
    "apprentice": "Apprenticeship",
    "university": "University course",
    "other": "Another route",
}

# A child and family social worker, by our roles: as the workforce measures take it (a test holds the two together).
NOT_SOCIAL_WORKERS = ("personal_adviser", "family_worker", "adult_practitioner", "student")
# Ends of an employment that are no leaving.
STAYED = ("moved_post", "became_permanent")

ROLE_OF: Mapping[str, str] = {
    "service_manager": "2",
    "team_manager": "3",
    "deputy_manager": "3",
    "senior_practitioner": "4",
}
REASON_OF: Mapping[str, str] = {
    "resigned": "1",
    "dismissed": "4",
    "retired": "5",
    "died": "6",
    "contract_ended": "8",
    "other": "8",
}
ABSENCE_OF: Mapping[str, str] = {
    "sickness": "SIC",
    "parental_leave": "MAT",
    "training": "TRN",
    "annual_leave": "OTH",
    "other": "OTH",
}
# The census has fewer codes of ethnicity than the children's lists.
ETHNICITY_OF: Mapping[str, str] = {"WIRT": "WOTH", "WROM": "WOTH"}
