"""All examples of the measures of help and protection."""

from __future__ import annotations

from tests.spec.measures.help import (
    assessment_examples,
    enquiry_examples,
    front_door_examples,
    need_examples,
    on_plan_examples,
    plan_examples,
    quality_examples,
)

EXAMPLES = (
    *front_door_examples.EXAMPLES,
    *assessment_examples.EXAMPLES,
    *need_examples.EXAMPLES,
    *enquiry_examples.EXAMPLES,
    *plan_examples.EXAMPLES,
    *on_plan_examples.EXAMPLES,
    *quality_examples.EXAMPLES,
)
