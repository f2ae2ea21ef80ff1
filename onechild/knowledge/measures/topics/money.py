"""Measures of money, and of young people who come before the youth justice system."""

from __future__ import annotations

from dataclasses import replace

import ibis
from ibis import _

from onechild.knowledge.measures.model import Basis, Better, Measure, Per, Shape, Source, Twin
from onechild.knowledge.measures.topics.court import PANEL

OUTTURN = Source("DfE, Local Authority Interactive Tool data dictionary, LACFinance (section 251 outturn)", "V")
PRACTICE = Source("Local practice in putting a price on care that was not needed", "K")
NO_PRICE = "No value where the council has set no such cost."

COST_AVOIDED = Measure(
    key="edge-of-care-cost-avoided",
    title="Cost of care avoided at the edge of care",
    basis=Basis.PERIOD,
    shape=Shape.SUM,
    rows="edge of care weeks",
    unit="row_id",
    counted_on="week_on",
    out_of=_.avoided,
    adds=_.pounds,
    better=Better.HIGHER,
    value_unit="pounds",
    says="For each whole week that ended in the period, of the first 52 from the start, in which a young person rated "
    "at risk of care had not come into it: what a week of the placement costs that the panel judged likely, by the "
    f"council's own costs in force on its last day. {NO_PRICE}",
    why_it_matters="It makes the case for help that keeps families together, and is arithmetic on an opinion: nobody "
    "knows what would have happened.",
    excludes="Young people not rated at risk at the start, or looked after already then; weeks from the 18th birthday.",
    sources=(PRACTICE, PANEL),
    standing="local",
    reference="PL08",
    breakdowns=("team", "worker", "age", "sex", "ethnicity"),
    needs=("edge_of_care_episodes", "periods_of_care"),
)

SERVICE_COST = replace(
    COST_AVOIDED,
    key="edge-of-care-service-cost",
    title="Cost of the edge of care service",
    out_of=~_.avoided,
    better=Better.NEITHER,
    says="For each whole week that ended in the period, from the start, in which the service worked with a young "
    "person, at risk or not: what a week of that work costs, by the council's own cost in force on its last day. "
    f"{NO_PRICE}",
    why_it_matters="What was saved means nothing without what it cost.",
    excludes="Weeks of one episode after the 156th.",
)

NET_COST_AVOIDED = replace(
    COST_AVOIDED,
    key="edge-of-care-net-cost-avoided",
    title="Cost of care avoided at the edge of care, less the service's own",
    out_of=None,
    adds=ibis.ifelse(_.avoided, _.pounds, -_.pounds),
    says=f"The cost of care avoided in the period, less what the service itself cost in it. {NO_PRICE}",
    why_it_matters="Saving more than it costs is not why families are helped; it is why the help is still there next "
    "year.",
)

WEEKLY_COST = Measure(
    key="weekly-cost-looked-after",
    title="Weekly cost of a looked-after child",
    basis=Basis.PERIOD,
    shape=Shape.RATIO,
    rows="cost of care",
    unit="row_id",
    counted_on="ended_on",
    out_of=_.kind == "looked_after",
    adds=_.pounds,
    per=Per("row_id", adds=_.weeks),
    better=Better.NEITHER,
    value_unit="pounds a week",
    says="What the council spent on looked-after children in the period (of its outturn for each financial year, as "
    "much as the days of the period are of that year's), for each week of each child looked after on its last day.",
    why_it_matters="Money spent late on crisis can't be spent early on families. Cheap is no aim: a good home costs "
    "what it costs.",
    excludes="Children in a series of short breaks. No value where the council has set no outturn for a day of the "
    "period.",
    sources=(OUTTURN,),
    standing="DfE statistic",
    reference="FI01",
    breakdowns=(),
    twin=Twin("LACFinance", differs="Published for financial years and rounded to 5 pounds, over 365 days."),
    needs=("periods_of_care", "settings"),
)

WEEKLY_COST_RESIDENTIAL = replace(
    WEEKLY_COST,
    key="weekly-cost-residential",
    title="Weekly cost of a place in a children's home",
    out_of=_.kind == "residential",
    says="What the council spent on children's homes in the period, for each week that children spent in them: secure "
    "and other children's homes, residential care homes and residential schools.",
    sources=(Source("DfE, Local Authority Interactive Tool data dictionary, RescareFinance", "V"),),
    twin=Twin("RescareFinance", differs="Published for financial years and rounded to 5 pounds."),
    excludes="Stays in a series of short breaks, of which the record does not tell the days. No value where the "
    "council has set no outturn for a day of the period.",
    needs=("placements", "settings"),
)

WEEKLY_COST_FOSTERING = replace(
    WEEKLY_COST_RESIDENTIAL,
    key="weekly-cost-fostering",
    title="Weekly cost of a foster place",
    out_of=_.kind == "fostering",
    says="What the council spent on fostering in the period, for each week that children spent in foster homes, its "
    "own and agencies'.",
    sources=(Source("DfE, Local Authority Interactive Tool data dictionary, FosteringFinance", "V"),),
    twin=Twin("FosteringFinance", differs="Published for financial years and rounded to 5 pounds."),
)

FIRST_TIME_ENTRANTS = Measure(
    key="first-time-entrants",
    title="Children with a first caution or conviction",
    basis=Basis.PERIOD,
    shape=Shape.RATE,
    rows="first convictions",
    unit="row_id",
    counted_on="happened_on",
    out_of=_.aged_10_to_17,
    better=Better.LOWER,
    value_unit="children per 100,000",
    says="Children of 10 to 17 whose first caution or conviction on the council's record fell in the period, for every "
    "100,000 children of that age who live in the area.",
    why_it_matters="A first conviction closes doors; most children who are kept from one never need another chance.",
    excludes="Children whose cautions and convictions the council does not record: most who are not in care.",
    population="population_10_17",
    per_how_many=100_000,
    sources=(Source("DfE, Local Authority Interactive Tool data dictionary, FirstYJS", "V"),),
    standing="DfE statistic",
    reference="YJ01",
    breakdowns=("sex", "ethnicity"),
    twin=Twin(
        "FirstYJS",
        differs="The published figure is of all children in the area, from the police's own computer, for calendar "
        "years. Ours knows only what the record holds, mostly of children in care: it is far lower, and no estimate of "
        "the other. Check the published unit too: England's row is a count.",
    ),
    needs=("convictions",),
)

EDGE_OF_CARE: tuple[Measure, ...] = (COST_AVOIDED, SERVICE_COST, NET_COST_AVOIDED)
MEASURES: tuple[Measure, ...] = (WEEKLY_COST, WEEKLY_COST_RESIDENTIAL, WEEKLY_COST_FOSTERING, FIRST_TIME_ENTRANTS)
