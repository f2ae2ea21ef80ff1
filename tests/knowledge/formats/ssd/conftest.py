"""Writes a small folder of SSD tables, and reads it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from onechild.knowledge.formats import ssd
from onechild.knowledge.formats.model import Asked, Reading

Rows = Sequence[dict[str, object]]
WriteTable = Callable[..., Path]
ReadTables = Callable[..., Reading]


@pytest.fixture
def write(tmp_path: Path) -> WriteTable:
    """Write one table as a CSV named after it; `mark` writes a byte-order mark."""

    def write_table(name: str, rows: Rows, *, delimiter: str = ",", mark: bool = False) -> Path:
        path = tmp_path / f"{name}.csv"
        with path.open("w", encoding="utf-8-sig" if mark else "utf-8", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return write_table


@pytest.fixture
def read() -> ReadTables:
    """Recognise files and read them together."""

    def read_files(*paths: Path, known_at: date | None = None) -> Reading:
        found = [ssd.recognise(path, path.read_bytes()[:65_536]) for path in paths]
        return ssd.read([one for one in found if one], asked=Asked(council="999", known_at=known_at))

    return read_files


@pytest.fixture
def person(write: WriteTable) -> Path:
    """A table of two people."""
    return write(
        "ssd_person",
        [
            {
                "pers_person_id": "C1",
                "pers_forename": "Robin",
                "pers_surname": "Example",
                "pers_sex": "F",
                "pers_gender": "02",
                "pers_ethnicity": "WBRI",
                "pers_dob": "2008-05-06 00:00:00.000",
                "pers_upn": "A123456789012",
                "pers_single_unique_id": "9990000001",
                "pers_is_mother": "Y",
                "pers_send_flag": "N",
            },
            {
                "pers_person_id": "C2",
                "pers_forename": "",
                "pers_surname": "",
                "pers_sex": "M",
                "pers_gender": "",
                "pers_ethnicity": "NULL",
                "pers_dob": "01/02/2012",
                "pers_upn": "UN3",
                "pers_single_unique_id": "",
                "pers_is_mother": "0",
                "pers_send_flag": "true",
            },
        ],
    )
