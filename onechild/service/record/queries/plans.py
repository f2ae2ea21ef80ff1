"""A child's plans, conferences and reviews, times in care, placements, legal statuses and ways to permanence."""

from __future__ import annotations

from dataclasses import dataclass

from onechild.service.record.models import (
    CarePlan,
    ChildInNeedPlan,
    ChildInNeedReview,
    ChildProtectionCategory,
    ChildProtectionPlan,
    Conference,
    CoreGroup,
    LeavingCareEligibility,
    LegalStatus,
    LookedAfterReview,
    PathwayStep,
    PeriodOfCare,
    PermanenceCase,
    PermanencePlan,
    Placement,
    PreProceedings,
    Proceedings,
)


@dataclass(frozen=True, kw_only=True)
class Plans:
    """The rows of one child, the newest first, a list a table."""

    protection: list[ChildProtectionPlan]
    categories: list[ChildProtectionCategory]
    conferences: list[Conference]
    core_groups: list[CoreGroup]
    need: list[ChildInNeedPlan]
    need_reviews: list[ChildInNeedReview]
    care: list[PeriodOfCare]
    placements: list[Placement]
    statuses: list[LegalStatus]
    care_plans: list[CarePlan]
    reviews: list[LookedAfterReview]
    permanence_plans: list[PermanencePlan]
    permanence: list[PermanenceCase]
    leaving_care: list[LeavingCareEligibility]
    pathway: list[PathwayStep]
    pre_proceedings: list[PreProceedings]
    proceedings: list[Proceedings]


def plans(child_id: str) -> Plans:
    """This function will return all of them: one query a table."""
    return Plans(
        protection=list(ChildProtectionPlan.objects.filter(child_id=child_id).order_by("-started_on")),
        categories=list(ChildProtectionCategory.objects.filter(child_id=child_id).order_by("-started_on")),
        conferences=list(Conference.objects.filter(child_id=child_id).order_by("-happened_on")),
        core_groups=list(CoreGroup.objects.filter(child_id=child_id).order_by("-happened_on")),
        need=list(ChildInNeedPlan.objects.filter(child_id=child_id).order_by("-started_on")),
        need_reviews=list(ChildInNeedReview.objects.filter(child_id=child_id).order_by("-happened_on")),
        care=list(PeriodOfCare.objects.filter(child_id=child_id).order_by("-started_on")),
        placements=list(Placement.objects.filter(child_id=child_id).order_by("-started_on")),
        statuses=list(LegalStatus.objects.filter(child_id=child_id).order_by("-started_on")),
        care_plans=list(CarePlan.objects.filter(child_id=child_id).order_by("-started_on")),
        reviews=list(LookedAfterReview.objects.filter(child_id=child_id).order_by("-happened_on")),
        permanence_plans=list(PermanencePlan.objects.filter(child_id=child_id).order_by("-started_on")),
        permanence=list(PermanenceCase.objects.filter(child_id=child_id).order_by("-decided_on")),
        leaving_care=list(LeavingCareEligibility.objects.filter(child_id=child_id).order_by("-started_on")),
        pathway=list(PathwayStep.objects.filter(child_id=child_id).order_by("-happened_on")),
        pre_proceedings=list(PreProceedings.objects.filter(child_id=child_id).order_by("-started_on")),
        proceedings=list(Proceedings.objects.filter(child_id=child_id).order_by("-started_on")),
    )
