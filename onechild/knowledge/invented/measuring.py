"""Counts in the invented tables what was published about the real council, year by year, so that the two can be set
side by side. These are plain counts of our own, made apart from `measures`, so that neither can hide the other's fault.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import polars as pl
import pyarrow as pa

from onechild.knowledge.invented.days import number, working_between
from onechild.knowledge.invented.published import nearest

Frames = Mapping[str, pl.DataFrame]
SHORT_BREAKS = ("V3", "V4")
OUTSIDE_CENSUS = ("personal_adviser", "family_worker", "adult_practitioner", "student", "other")


def frames(tables: Mapping[str, pa.Table]) -> dict[str, pl.DataFrame]:
    """This function will return the tables as frames, periods of care without series of short breaks."""
    found = {name: pl.DataFrame(pl.from_arrow(rows)) for name, rows in tables.items()}
    breaks = found["legal_statuses"].filter(pl.col("status").is_in(SHORT_BREAKS))
    keys = ("child_id", "started_on")
    found["periods_of_care"] = found["periods_of_care"].join(breaks.select(keys), on=keys, how="anti")
    found["placements"] = found["placements"].join(found["periods_of_care"].select("care_id"), on="care_id", how="semi")
    return found


def open_on(rows: pl.DataFrame, day: date) -> pl.DataFrame:
    """This function will return the spells that hold at the end of a day."""
    return rows.filter((pl.col("started_on") <= day) & (pl.col("ended_on").is_null() | (pl.col("ended_on") > day)))


def in_year(rows: pl.DataFrame, year: int, column: str = "started_on") -> pl.DataFrame:
    """This function will return the rows of the year to 31 March."""
    return rows.filter(pl.col(column).is_between(date(year - 1, 4, 1), date(year, 3, 31)))


def share(part: int, whole: int) -> float:
    """This function will return a percentage; nought of nothing."""
    return 100 * part / whole if whole else 0.0


def _per_10000(count: int, year: int) -> float:
    return 10_000 * count / nearest("population", year - 1)


def referrals(f: Frames, year: int) -> float:
    """Referrals of the year."""
    return in_year(f["referrals"], year).height


def re_referred(f: Frames, year: int) -> float:
    """Referrals within twelve months of the same child's one before, in percent."""
    ordered = f["referrals"].sort("child_id", "started_on")
    before = ordered.with_columns(pl.col("started_on").shift(1).over("child_id").alias("before"))
    rows = in_year(before, year)
    return share(rows.filter(pl.col("before") > pl.col("started_on").dt.offset_by("-12mo")).height, rows.height)


def no_further_action(f: Frames, year: int) -> float:
    """Referrals closed at once, in percent."""
    rows = in_year(f["referrals"], year)
    return share(rows.filter(pl.col("no_further_action")).height, rows.height)


def not_in_need(f: Frames, year: int) -> float:
    """Referrals assessed with no need found, in percent of referrals."""
    return share(in_year(f["assessments"], year).filter(~pl.col("needs_support")).height, int(referrals(f, year)))


def assessed_in_45(f: Frames, year: int) -> float:
    """Assessments finished in the year within 45 working days, in percent."""
    rows = in_year(f["assessments"], year, "ended_on")
    return share(sum(_worked(start, end) <= 45 for start, end in _pairs(rows, "started_on", "ended_on")), rows.height)


def enquiries(f: Frames, year: int) -> float:
    """Section 47 enquiries begun, per 10,000 children."""
    return _per_10000(in_year(f["section_47_enquiries"], year).height, year)


def initial_conferences(f: Frames, year: int) -> float:
    """Initial conferences held, per 10,000 children."""
    return _per_10000(_initial(f, year).height, year)


def initial_in_15(f: Frames, year: int) -> float:
    """Initial conferences held within 15 working days of the strategy discussion, in percent."""
    began = f["section_47_enquiries"].select("enquiry_id", pl.col("started_on").alias("began_on"))
    rows = _initial(f, year).join(began, on="enquiry_id")
    return share(sum(_worked(start, end) <= 15 for start, end in _pairs(rows, "began_on", "happened_on")), rows.height)


def plans_started(f: Frames, year: int) -> float:
    """Child protection plans begun."""
    return in_year(f["child_protection_plans"], year).height


def plans_open(f: Frames, year: int) -> float:
    """Child protection plans on 31 March."""
    return open_on(f["child_protection_plans"], date(year, 3, 31)).height


def repeat_plans(f: Frames, year: int) -> float:
    """Plans begun that were not the child's first, in percent."""
    rows = in_year(f["child_protection_plans"], year)
    return share(rows.filter(pl.col("previous_plans") > 0).height, rows.height)


def looked_after(f: Frames, year: int) -> float:
    """Children looked after on 31 March, series of short breaks left out."""
    return open_on(f["periods_of_care"], date(year, 3, 31)).height


def care_started(f: Frames, year: int) -> float:
    """Children who started to be looked after."""
    return in_year(f["periods_of_care"], year).height


def care_ceased(f: Frames, year: int) -> float:
    """Children who ceased to be looked after."""
    return in_year(f["periods_of_care"], year, "ended_on").height


def adopted(f: Frames, year: int) -> float:
    """Children adopted from care."""
    return in_year(f["periods_of_care"], year, "ended_on").filter(pl.col("end_reason").is_in(["E11", "E12"])).height


def unaccompanied(f: Frames, year: int) -> float:
    """Looked-after children who came alone, on 31 March."""
    alone = f["immigration_statuses"].filter(pl.col("status") == "uasc").select("child_id").unique()
    return open_on(f["periods_of_care"], date(year, 3, 31)).join(alone, on="child_id", how="semi").height


def three_placements(f: Frames, year: int) -> float:
    """Children looked after on 31 March with three or more placements in the year, in percent."""
    here = open_on(f["periods_of_care"], date(year, 3, 31)).select("care_id")
    lived = f["placements"].filter(
        (pl.col("started_on") <= date(year, 3, 31))
        & (pl.col("ended_on").is_null() | (pl.col("ended_on") > date(year - 1, 4, 1)))
    )
    counts = lived.join(here, on="care_id", how="semi").group_by("care_id").len()
    return share(counts.filter(pl.col("len") >= 3).height, here.height)


def children_in_need(f: Frames, year: int) -> float:
    """Children with an open episode of need on 31 March, per 10,000 children."""
    return _per_10000(open_on(f["referrals"], date(year, 3, 31))["child_id"].n_unique(), year)


def former_relevant(f: Frames, year: int) -> float:
    """Former relevant young people who turned 19, 20 or 21 in the year."""
    held = f["leaving_care_eligibility"].filter(pl.col("eligibility") == "Former Relevant")
    rows = held.join(f["children"].select("child_id", "born_on"), on="child_id")
    count = 0
    for age in (19, 20, 21):
        turned = rows.with_columns(pl.col("born_on").dt.offset_by(f"{age}y").alias("turned_on"))
        lasted = pl.col("ended_on").is_null() | (pl.col("ended_on") >= pl.col("turned_on"))
        begun = pl.col("started_on") <= pl.col("turned_on")
        count += in_year(turned, year, "turned_on").filter(lasted & begun).height
    return count


def care_applications(f: Frames, year: int) -> float:
    """Children in applications for care orders, per 10,000 children."""
    return _per_10000(in_year(f["proceedings"], year).height, year)


def in_post(f: Frames, year: int) -> float:
    """Social workers in post who are not from an agency, full-time equivalents on 30 September."""
    return _hours(f, year, ("permanent", "fixed_term"))


def agency(f: Frames, year: int) -> float:
    """Social workers from agencies, full-time equivalents on 30 September."""
    return _hours(f, year, ("agency",))


def vacancies(f: Frames, year: int) -> float:
    """Hours of social work posts that nobody in post fills, on 30 September; agency cover does not fill a post."""
    posts = open_on(f["posts"], date(year, 9, 30)).filter(~pl.col("role").is_in(OUTSIDE_CENSUS))
    return float(posts["fte"].sum()) - in_post(f, year)


def agency_rate(f: Frames, year: int) -> float:
    """Agency workers in percent of all social workers."""
    return 100 * agency(f, year) / (agency(f, year) + in_post(f, year))


def vacancy_rate(f: Frames, year: int) -> float:
    """Vacancies in percent of posts."""
    return 100 * vacancies(f, year) / (vacancies(f, year) + in_post(f, year))


def case_holders(f: Frames, year: int) -> float:
    """Full-time equivalents of social workers who hold a case on 30 September."""
    return float(_holders(f, year)["fte"].sum())


def cases(f: Frames, year: int) -> float:
    """Cases that social workers hold on 30 September."""
    return float(_holders(f, year)["cases"].sum())


def caseload(f: Frames, year: int) -> float:
    """Cases for each full-time equivalent of those who hold any, on 30 September (DfE's average caseload)."""
    return cases(f, year) / case_holders(f, year)


COUNTS: Mapping[str, Callable[[Frames, int], float]] = {
    "referrals": referrals,
    "re_referred_pct": re_referred,
    "no_further_action_pct": no_further_action,
    "not_in_need_pct": not_in_need,
    "assessed_in_45_pct": assessed_in_45,
    "enquiries_per_10000": enquiries,
    "initial_conferences_per_10000": initial_conferences,
    "initial_conferences_in_15_pct": initial_in_15,
    "plans_started": plans_started,
    "plans_open": plans_open,
    "repeat_plans_pct": repeat_plans,
    "looked_after": looked_after,
    "care_started": care_started,
    "care_ceased": care_ceased,
    "adopted": adopted,
    "unaccompanied_looked_after": unaccompanied,
    "three_placements_pct": three_placements,
    "children_in_need_per_10000": children_in_need,
    "former_relevant_19_21": former_relevant,
    "care_applications_per_10000": care_applications,
    "in_post_fte": in_post,
    "agency_fte": agency,
    "vacancy_fte": vacancies,
    "agency_pct": agency_rate,
    "vacancy_pct": vacancy_rate,
    "caseholder_fte": case_holders,
    "cases": cases,
    "caseload": caseload,
}


def _initial(f: Frames, year: int) -> pl.DataFrame:
    return in_year(
        f["conferences"].filter(pl.col("conference_kind").is_in(["initial", "transfer_in"])), year, "happened_on"
    )


def _social_workers(f: Frames, year: int) -> pl.DataFrame:
    return open_on(f["employments"], date(year, 9, 30)).filter(~pl.col("role").is_in(OUTSIDE_CENSUS))


def _hours(f: Frames, year: int, kinds: tuple[str, ...]) -> float:
    return float(_social_workers(f, year).filter(pl.col("employment_kind").is_in(kinds))["fte"].sum())


def _holders(f: Frames, year: int) -> pl.DataFrame:
    led = open_on(f["allocations"].filter(pl.col("role") == "lead"), date(year, 9, 30))
    held = led.drop_nulls("worker_id").group_by("worker_id").agg(pl.col("child_id").n_unique().alias("cases"))
    return held.join(_social_workers(f, year).group_by("worker_id").agg(pl.col("fte").sum()), on="worker_id")


def _worked(start: date, end: date) -> int:
    return working_between(number(start), number(end))


def _pairs(rows: pl.DataFrame, start: str, end: str) -> list[tuple[date, date]]:
    return list(rows.select(start, end).iter_rows())
