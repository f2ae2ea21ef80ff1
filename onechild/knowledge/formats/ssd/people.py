"""The SSD's tables of people, contacts, referrals and assessments, as data.

Source: Data to Insight, Standard Safeguarding Dataset (ssd-data-model, MIT), table and field names.
"""

from __future__ import annotations

from onechild.knowledge.formats.ssd.readers import (
    flags,
    read_address_kind,
    read_address_lines,
    read_address_postcode,
    read_address_uprn,
    read_day_or_nothing,
    read_factors,
    read_immigration_status,
    read_not,
    read_status,
    read_status_words,
)
from onechild.knowledge.formats.ssd.writing import of, outcomes, table
from onechild.knowledge.formats.tabular.layout import Each, Field, First, Gives, Is, Part, Source
from onechild.knowledge.formats.tabular.readers import read_postcode, read_upn

_NHS = ("pers_common_child_id", "pers_single_unique_id")
_CONTACT = {
    "NEW_REFERRAL_FLAG": "new_referral",
    "EXISTING_REFERRAL_FLAG": "existing_referral",
    "CP_ENQUIRY_FLAG": "section_47_enquiry",
    "NFA_FLAG": "no_further_action",
    "NON_AGENCY_ADOPTION_FLAG": "non_agency_adoption",
    "PRIVATE_FOSTERING_FLAG": "private_fostering",
    "ADVICE_FLAG": "advice",
    "MISSING_FLAG": "missing",
    "OLA_CP_FLAG": "other_council_plan",
    "OTHER_OUTCOMES_EXIST_FLAG": "other",
}
_REFERRAL = {
    "SINGLE_ASSESSMENT_FLAG": "assessment",
    "NFA_FLAG": "no_further_action",
    "STRATEGY_DISCUSSION_FLAG": "strategy_discussion",
    "CLA_REQUEST_FLAG": "looked_after_request",
    "NON_AGENCY_ADOPTION_FLAG": "non_agency_adoption",
    "PRIVATE_FOSTERING_FLAG": "private_fostering",
    "CP_TRANSFER_IN_FLAG": "transfer_in_conference",
    "CP_CONFERENCE_FLAG": "initial_conference",
    "CARE_LEAVER_FLAG": "care_leaver",
    "OTHER_OUTCOMES_EXIST_FLAG": "other",
}
_ASSESSMENT = {
    "NFA_FLAG": "no_further_action",
    "NFA_S47_END_FLAG": "no_further_action_section_47",
    "STRATEGY_DISCUSSION_FLAG": "strategy_discussion",
    "CLA_REQUEST_FLAG": "looked_after_request",
    "PRIVATE_FOSTERING_FLAG": "private_fostering",
    "LEGAL_ACTION_FLAG": "legal_action",
    "PROV_OF_SERVICES_FLAG": "child_in_need_plan",
    "PROV_OF_SB_CARE_FLAG": "short_breaks",
    "SPECIALIST_ASSESSMENT_FLAG": "specialist_assessment",
    "REFERRAL_TO_OTHER_AGENCY_FLAG": "other_agency",
    "OTHER_ACTIONS_FLAG": "other",
    "OTHER_OUTCOMES_EXIST_FLAG": "other",
}


def _number(kind: str, column: Source, *fields: str) -> Gives:
    columns = of("pers_person_id", identifier_kind=Is(kind), value=column)
    return Gives("identifiers", columns, when=fields)


PERSON = table(
    "ssd_person",
    Gives(
        "children",
        of(
            "pers_person_id",
            sex="pers_sex",
            gender="pers_gender",
            ethnicity="pers_ethnicity",
            born_on="pers_dob",
            expected_on="pers_expected_dob",
            died_on="pers_death_date",
            upn_unknown="pers_upn_unknown",
            nationality="pers_nationality",
            is_mother="pers_is_mother",
            has_ehc_plan="pers_send_flag",
        ),
    ),
    Gives(
        "child_names",
        of("pers_person_id", forename="pers_forename", surname="pers_surname", name_kind=Is("legal")),
        when=("pers_forename", "pers_surname"),
    ),
    _number("upn", "pers_upn", "pers_upn"),
    _number("nhs", First(_NHS), *_NHS),
    _number("case_system", "pers_legacy_id", "pers_legacy_id"),
    required="pers_person_id",
    readers={"pers_upn": read_upn},
    deployed="pers_upn pers_single_unique_id pers_common_child_id",
)

FAMILY = table(
    "ssd_family",
    Gives("family_members", of("fami_person_id", family_member_id="fami_table_id", family_id="fami_family_id")),
    required="fami_person_id fami_family_id",
)

ADDRESS = table(
    "ssd_address",
    Gives(
        "addresses",
        of(
            "addr_person_id",
            address_id="addr_table_id",
            address_kind="addr_address_type",
            started_on="addr_address_start_date",
            ended_on="addr_address_end_date",
            lines="addr_address_json",
            uprn="uprn",
            postcode=First(("addr_address_postcode", "json_postcode")),
        ),
    ),
    required="addr_person_id",
    readers={
        "addr_address_type": read_address_kind,
        "addr_address_json": read_address_lines,
        "addr_address_postcode": read_postcode,
    },
    twice=(
        Field("uprn", "addr_address_json", reader=read_address_uprn),
        Field("json_postcode", "addr_address_json", reader=read_address_postcode),
    ),
)

DISABILITY = table(
    "ssd_disability",
    Gives(
        "disabilities",
        of("disa_person_id", disability_id="disa_table_id", disability="disa_disability_code"),
    ),
    required="disa_person_id disa_disability_code",
)

IMMIGRATION_STATUS = table(
    "ssd_immigration_status",
    Gives(
        "immigration_statuses",
        of(
            "immi_person_id",
            immigration_status_id="immi_immigration_status_id",
            status="immi_immigration_status",
            started_on="immi_immigration_status_start_date",
            ended_on="immi_immigration_status_end_date",
            status_words="words",
        ),
    ),
    required="immi_person_id immi_immigration_status",
    readers={"immi_immigration_status": read_immigration_status},
    twice=(Field("words", "immi_immigration_status"),),
)

MOTHER = table(
    "ssd_mother",
    Gives(
        "mothers",
        of(
            "moth_person_id",
            mother_id="moth_table_id",
            her_child_id="moth_childs_person_id",
            her_child_born_on="moth_childs_dob",
        ),
    ),
    required="moth_person_id",
)

LEGAL_STATUS = table(
    "ssd_legal_status",
    Gives(
        "legal_statuses",
        of(
            "lega_person_id",
            legal_status_id="lega_legal_status_id",
            started_on="lega_legal_status_start_date",
            ended_on="lega_legal_status_end_date",
            status="lega_legal_status",
            status_words="words",
        ),
    ),
    required="lega_person_id lega_legal_status_start_date",
    readers={"lega_legal_status": read_status},
    twice=(Field("words", "lega_legal_status", reader=read_status_words),),
)

CONTACTS = table(
    "ssd_contacts",
    Gives(
        "contacts",
        of(
            "cont_person_id",
            contact_id="cont_contact_id",
            happened_on="cont_contact_date",
            source_kind="cont_contact_source_code",
            source_words="cont_contact_source_desc",
        ),
    ),
    outcomes("cont_person_id", "cont_contact_date", "contact", "cont_contact_id", "cont_contact_outcome_json"),
    required="cont_person_id cont_contact_date",
    readers={"cont_contact_outcome_json": flags(_CONTACT)},
    many="cont_contact_outcome_json",
)

EARLY_HELP = table(
    "ssd_early_help_episodes",
    Gives(
        "early_help_episodes",
        of(
            "earl_person_id",
            early_help_id="earl_episode_id",
            started_on="earl_episode_start_date",
            ended_on="earl_episode_end_date",
            reason="earl_episode_reason",
            end_reason="earl_episode_end_reason",
            organisation="earl_episode_organisation",
            worker_id="earl_episode_worker_id",
        ),
    ),
    required="earl_person_id earl_episode_start_date",
)

CIN_EPISODES = table(
    "ssd_cin_episodes",
    Gives(
        "referrals",
        of(
            "cine_person_id",
            referral_id="cine_referral_id",
            started_on="cine_referral_date",
            ended_on="cine_close_date",
            source_kind="cine_referral_source_code",
            source_words="cine_referral_source_desc",
            primary_need="cine_cin_primary_need_code",
            no_further_action="cine_referral_nfa",
            end_reason="cine_close_reason",
            team_id="cine_referral_team",
            worker_id="cine_referral_worker_id",
        ),
    ),
    outcomes("cine_person_id", "cine_referral_date", "referral", "cine_referral_id", "cine_referral_outcome_json"),
    required="cine_person_id cine_referral_date",
    readers={"cine_referral_outcome_json": flags(_REFERRAL)},
    many="cine_referral_outcome_json",
)

ASSESSMENTS = table(
    "ssd_cin_assessments",
    Gives(
        "assessments",
        of(
            "cina_person_id",
            assessment_id="cina_assessment_id",
            referral_id="cina_referral_id",
            started_on="cina_assessment_start_date",
            ended_on="cina_assessment_auth_date",
            child_seen="cina_assessment_child_seen",
            needs_support="cina_assessment_outcome_nfa",
            team_id="cina_assessment_team",
            worker_id="cina_assessment_worker_id",
        ),
    ),
    outcomes(
        "cina_person_id",
        "cina_assessment_auth_date",
        "assessment",
        "cina_assessment_id",
        "cina_assessment_outcome_json",
    ),
    required="cina_person_id cina_assessment_start_date",
    readers={"cina_assessment_outcome_nfa": read_not, "cina_assessment_outcome_json": flags(_ASSESSMENT)},
    many="cina_assessment_outcome_json",
)

FACTORS = table(
    "ssd_assessment_factors",
    Gives(
        "assessment_factors",
        {
            "child_id": "child",
            "happened_on": "authorised",
            "assessment_id": "cinf_assessment_id",
            "factor": Each("cinf_assessment_factors_json"),
        },
        when=("cinf_assessment_factors_json",),
    ),
    required="cinf_assessment_id",
    readers={"cinf_assessment_factors_json": read_factors},
    many="cinf_assessment_factors_json",
    twice=(
        Field("child", "cinf_assessment_id", required=True, lacking="no file holds the assessment it belongs to"),
        Field("authorised", "cinf_assessment_id", reader=read_day_or_nothing),
    ),
    left={"cinf_table_id": "a row is one assessment's factors; each factor gets a row of its own"},
)

PARTS: tuple[Part, ...] = (
    PERSON,
    FAMILY,
    ADDRESS,
    DISABILITY,
    IMMIGRATION_STATUS,
    MOTHER,
    LEGAL_STATUS,
    CONTACTS,
    EARLY_HELP,
    CIN_EPISODES,
    ASSESSMENTS,
    FACTORS,
)
