"""The modules of the SSDA903 as data: columns of 2023/24 to 2026/27, and what their rows give.

Source: DfE, Children looked-after by local authorities in England (SSDA903), column names as the sector's parsers and
validators carry them (liia-tools-pipeline; csc-validator-be-903; both MIT), Crown copyright, Open Government Licence.
"""

from __future__ import annotations

import re

from onechild.knowledge.formats.tabular.layout import Field, Gives, Is, Part, Source, Worked
from onechild.knowledge.formats.tabular.readers import read_postcode, read_upn, read_upn_unknown
from onechild.knowledge.formats.values import Read, code_reader, read_day

FIRST_YEAR, LAST_YEAR = 2024, 2027

_UNKNOWN_PART = re.compile(r"^(?:zz|\d{1,2})/(?:zz|\d{1,2})/(?:zzzz|\d{4})$", re.IGNORECASE)
_accommodation = code_reader("care_leaver_accommodation")


def read_accommodation(text: str) -> Read:
    """This function will read the letter of ACCOM, as in U1; 0 is a young person the council is not in touch with."""
    if text in {"0", "0.0"}:
        return Read()
    if re.fullmatch(r"[A-Za-z][12]", text):
        return _accommodation(text[0].upper())
    return Read(refused="is not a letter with 1 (suitable) or 2 (unsuitable)")


def read_suitability(text: str) -> Read:
    """This function will read the figure of ACCOM, as in U1."""
    return Read(text[1]) if re.fullmatch(r"[A-Za-z][12]", text) else Read()


def read_ordered(text: str) -> Read:
    """This function will read a date of which parts may be zz, where they are not."""
    return Read() if "z" in text.lower() and _UNKNOWN_PART.match(text) else read_day(text)


def read_ordered_words(text: str) -> Read:
    """This function will read a date of which parts are zz, as it stands."""
    return Read(text.lower()) if "z" in text.lower() and _UNKNOWN_PART.match(text) else Read()


def read_registration(text: str) -> Read:
    """This function will read a Social Work England number; an SW_ID that starts with XX is not one."""
    return Read(text.upper()) if text.upper().startswith("SW") else Read()


CHILD = Field("child", "CHILD", ("CHILD_ID",), required=True)
BORN = Field("born", "DOB")
# A module repeats the date of birth, so that DfE can match; the header's is the one kept.
_MATCHED: dict[str, Source] = {"child_id": "child", "born_on": "born"}
MATCHED = Gives("children", _MATCHED, once=True)

HEADER = Part(
    "Header",
    (
        CHILD,
        Field("sex", "SEX", ("GENDER",)),
        BORN,
        Field("ethnicity", "ETHNIC", ("ETHNICITY",)),
        Field("upn", "UPN", reader=read_upn),
        Field("upn_unknown", "UPN", reader=read_upn_unknown),
        Field("mother", "MOTHER"),
        Field("her_child_born", "MC_DOB"),
    ),
    (
        Gives(
            "children",
            _MATCHED | {"sex": "sex", "ethnicity": "ethnicity", "upn_unknown": "upn_unknown", "is_mother": "mother"},
        ),
        Gives("identifiers", {"child_id": "child", "identifier_kind": Is("upn"), "value": "upn"}, when=("upn",)),
        Gives("mothers", {"child_id": "child", "her_child_born_on": "her_child_born"}, when=("her_child_born",)),
    ),
)

EPISODES = Part(
    "Episodes",
    (
        CHILD,
        Field("started", "DECOM", required=True),
        Field("why", "RNE"),
        Field("status", "LS"),
        Field("need", "CIN"),
        Field("placement", "PLACE"),
        Field("provider", "PLACE_PROVIDER"),
        Field("ended", "DEC"),
        Field("why_ended", "REC"),
        Field("why_moved", "REASON_PLACE_CHANGE"),
        Field("home", "HOME_POST", reader=read_postcode),
        Field("postcode", "PL_POST", reader=read_postcode),
        Field("urn", "URN"),
    ),
    (
        Gives(
            "care_episodes",
            {
                "child_id": "child",
                "started_on": "started",
                "ended_on": "ended",
                "start_reason": "why",
                "legal_status": "status",
                "need": "need",
                "placement_kind": "placement",
                "provider": "provider",
                "end_reason": "why_ended",
                "change_reason": "why_moved",
                "urn": "urn",
            },
        ),
        Gives(
            "addresses",
            {"child_id": "child", "address_kind": Is("home"), "postcode": "home"},
            when=("home",),
            once=True,
        ),
    ),
)

REVIEWS = Part(
    "Reviews",
    (CHILD, BORN, Field("on", "REVIEW", required=True), Field("how", "REVIEW_CODE")),
    (
        MATCHED,
        Gives("looked_after_reviews", {"child_id": "child", "happened_on": "on", "participation": "how"}),
    ),
)

UASC = Part(
    "UASC",
    (CHILD, Field("sex", "SEX", ("GENDER",)), BORN, Field("ended", "DUC")),
    (
        Gives("children", _MATCHED | {"sex": "sex"}),
        Gives("immigration_statuses", {"child_id": "child", "status": Is("uasc"), "ended_on": "ended"}),
    ),
)

OC2 = Part(
    "OC2",
    (
        CHILD,
        BORN,
        Field("score", "SDQ_SCORE"),
        Field("no_score", "SDQ_REASON"),
        Field("convicted", "CONVICTED"),
        Field("development", "HEALTH_CHECK"),
        Field("immunised", "IMMUNISATIONS"),
        Field("teeth", "TEETH_CHECK"),
        Field("health", "HEALTH_ASSESSMENT"),
        Field("misuse", "SUBSTANCE_MISUSE"),
        Field("received", "INTERVENTION_RECEIVED"),
        Field("offered", "INTERVENTION_OFFERED"),
    ),
    (
        MATCHED,
        Gives(
            "care_year_outcomes",
            {
                "child_id": "child",
                "happened_on": Worked("year_end"),
                "sdq_score": "score",
                "sdq_reason": "no_score",
                "convicted": "convicted",
                "development_checked": "development",
                "immunised": "immunised",
                "teeth_checked": "teeth",
                "health_assessed": "health",
                "substance_misuse": "misuse",
                "intervention_received": "received",
                "intervention_offered": "offered",
            },
            inferred="as at 31 March, the last day of the return's year",
        ),
    ),
)

OC3 = Part(
    "OC3",
    (
        CHILD,
        BORN,
        Field("in_touch", "IN_TOUCH"),
        Field("activity", "ACTIV"),
        Field("accommodation", "ACCOM", reader=read_accommodation),
        Field("suitable", "ACCOM", reader=read_suitability),
    ),
    (
        MATCHED,
        Gives(
            "leaving_care_circumstances",
            {
                "child_id": "child",
                "happened_on": Worked("birthday", ("born",)),
                "in_touch": "in_touch",
                "activity": "activity",
                "accommodation": "accommodation",
                "suitable": "suitable",
            },
            inferred="as at the birthday within the return's year",
        ),
    ),
)

AD1 = Part(
    "AD1",
    (
        CHILD,
        BORN,
        Field("decided", "DATE_INT"),
        Field("matched", "DATE_MATCH"),
        Field("by_carer", "FOSTER_CARE"),
        Field("adopters", "NB_ADOPTR"),
        Field("adopter_sex", "SEX_ADOPTR"),
        Field("adopter_status", "LS_ADOPTR"),
    ),
    (
        MATCHED,
        Gives(
            "permanence_cases",
            {
                "child_id": "child",
                "decided_on": "decided",
                "matched_on": "matched",
                "adopted_by_carer": "by_carer",
                "adopters": "adopters",
                "adopter_sex": "adopter_sex",
                "adopter_legal_status": "adopter_status",
            },
        ),
    ),
)

PLACED_FOR_ADOPTION = Part(
    "PlacedAdoption",
    (
        CHILD,
        BORN,
        Field("decided", "DATE_PLACED"),
        Field("reversed", "DATE_PLACED_CEASED"),
        Field("why", "REASON_PLACED_CEASED"),
    ),
    (
        MATCHED,
        # DATE_PLACED is the day of the decision that the child should be placed, as is DATE_INT of AD1.
        Gives(
            "permanence_cases",
            {"child_id": "child", "decided_on": "decided", "reversed_on": "reversed", "reversed_reason": "why"},
        ),
    ),
)

PREVIOUS_PERMANENCE = Part(
    "PrevPerm",
    (
        CHILD,
        BORN,
        Field("permanence", "PREV_PERM"),
        Field("council", "LA_PERM"),
        Field("ordered", "DATE_PERM", reader=read_ordered),
        Field("ordered_words", "DATE_PERM", reader=read_ordered_words),
    ),
    (
        MATCHED,
        Gives(
            "previous_permanence",
            {
                "child_id": "child",
                "permanence": "permanence",
                "council": "council",
                "ordered_on": "ordered",
                "ordered_words": "ordered_words",
            },
        ),
    ),
)

MISSING = Part(
    "Missing",
    (CHILD, BORN, Field("kind", "MISSING"), Field("started", "MIS_START", required=True), Field("ended", "MIS_END")),
    (
        MATCHED,
        Gives(
            "missing_episodes",
            {"child_id": "child", "started_on": "started", "ended_on": "ended", "missing_kind": "kind"},
        ),
    ),
)

WORKERS = Part(
    "SWEpisodes",
    (
        CHILD,
        BORN,
        Field("worker", "SW_ID"),
        Field("registration", "SW_ID", reader=read_registration),
        Field("started", "SW_DECOM", required=True),
        Field("ended", "SW_DEC"),
        Field("why", "SW_REASON"),
    ),
    (
        MATCHED,
        Gives("workers", {"worker_id": "worker"}, once=True),
        Gives(
            "worker_names",
            {"worker_id": "worker", "registration_number": "registration"},
            when=("registration",),
            once=True,
        ),
        Gives(
            "allocations",
            {
                "child_id": "child",
                "role": Is("lead"),
                "worker_id": "worker",
                "started_on": "started",
                "ended_on": "ended",
                "end_reason": "why",
            },
        ),
    ),
)

LIBERTY = Part(
    "DoLo",
    (CHILD, BORN, Field("started", "DOLO_START", required=True), Field("ended", "DOLO_END")),
    (
        MATCHED,
        Gives(
            "deprivation_of_liberty_orders",
            {"child_id": "child", "started_on": "started", "ended_on": "ended"},
        ),
    ),
)

PARTS: tuple[Part, ...] = (
    HEADER,
    EPISODES,
    REVIEWS,
    UASC,
    OC2,
    OC3,
    AD1,
    PLACED_FOR_ADOPTION,
    PREVIOUS_PERMANENCE,
    MISSING,
    WORKERS,
    LIBERTY,
)
