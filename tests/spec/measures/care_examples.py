"""Examples of the measures of looked-after children, gathered from their folder."""

from __future__ import annotations

from tests.spec.measures.care import (
    adoption_examples,
    education_examples,
    health_examples,
    homes_examples,
    missing_examples,
    numbers_examples,
    permanence_examples,
    planning_examples,
)

EXAMPLES = (
    *numbers_examples.EXAMPLES,
    *homes_examples.EXAMPLES,
    *planning_examples.EXAMPLES,
    *missing_examples.EXAMPLES,
    *permanence_examples.EXAMPLES,
    *health_examples.EXAMPLES,
    *education_examples.EXAMPLES,
    *adoption_examples.EXAMPLES,
)
