"""The SSD's tables of looked-after children, as data.

Source: Data to Insight, Standard Safeguarding Dataset (ssd-data-model, MIT), table and field names.
"""

from __future__ import annotations

from onechild.knowledge.formats.ssd.readers import flags, read_check
from onechild.knowledge.formats.ssd.writing import of, table
from onechild.knowledge.formats.ssda903.layout import read_ordered, read_ordered_words
from onechild.knowledge.formats.tabular.layout import Each, Field, First, Gives, Is, KeyOf, Part
from onechild.knowledge.formats.tabular.readers import read_postcode

_NO_CARE = "no file holds the period of care it belongs to"
_PERMANENCE = {
    "REMAINSUP": "shared_care",
    "RETURN1M": "return_1_month",
    "RETURN6M": "return_6_months",
    "RETURNEV": "return",
    "LTRELFR": "relatives",
    "LTFOST18": "long_term_fostering",
    "RESPLMT": "residential",
    "SUPPLIV": "supported_living",
    "ADOPTION": "adoption",
    "OTHERPLN": "other",
}

EPISODES = table(
    "ssd_cla_episodes",
    Gives(
        "care_episodes",
        of(
            "clae_person_id",
            episode_id="clae_cla_episode_id",
            care_id="care",
            placement_id="clae_cla_placement_id",
            started_on="clae_cla_episode_start_date",
            ended_on="clae_cla_episode_ceased_date",
            start_reason="clae_cla_episode_start_reason",
            need="clae_cla_primary_need_code",
            end_reason="clae_cla_episode_ceased_reason",
        ),
    ),
    # One row for each episode; the reader makes one of a whole period out of them.
    Gives(
        "periods_of_care",
        of(
            "clae_person_id",
            care_id="care",
            referral_id="clae_referral_id",
            started_on=First(("clae_entered_care_date", "clae_cla_episode_start_date")),
            ended_on="clae_cla_episode_ceased_date",
            need="clae_cla_primary_need_code",
            end_reason="clae_cla_episode_ceased_reason",
        ),
    ),
    Gives(
        "independent_reviewing_contacts",
        of("clae_person_id", happened_on="clae_cla_last_iro_contact_date"),
        once=True,
    ),
    required="clae_person_id clae_cla_episode_start_date",
    twice=(Field("care", "clae_cla_id"),),
)

CONVICTIONS = table(
    "ssd_cla_convictions",
    Gives(
        "convictions",
        of(
            "clac_person_id",
            conviction_id="clac_cla_conviction_id",
            happened_on="clac_cla_conviction_date",
            offence="clac_cla_conviction_offence",
        ),
    ),
    required="clac_person_id clac_cla_conviction_date",
)

HEALTH = table(
    "ssd_cla_health",
    Gives(
        "health_checks",
        of(
            "clah_person_id",
            health_check_id="clah_health_check_id",
            happened_on="clah_health_check_date",
            check_kind="clah_health_check_type",
            check_status="clah_health_check_status",
        ),
    ),
    required="clah_person_id clah_health_check_type",
    readers={"clah_health_check_type": read_check},
)

IMMUNISATIONS = table(
    "ssd_cla_immunisations",
    Gives(
        "immunisations",
        of(
            "clai_person_id",
            happened_on="clai_immunisations_status_date",
            up_to_date="clai_immunisations_status",
        ),
    ),
    required="clai_person_id clai_immunisations_status_date",
)

SUBSTANCE_MISUSE = table(
    "ssd_cla_substance_misuse",
    Gives(
        "substance_misuse",
        of(
            "clas_person_id",
            substance_misuse_id="clas_substance_misuse_id",
            happened_on="clas_substance_misuse_date",
            substance="clas_substance_misused",
            intervention_received="clas_intervention_received",
        ),
    ),
    required="clas_person_id clas_substance_misuse_date",
)

PLACEMENTS = table(
    "ssd_cla_placement",
    Gives(
        "placements",
        {
            "child_id": "child",
            "placement_id": "clap_cla_placement_id",
            "care_id": "clap_cla_id",
            "started_on": "clap_cla_placement_start_date",
            "ended_on": "clap_cla_placement_end_date",
            "placement_kind": "clap_cla_placement_type",
            "provider": "clap_cla_placement_provider",
            "urn": "clap_cla_placement_urn",
            "distance_miles": "clap_cla_placement_distance",
            "change_reason": "clap_cla_placement_change_reason",
        },
    ),
    Gives(
        "addresses",
        {
            "child_id": "child",
            "address_kind": Is("placement"),
            "started_on": "clap_cla_placement_start_date",
            "ended_on": "clap_cla_placement_end_date",
            "postcode": "clap_cla_placement_postcode",
            "placement_id": KeyOf("placements"),
        },
        when=("clap_cla_placement_postcode",),
    ),
    required="clap_cla_placement_start_date",
    readers={"clap_cla_placement_postcode": read_postcode},
    twice=(Field("child", "clap_person_id", required=True, lacking=_NO_CARE),),
)

REVIEWS = table(
    "ssd_cla_reviews",
    Gives(
        "looked_after_reviews",
        {
            "child_id": "child",
            "review_id": "clar_cla_review_id",
            "care_id": "clar_cla_id",
            "target_on": "clar_cla_review_due_date",
            "happened_on": "clar_cla_review_date",
            "cancelled": "clar_cla_review_cancelled",
            "participation": "clar_cla_review_participation",
        },
    ),
    twice=(Field("child", "clar_cla_person_id", ("clar_person_id",), required=True, usual=False, lacking=_NO_CARE),),
)

PREVIOUS_PERMANENCE = table(
    "ssd_cla_previous_permanence",
    Gives(
        "previous_permanence",
        of(
            "lapp_person_id",
            previous_permanence_id="lapp_table_id",
            permanence="lapp_previous_permanence_option",
            ordered_on="lapp_previous_permanence_order_date",
            ordered_words="words",
            council="lapp_previous_permanence_la",
        ),
    ),
    required="lapp_person_id",
    readers={"lapp_previous_permanence_order_date": read_ordered},
    twice=(Field("words", "lapp_previous_permanence_order_date", reader=read_ordered_words),),
)

CARE_PLANS = table(
    "ssd_cla_care_plan",
    Gives(
        "care_plans",
        of(
            "lacp_person_id",
            care_plan_id=First(("lacp_table_id", "lacp_cla_care_plan_id")),
            started_on="lacp_cla_care_plan_start_date",
            ended_on="lacp_cla_care_plan_end_date",
        ),
    ),
    Gives(
        "permanence_plans",
        of(
            "lacp_person_id",
            started_on="lacp_cla_care_plan_start_date",
            ended_on="lacp_cla_care_plan_end_date",
            permanence=Each("lacp_cla_care_plan_json"),
        ),
        when=("lacp_cla_care_plan_json",),
    ),
    required="lacp_person_id",
    readers={"lacp_cla_care_plan_json": flags(_PERMANENCE)},
    many="lacp_cla_care_plan_json",
    deployed="lacp_cla_care_plan_id",
)

VISITS = table(
    "ssd_cla_visits",
    Gives(
        "visits",
        of(
            "clav_person_id",
            visit_id="clav_cla_visit_id",
            happened_on="clav_cla_visit_date",
            purpose=Is("looked_after"),
            care_id="clav_cla_id",
            seen="clav_cla_visit_seen",
            seen_alone="clav_cla_visit_seen_alone",
        ),
    ),
    required="clav_person_id clav_cla_visit_date",
)

QUESTIONNAIRES = table(
    "ssd_sdq_scores",
    Gives(
        "strengths_and_difficulties",
        of(
            "csdq_person_id",
            questionnaire_id="csdq_table_id",
            happened_on="csdq_sdq_completed_date",
            score="csdq_sdq_score",
            no_score_reason="csdq_sdq_reason",
        ),
    ),
    required="csdq_person_id csdq_sdq_completed_date",
)

MISSING = table(
    "ssd_missing",
    Gives(
        "missing_episodes",
        of(
            "miss_person_id",
            missing_id="miss_table_id",
            started_on="miss_missing_episode_start_date",
            ended_on="miss_missing_episode_end_date",
            missing_kind="miss_missing_episode_type",
            interview_offered="miss_missing_rhi_offered",
            interview_accepted="miss_missing_rhi_accepted",
        ),
    ),
    required="miss_person_id miss_missing_episode_start_date",
)

PERMANENCE = table(
    "ssd_permanence",
    Gives(
        "permanence_cases",
        of(
            "perm_person_id",
            permanence_case_id="perm_table_id",
            care_id="perm_cla_id",
            decided_on="perm_adm_decision_date",
            early_placement_decided_on="perm_ffa_cp_decision_date",
            early_placed_on="perm_placed_ffa_cp_date",
            placement_order_on="perm_placement_order_date",
            matched_on="perm_matched_date",
            placed_on="perm_placed_for_adoption_date",
            carer_became_adopter_on="perm_placed_foster_carer_date",
            ordered_on="perm_permanence_order_date",
            order_kind="perm_permanence_order_type",
            reversed_on="perm_decision_reversed_date",
            reversed_reason="perm_decision_reversed_reason",
            adopted_by_carer="perm_adopted_by_carer_flag",
            in_sibling_group="perm_part_of_sibling_group",
            siblings_together="perm_siblings_placed_together",
            siblings_apart="perm_siblings_placed_apart",
            adopters="perm_number_of_adopters",
            adopter_sex="perm_adopter_sex",
            adopter_legal_status="perm_adopter_legal_status",
            urn="perm_placement_provider_urn",
            worker_id="perm_adoption_worker_id",
        ),
    ),
    required="perm_person_id",
)

PARTS: tuple[Part, ...] = (
    EPISODES,
    CONVICTIONS,
    HEALTH,
    IMMUNISATIONS,
    SUBSTANCE_MISUSE,
    PLACEMENTS,
    REVIEWS,
    PREVIOUS_PERMANENCE,
    CARE_PLANS,
    VISITS,
    QUESTIONNAIRES,
    MISSING,
    PERMANENCE,
)
