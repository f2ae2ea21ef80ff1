"""What a measure means, on whose word, by which law, and who answers for it, as the facts of its page."""

from __future__ import annotations

from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.measures.cuts import CUTS
from onechild.knowledge.measures.model import Basis, Measure, Shape
from onechild.knowledge.reports.words import full_date, listed
from onechild.service.desk.links import rule_page
from onechild.service.desk.performance import saying
from onechild.service.desk.performance.asking import WAYS
from onechild.service.govuk.parts import Fact, Tag

STANDINGS = {
    "local": "A local standard: no law sets it.",
    "none": "No law and no standard sets a limit.",
    "DfE statistic": "No law: it is counted as the national statistics count it.",
    "statute": "An Act of Parliament sets the limit.",
    "regulation": "Regulations set the limit.",
    "statutory guidance": "Statutory guidance sets the limit.",
}
SHAPES = {
    Shape.COUNT: "a count",
    Shape.SHARE: "a share, in per cent",
    Shape.RATIO: "so many for each",
    Shape.MEAN: "a mean",
    Shape.MEDIAN: "a median: the middle one",
    Shape.SUM: "a sum",
    Shape.RATE: "a rate",
}


def definition_of(measure: Measure) -> list[Fact]:
    """This function will return what the measure means and who answers for it."""
    facts = [
        Fact(name="What it counts", value=measure.says, tag=Tag(saying.LOCAL, "plain") if measure.local else None),
        Fact(name="Leaves out", value=measure.excludes),
        Fact(name="Counted", value=_counted(measure)),
        Fact(name="Why it matters", value=measure.why_it_matters),
        Fact(name="The law", value=STANDINGS.get(measure.standing, f"The limit is set by {measure.standing}.")),
        *(
            Fact(name="Clock", value=clock(key).title, href=rule_page(key), note=clock(key).plain)
            for key in measure.all_clocks
        ),
        Fact(name="Source", value="; ".join(source.words for source in measure.sources)),
        Fact(name="Which way", value=f"{WAYS[measure.better]}."),
        Fact(name="Aim", value=_aim(measure)),
        Fact(
            name="Broken down by", value=listed([CUTS[way].title.lower() for way in measure.breakdowns if way in CUTS])
        ),
        Fact(name="Kept by", value=f"{measure.kept_by[:1].upper()}{measure.kept_by[1:]}. {_checked(measure)}"),
        Fact(
            name="Version",
            value=f"{measure.version}. To be looked at again by {full_date(measure.review_by)}.",
            note=_list(measure),
        ),
    ]
    return [fact for fact in facts if fact.value]


def _counted(measure: Measure) -> str:
    when = "as at the end of a day" if measure.basis is Basis.AS_AT else "over twelve months, and month by month"
    of = f" for every {measure.per_how_many:,} of the population" if measure.shape is Shape.RATE else ""
    shape = SHAPES[measure.shape]
    return f"{when[:1].upper()}{when[1:]}; {shape}{of}. Unit: {measure.value_unit}."


def _aim(measure: Measure) -> str:
    if measure.target is None:
        return f"{saying.aim_words(measure)}."
    return f"{saying.aim_words(measure)}: {measure.target.source}."


def _checked(measure: Measure) -> str:
    return (
        f"Checked by {measure.checked_by}." if measure.checked_by else "Nobody outside the project has checked it yet."
    )


def _list(measure: Measure) -> str:
    return f"{measure.reference} in the list of measures." if measure.reference else ""
