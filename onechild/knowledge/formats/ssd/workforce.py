"""The SSD's tables of care leavers, workers, teams and involvements, and those that nothing carries, as data.

Source: Data to Insight, Standard Safeguarding Dataset (ssd-data-model, MIT), table and field names.
"""

from __future__ import annotations

from onechild.knowledge.formats.ssd.readers import (
    read_agency,
    read_day_or_nothing,
    read_end_reason,
    read_end_words,
    read_part_played,
    read_role,
    read_something,
)
from onechild.knowledge.formats.ssd.writing import of, table
from onechild.knowledge.formats.tabular.layout import Field, First, Gives, Is, Or, Part, Worked
from onechild.knowledge.tables.model import Kind

_ADMIN = "it says how the extract was made or sent, and nothing of a child"
_PLACEHOLDER = "the SSD has not begun to fill this table"

CARE_LEAVERS = table(
    "ssd_care_leavers",
    Gives(
        "leaving_care_eligibility",
        of(
            "clea_person_id",
            eligibility_id="clea_table_id",
            eligibility="clea_care_leaver_eligibility",
            started_on=Worked("eligible_on", ("clea_care_leaver_eligibility",)),
        ),
        when=("clea_care_leaver_eligibility",),
        inferred="taken to have begun on the 18th birthday (former relevant) or the 16th, the earliest day it can",
    ),
    Gives(
        "leaving_care_contacts",
        of("clea_person_id", happened_on="clea_care_leaver_latest_contact"),
        once=True,
    ),
    Gives(
        "leaving_care_circumstances",
        of(
            "clea_person_id",
            happened_on=Worked("said_on", ("clea_care_leaver_latest_contact",)),
            in_touch="clea_care_leaver_in_touch",
            activity="clea_care_leaver_activity",
            accommodation="clea_care_leaver_accommodation",
            suitable="clea_care_leaver_accom_suitable",
        ),
        when=("clea_care_leaver_in_touch", "clea_care_leaver_activity", "clea_care_leaver_accommodation"),
        inferred="as at the latest contact, or the last day that the files name where no contact is dated",
    ),
    Gives(
        "pathway_steps",
        of("clea_person_id", happened_on="clea_pathway_plan_review_date", step=Is("review")),
        once=True,
    ),
    Gives(
        "allocations",
        of(
            "clea_person_id",
            role=Is("personal_adviser"),
            started_on=Worked("eligible_on", ("clea_care_leaver_eligibility",)),
            worker_id=Worked("adviser_id", ("clea_care_leaver_personal_advisor",)),
            team_id="clea_care_leaver_allocated_team",
        ),
        when=("clea_care_leaver_personal_advisor",),
        once=True,
        inferred="taken to have begun when the young person became eligible",
    ),
    Gives(
        "allocations",
        of(
            "clea_person_id",
            role=Is("lead"),
            started_on=Worked("eligible_on", ("clea_care_leaver_eligibility",)),
            worker_id="clea_care_leaver_worker_id",
            team_id="clea_care_leaver_allocated_team",
        ),
        when=("clea_care_leaver_worker_id",),
        once=True,
        inferred="taken to have begun when the young person became eligible, where no involvement says who leads",
    ),
    required="clea_person_id",
    twice=(
        Field("clea_care_leaver_personal_advisor"),
        Field("born", "clea_person_id", kind=Kind.DATE, reader=read_day_or_nothing, usual=False),
    ),
)

PROFESSIONALS = table(
    "ssd_professionals",
    Gives("workers", {"worker_id": "prof_professional_id", "registered": "registered"}),
    Gives(
        "worker_names",
        {
            "worker_id": "prof_professional_id",
            "name": "prof_professional_name",
            "staff_number": "prof_staff_id",
            "registration_number": "prof_social_worker_registration_no",
            "job_title": "prof_professional_job_title",
        },
        once=True,
    ),
    Gives(
        "employments",
        {
            "worker_id": "prof_professional_id",
            "role": "role",
            "fte": "prof_full_time_equivalency",
            "employment_kind": "prof_agency_worker_flag",
        },
        when=("role", "prof_full_time_equivalency", "prof_agency_worker_flag"),
        once=True,
    ),
    Gives(
        "team_memberships",
        {
            "worker_id": "prof_professional_id",
            "team_id": Worked("team", ("prof_professional_department",)),
            "role": "role",
        },
        when=("prof_professional_department",),
        once=True,
    ),
    required="prof_professional_id",
    readers={"prof_agency_worker_flag": read_agency},
    twice=(
        Field("registered", "prof_social_worker_registration_no", reader=read_something),
        Field("role", "prof_professional_job_title", reader=read_role),
        Field("prof_professional_department"),
    ),
    left={"prof_professional_caseload": "cases are counted from allocations, on any day"},
)

DEPARTMENTS = table(
    "ssd_department",
    Gives(
        "teams",
        {
            "team_id": "dept_team_id",
            "name": First(("dept_team_name", "dept_team_id")),
            "parent_team_id": "dept_team_parent_id",
        },
    ),
    Gives(
        "teams",
        {"team_id": "dept_team_parent_id", "name": "dept_team_parent_name"},
        when=("dept_team_parent_name",),
        once=True,
    ),
    required="dept_team_id",
)

INVOLVEMENTS = table(
    "ssd_involvements",
    Gives(
        "allocations",
        of(
            "invo_person_id",
            allocation_id="invo_involvements_id",
            worker_id="invo_professional_id",
            team_id="invo_professional_team",
            role=Or("invo_professional_role_id", "other"),
            started_on="invo_involvement_start_date",
            ended_on="invo_involvement_end_date",
            end_reason="invo_worker_change_reason",
            end_words="words",
            referral_id="invo_referral_id",
        ),
    ),
    required="invo_person_id invo_involvement_start_date",
    readers={"invo_professional_role_id": read_part_played, "invo_worker_change_reason": read_end_reason},
    twice=(Field("words", "invo_worker_change_reason", reader=read_end_words),),
)


def _nothing(name: str, why: str, columns: str) -> Part:
    return Part(name, tuple(Field(column, usual=False, not_carried=why) for column in columns.split()))


NOTHING_CARRIES: tuple[Part, ...] = (
    _nothing(
        "ssd_linked_identifiers",
        _PLACEHOLDER,
        "link_table_id link_person_id link_identifier_type link_identifier_value link_valid_from_date "
        "link_valid_to_date",
    ),
    _nothing(
        "ssd_s251_finance",
        _PLACEHOLDER,
        "s251_table_id s251_cla_placement_id s251_placeholder_1 s251_placeholder_2 s251_placeholder_3 "
        "s251_placeholder_4",
    ),
    _nothing(
        "ssd_voice_of_child",
        _PLACEHOLDER,
        "voch_table_id voch_person_id voch_explained_worries voch_story_help_understand voch_agree_worker "
        "voch_plan_safe voch_tablet_help_explain",
    ),
    _nothing("ssd_send", _PLACEHOLDER, "send_table_id send_upn send_uln send_upn_unknown send_person_id"),
    _nothing(
        "ssd_sen_need",
        _PLACEHOLDER,
        "senn_table_id senn_active_ehcp_id senn_active_ehcp_need_type senn_active_ehcp_need_rank",
    ),
    _nothing(
        "ssd_ehcp_requests",
        _PLACEHOLDER,
        "ehcr_ehcp_request_id ehcr_send_table_id ehcr_ehcp_req_date ehcr_ehcp_req_outcome_date ehcr_ehcp_req_outcome",
    ),
    _nothing(
        "ssd_ehcp_assessment",
        _PLACEHOLDER,
        "ehca_ehcp_assessment_id ehca_ehcp_request_id ehca_ehcp_assessment_outcome_date "
        "ehca_ehcp_assessment_outcome ehca_ehcp_assessment_exceptions",
    ),
    _nothing(
        "ssd_ehcp_named_plan",
        _PLACEHOLDER,
        "ehcn_named_plan_id ehcn_ehcp_asmt_id ehcn_named_plan_start_date ehcn_named_plan_ceased_date "
        "ehcn_named_plan_ceased_reason",
    ),
    _nothing(
        "ssd_ehcp_active_plans",
        _PLACEHOLDER,
        "ehcp_active_ehcp_id ehcp_ehcp_request_id ehcp_active_ehcp_last_review_date",
    ),
    _nothing(
        "ssd_api_data_staging",
        _ADMIN,
        "id person_id json_payload current_hash previous_hash submission_status submission_timestamp api_response "
        "row_state last_updated",
    ),
    _nothing(
        "ssd_version_log",
        _ADMIN,
        "version_number release_date description is_current created_at created_by impact_description",
    ),
)

# Helper tables that some systems' scripts leave beside the standard's own; known by name, as nothing describes them.
DEPLOYED_HELPERS = ("ssd_cohort", "ssd_dim_date", "ssd_pre_cla_care_plan")

PARTS: tuple[Part, ...] = (CARE_LEAVERS, PROFESSIONALS, DEPARTMENTS, INVOLVEMENTS)
