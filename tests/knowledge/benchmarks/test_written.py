"""The script that writes the tables gives the committed ones again, and keeps Ofsted's earlier judgements."""

from __future__ import annotations

import shutil
from pathlib import Path

import polars as pl
import pytest

from onechild.knowledge.benchmarks.reading import TABLES
from tools.published.councils import grades
from tools.published.write import main


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Path:
    """The tables, written from the published files beside a copy of the committed judgements."""
    folder = tmp_path_factory.mktemp("tables")
    shutil.copy(TABLES / "grades.csv", folder)
    main(shared_data / "published", folder)
    return folder


@pytest.mark.parametrize("name", ["measures", "areas", "neighbours", "grades"])
def test_the_script_gives_the_committed_table_again(written: Path, name: str) -> None:
    assert (written / f"{name}.csv").read_bytes() == (TABLES / f"{name}.csv").read_bytes()


def test_the_script_gives_the_committed_figures_again(written: Path) -> None:
    assert pl.read_parquet(written / "figures.parquet").equals(pl.read_parquet(TABLES / "figures.parquet"))


def test_an_earlier_judgement_that_a_new_edition_leaves_out_is_kept(tmp_path: Path, shared_data: Path) -> None:
    kept = tmp_path / "grades.csv"
    first = (TABLES / "grades.csv").read_text(encoding="utf-8").splitlines()[0]
    kept.write_text(f"{first}\n821,,2020-01-13,,,inadequate,inadequate,inadequate,good,,May 2020\n", encoding="utf-8")
    found = grades(shared_data / "published", kept).filter(pl.col("area") == "821")
    assert found["inspected_from"].to_list() == ["2020-01-13", "2026-01-19"]
    assert found["overall"].to_list() == ["inadequate", "good"]
    assert found["edition"].to_list() == ["May 2020", "June 2026"]
