"""Makes one period of care out of the rows that its episodes gave."""

from __future__ import annotations

import polars as pl
import pyarrow as pa

from onechild.knowledge.formats.tabular.frames import frame_of, table_of

_GOES_ON = "X1"


def whole_periods(episodes: pa.Table, pieces: pa.Table) -> pa.Table:
    """This function will return one row for each period of care: from its first day to the end of its last episode.

    `pieces` has a row for each episode, with the day that care began. A period is open where its last episode is, or
    where that ended with X1, care going on.
    """
    said = (
        frame_of(pieces)
        .group_by("care_id", maintain_order=True)
        .agg(
            pl.col("child_id", "source", "source_row").first(),
            pl.col("started_on").min(),
            pl.col("referral_id", "need").drop_nulls().first(),
        )
    )
    last = (
        frame_of(episodes)
        .sort("started_on", maintain_order=True)
        .group_by("care_id", maintain_order=True)
        .agg(pl.col("ended_on", "end_reason").last())
        .with_columns(went_on=pl.col("end_reason").eq(_GOES_ON).fill_null(False))
        .select(
            "care_id",
            ended_on=pl.when("went_on").then(None).otherwise(pl.col("ended_on")),
            end_reason=pl.when(pl.col("went_on") | pl.col("ended_on").is_null())
            .then(None)
            .otherwise(pl.col("end_reason")),
        )
    )
    return table_of("periods_of_care", said.join(last, on="care_id", how="left"))
