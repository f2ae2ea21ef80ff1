"""The SSD's tables of child in need and child protection work, and of pre-proceedings, as data.

Source: Data to Insight, Standard Safeguarding Dataset (ssd-data-model, MIT), table and field names.
"""

from __future__ import annotations

from onechild.knowledge.formats.ssd.readers import flags, read_conference_kind, read_outcome, read_outcome_words
from onechild.knowledge.formats.ssd.writing import of, outcomes, table
from onechild.knowledge.formats.tabular.layout import Field, First, Gives, Is, Or, Part

_ENQUIRY = {
    "NFA_FLAG": "no_further_action",
    "LEGAL_ACTION_FLAG": "legal_action",
    "PROV_OF_SERVICES_FLAG": "child_in_need_plan",
    "PROV_OF_SB_CARE_FLAG": "short_breaks",
    "CP_CONFERENCE_FLAG": "initial_conference",
    "NFA_CONTINUE_SINGLE_FLAG": "continue_assessment",
    "MONITOR_FLAG": "monitoring",
    "OTHER_OUTCOMES_EXIST_FLAG": "other",
}
_CONFERENCE = {
    "NFA_FLAG": "no_further_action",
    "REFERRAL_TO_OTHER_AGENCY_FLAG": "other_agency",
    "SINGLE_ASSESSMENT_FLAG": "assessment",
    "PROV_OF_SERVICES_FLAG": "child_in_need_plan",
    "CP_FLAG": "child_protection_plan",
    "OTHER_OUTCOMES_EXIST_FLAG": "other",
}

CIN_PLANS = table(
    "ssd_cin_plans",
    Gives(
        "child_in_need_plans",
        of(
            "cinp_person_id",
            plan_id=First(("cinp_cin_plan_id", "cin_plan_id")),
            referral_id="cinp_referral_id",
            started_on="cinp_cin_plan_start_date",
            ended_on="cinp_cin_plan_end_date",
            team_id="cinp_cin_plan_team",
            worker_id="cinp_cin_plan_worker_id",
        ),
    ),
    required="cinp_person_id cinp_cin_plan_start_date",
    deployed="cin_plan_id",
)

CIN_VISITS = table(
    "ssd_cin_visits",
    Gives(
        "visits",
        of(
            "cinv_person_id",
            visit_id="cinv_cin_visit_id",
            happened_on="cinv_cin_visit_date",
            purpose=Is("child_in_need"),
            plan_id="cinv_cin_plan_id",
            seen="cinv_cin_visit_seen",
            seen_alone="cinv_cin_visit_seen_alone",
            bedroom_seen="cinv_cin_visit_bedroom",
        ),
    ),
    required="cinv_person_id cinv_cin_visit_date",
    deployed="cinv_cin_plan_id",
)

ENQUIRIES = table(
    "ssd_s47_enquiry",
    Gives(
        "section_47_enquiries",
        of(
            "s47e_person_id",
            enquiry_id="s47e_s47_enquiry_id",
            referral_id="s47e_referral_id",
            started_on="s47e_s47_start_date",
            ended_on="s47e_s47_end_date",
            no_further_action="s47e_s47_nfa",
            team_id="s47e_s47_completed_by_team",
            worker_id="s47e_s47_completed_by_worker_id",
        ),
    ),
    outcomes(
        "s47e_person_id", "s47e_s47_end_date", "section_47_enquiry", "s47e_s47_enquiry_id", "s47e_s47_outcome_json"
    ),
    required="s47e_person_id s47e_s47_start_date",
    readers={"s47e_s47_outcome_json": flags(_ENQUIRY)},
    many="s47e_s47_outcome_json",
)

CONFERENCES = table(
    "ssd_initial_cp_conference",
    Gives(
        "conferences",
        of(
            "icpc_person_id",
            conference_id="icpc_icpc_id",
            happened_on="icpc_icpc_date",
            conference_kind=Or("icpc_icpc_transfer_in", "initial"),
            enquiry_id="icpc_s47_enquiry_id",
            referral_id="icpc_referral_id",
            plan_id="icpc_cp_plan_id",
            meeting_id="icpc_icpc_meeting_id",
            target_on="icpc_icpc_target_date",
            led_to_plan="icpc_icpc_outcome_cp_flag",
            team_id="icpc_icpc_team",
            worker_id="icpc_icpc_worker_id",
        ),
    ),
    outcomes("icpc_person_id", "icpc_icpc_date", "conference", "icpc_icpc_id", "icpc_icpc_outcome_json"),
    required="icpc_person_id icpc_icpc_date",
    readers={"icpc_icpc_transfer_in": read_conference_kind, "icpc_icpc_outcome_json": flags(_CONFERENCE)},
    many="icpc_icpc_outcome_json",
)

CP_PLANS = table(
    "ssd_cp_plans",
    Gives(
        "child_protection_plans",
        of(
            "cppl_person_id",
            plan_id="cppl_cp_plan_id",
            referral_id="cppl_referral_id",
            conference_id="cppl_icpc_id",
            started_on="cppl_cp_plan_start_date",
            ended_on="cppl_cp_plan_end_date",
            initial_category="cppl_cp_plan_initial_category",
            latest_category="cppl_cp_plan_latest_category",
            of_other_council="cppl_cp_plan_ola",
        ),
    ),
    required="cppl_person_id cppl_cp_plan_start_date",
)

CP_VISITS = table(
    "ssd_cp_visits",
    Gives(
        "visits",
        of(
            "cppv_person_id",
            visit_id="cppv_cp_visit_id",
            happened_on="cppv_cp_visit_date",
            purpose=Is("child_protection"),
            plan_id="cppv_cp_plan_id",
            seen="cppv_cp_visit_seen",
            seen_alone="cppv_cp_visit_seen_alone",
            bedroom_seen="cppv_cp_visit_bedroom",
        ),
    ),
    required="cppv_person_id cppv_cp_visit_date",
)

CP_REVIEWS = table(
    "ssd_cp_reviews",
    Gives(
        "conferences",
        of(
            "cppr_person_id",
            conference_id="cppr_cp_review_id",
            happened_on="cppr_cp_review_date",
            conference_kind=Is("review"),
            plan_id="cppr_cp_plan_id",
            meeting_id="cppr_cp_review_meeting_id",
            target_on="cppr_cp_review_due",
            plan_continues="cppr_cp_review_outcome_continue_cp",
            quorate="cppr_cp_review_quorate",
            participation="cppr_cp_review_participation",
        ),
    ),
    required="cppr_person_id cppr_cp_review_date",
)

PRE_PROCEEDINGS = table(
    "ssd_pre_proceedings",
    Gives(
        "pre_proceedings",
        of(
            "prep_person_id",
            pre_proceedings_id="prep_table_id",
            family_id="prep_plo_family_id",
            started_on=First(
                ("prep_pre_pro_decision_date", "prep_pre_pro_letter_date", "prep_initial_pre_pro_meeting_date")
            ),
            ended_on="prep_agree_stepdown_issue_date",
            decided_on="prep_agree_stepdown_issue_date",
            gateway_outcome="prep_legal_gateway_outcome",
            letter_on="prep_pre_pro_letter_date",
            first_meeting_on="prep_initial_pre_pro_meeting_date",
            review_meetings="prep_pre_pro_meetings_num",
            outcome="prep_pre_pro_outcome",
            outcome_words="words",
            letter_of_issue_on="prep_care_pro_letter_date",
            parents_represented="prep_pre_pro_parents_legal_rep",
            plans_in_referral="prep_cp_plans_referral_period",
            earlier_pre_proceedings="prep_prev_pre_proc_child",
            earlier_proceedings="prep_prev_care_proc_child",
        ),
    ),
    Gives(
        "proceedings",
        of(
            "prep_person_id",
            family_id="prep_plo_family_id",
            started_on=First(("prep_care_pro_letter_date", "prep_agree_stepdown_issue_date")),
            application=Is("care"),
            court_reference="prep_court_reference",
            hearings="prep_care_proc_court_hearings",
            short_notice="prep_care_proc_short_notice",
            short_notice_reason="prep_proc_short_notice_reason",
            parents_represented="prep_parents_legal_rep_point_of_issue",
            initial_plan="prep_la_initial_care_plan",
            initial_plan_approved="prep_la_inital_plan_approved",
            final_plan="prep_la_final_care_plan",
            final_plan_approved="prep_la_final_plan_approved",
        ),
        only={"prep_pre_pro_outcome": "Decision to Issue Care Proceedings"},
        inferred="taken to have begun with the letter of issue, or else with the decision to issue",
    ),
    required="prep_person_id",
    readers={"prep_pre_pro_outcome": read_outcome},
    twice=(Field("words", "prep_pre_pro_outcome", reader=read_outcome_words),),
)

PARTS: tuple[Part, ...] = (
    CIN_PLANS,
    CIN_VISITS,
    ENQUIRIES,
    CONFERENCES,
    CP_PLANS,
    CP_VISITS,
    CP_REVIEWS,
    PRE_PROCEEDINGS,
)
