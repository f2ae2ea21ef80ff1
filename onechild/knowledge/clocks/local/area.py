"""What a council's figures are counted by and priced with: who lives in the area, and what care costs."""

from __future__ import annotations

from onechild.knowledge.clocks.local.others import Other

POPULATION = "Mid-year population estimate, Office for National Statistics."
MONEY = "The council's own outturn return (section 251)."


def _children(setting: str, ages: str) -> Other:
    return Other(
        setting=setting,
        unit="child",
        default=None,
        least=1,
        most=2_000_000,
        says=f"How many children of {ages} live in the area, from 1 April after the estimate was made. Rates are "
        "counted by the number in force on the last day of their time; without it there is no rate.",
        source=POPULATION,
    )


def _pounds(setting: str, most: float, says: str) -> Other:
    return Other(setting=setting, unit="pound", default=None, least=0, most=most, says=says, source=MONEY, whole=False)


def _weekly(setting: str, place: str) -> Other:
    return _pounds(setting, 50_000, f"What a week of {place} costs. What edge of care work saves is counted by it.")


def _outturn(setting: str, spent_on: str) -> Other:
    says = f"What was spent on {spent_on} in a financial year, in force through that year. Unit costs divide it."
    return _pounds(setting, 5_000_000_000, says)


AREA_STANDARDS: tuple[Other, ...] = (
    _children("population_0_17", "0 to 17"),
    _children("population_10_17", "10 to 17"),
    _weekly("weekly_cost_residential", "a place in a children's home"),
    _weekly("weekly_cost_fostering", "a foster place"),
    _weekly("weekly_cost_other", "any other place"),
    _weekly("weekly_cost_edge_of_care", "edge of care work with a child"),
    _outturn("outturn_looked_after", "all looked-after children"),
    _outturn("outturn_residential", "children's homes"),
    _outturn("outturn_fostering", "fostering"),
)
