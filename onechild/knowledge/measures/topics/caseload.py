"""Measures of caseload: cases, averages three ways, workers over target, and the children an average leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ibis import _

from onechild.knowledge.measures.model import Basis, Better, Measure, Per, Shape, Source, Target, Twin
from onechild.knowledge.measures.rows.targets import DEFAULT_TARGET

SCRUTINY = Source("Report to a council's scrutiny review group, May 2021: no more than 18 cases a worker", "V")
WORKFORCE = Source("DfE, Children's social work workforce census guide: average caseload at 30 September", "V")
BY_STAFF = ("team", "worker", "role", "grade", "employment")
AT_MOST = Target(DEFAULT_TARGET, "No more than 18 cases a worker: a council's report to its scrutiny group, May 2021")
PRACTICE = Source("Local practice in counting children who wait, or whom a manager or an absent worker holds", "K")

CASES_HELD = Measure(
    key="cases-held",
    title="Cases held",
    basis=Basis.AS_AT,
    shape=Shape.COUNT,
    rows="cases",
    out_of=~_.by_manager,
    better=Better.NEITHER,
    value_unit="cases",
    says="Children with an open lead allocation to a worker who is not a manager. A child counts once.",
    why_it_matters="Each case is a child somebody must see, know and decide for.",
    excludes="Children held by managers, and co-workers' parts: both are shown apart.",
    sources=(SCRUTINY,),
    reference="WF01",
    breakdowns=BY_STAFF,
)

AVERAGE_CASELOAD_PER_WORKER = Measure(
    key="average-caseload-per-worker",
    title="Average caseload per worker",
    basis=Basis.AS_AT,
    shape=Shape.RATIO,
    rows="cases",
    out_of=~_.by_manager,
    per=Per(unit="worker_id"),
    better=Better.LOWER,
    value_unit="cases per worker",
    says="Cases held, for each worker who holds at least one. Managers and their cases are left out and shown apart.",
    why_it_matters="A worker with too many children knows none of them well. An average can hide it: read it beside "
    "workers over target and the children who wait.",
    excludes="Managers and the children they hold; co-workers; workers who hold no case.",
    sources=(SCRUTINY,),
    reference="WF01",
    breakdowns=BY_STAFF,
    target=AT_MOST,
)

AVERAGE_CASELOAD_PER_FTE = Measure(
    key="average-caseload-per-fte",
    title="Average caseload per full-time worker",
    basis=Basis.AS_AT,
    shape=Shape.RATIO,
    rows="cases",
    out_of=~_.by_manager,
    per=Per(unit="worker_id", adds=_.fte),
    better=Better.LOWER,
    value_unit="cases per full-time worker",
    says="Cases held, for each full-time worker: two half-time workers make one. No value where a worker's hours are "
    "not recorded.",
    why_it_matters="Part-time staff with full caseloads vanish in an average per head.",
    excludes="Managers and the children they hold; co-workers; workers who hold no case.",
    sources=(SCRUTINY,),
    reference="WF01",
    breakdowns=BY_STAFF,
    target=AT_MOST,
)

AVERAGE_CASELOAD_DFE = Measure(
    key="average-caseload-dfe",
    title="Average caseload as the Department for Education counts it",
    basis=Basis.AS_AT,
    shape=Shape.RATIO,
    rows="cases",
    out_of=_.social_worker & (_.fte.isnull() | (_.fte > 0)),
    per=Per(unit="worker_id", adds=_.fte),
    better=Better.LOWER,
    value_unit="cases per full-time social worker",
    says="Cases held by social workers, agency and managers included, in any team, for each full-time social worker "
    "holding at least one. Published as at 30 September; cases of personal advisers, family workers, adult "
    "practitioners and students are not in it.",
    why_it_matters="It is the figure by which councils are compared.",
    excludes="Social workers who hold no case, or have no hours: so it is higher than all cases among all workers.",
    sources=(WORKFORCE,),
    standing="DfE statistic",
    reference="WF03",
    twin=Twin(
        "Work_Force_AvgNumCase_SW",
        differs="Published as at 30 September; ours is of the day asked. A case there is any person allocated to a "
        "named social worker, so that carers may be counted too; ours are children.",
    ),
    review_by=date(2027, 2, 28),
)

WORKERS_OVER_TARGET = Measure(
    key="workers-over-target",
    title="Workers with cases over target",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="cases",
    unit="worker_id",
    out_of=~_.by_manager,
    counts=_.over,
    adds=_.worker_cases - _.target,  # by how much, for whoever opens the figure
    better=Better.LOWER,
    value_unit="share of workers",
    says="Of the workers who hold a case, those who hold more than their own target: the council's setting "
    f"({DEFAULT_TARGET:g} where it has set none) for the hours worked, less in the first year where it has set it so. "
    "All that a worker holds counts, in any team.",
    why_it_matters="An average hides the worker who carries thirty.",
    excludes="Managers and the children they hold; workers who hold no case.",
    sources=(SCRUTINY, Source("Less for part-time and newly qualified workers is a suggested setting", "K")),
    standing="local",
    reference="WF02",
    breakdowns=BY_STAFF,
)

NUMBER_OVER_TARGET = replace(
    WORKERS_OVER_TARGET,
    key="number-of-workers-over-target",
    title="How many workers hold cases over target",
    shape=Shape.COUNT,
    value_unit="workers",
    says="How many workers hold more cases than their own target, of those who hold any: the number beside the share, "
    "so that a team can be set against the same day a year before.",
    why_it_matters="A share of a small team leaps when one person goes. Count them.",
)

CASES_UNALLOCATED = Measure(
    key="cases-unallocated",
    title="Children waiting for a worker",
    basis=Basis.AS_AT,
    shape=Shape.COUNT,
    rows="open children",
    counts=_.waiting,
    better=Better.LOWER,
    value_unit="children",
    says="Children on a team's waiting list, and, under no team, children with an open plan, period of care, "
    "assessment or referral and no lead allocation at all. Out of these and the children who have a lead worker.",
    why_it_matters="An average falls when children wait: nobody holds them.",
    excludes="Referrals that ended at the door.",
    sources=(PRACTICE,),
    reference="WF13",
)

CASES_HELD_BY_MANAGERS = Measure(
    key="cases-held-by-managers",
    title="Children held by a manager",
    basis=Basis.AS_AT,
    shape=Shape.COUNT,
    rows="cases",
    out_of=_.by_manager,
    better=Better.LOWER,
    value_unit="children",
    says="Children whose lead worker is a deputy, team or service manager on the day. They are not in cases held.",
    why_it_matters="An average falls when managers hold children, and whoever should check the work then does it.",
    sources=(PRACTICE,),
    reference="WF01",
    breakdowns=("team", "worker"),
)

CASES_HELD_BY_ABSENT_WORKERS = Measure(
    key="cases-held-by-absent-workers",
    title="Cases held by a worker who is absent",
    basis=Basis.AS_AT,
    shape=Shape.COUNT,
    rows="cases",
    out_of=~_.by_manager & _.absent,
    better=Better.LOWER,
    value_unit="cases",
    says="Of the cases held, those whose worker is absent on the day, annual leave and training apart.",
    why_it_matters="A child whose worker is away has a name on the file and nobody at the door.",
    excludes="Absence for annual leave and training.",
    sources=(PRACTICE,),
    reference="WF01",
)

MEASURES: tuple[Measure, ...] = (
    CASES_HELD,
    AVERAGE_CASELOAD_PER_WORKER,
    AVERAGE_CASELOAD_PER_FTE,
    AVERAGE_CASELOAD_DFE,
    WORKERS_OVER_TARGET,
    NUMBER_OVER_TARGET,
    CASES_UNALLOCATED,
    CASES_HELD_BY_MANAGERS,
    CASES_HELD_BY_ABSENT_WORKERS,
)
