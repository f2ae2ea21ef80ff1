"""Files of separated values: what is read, and what is refused in one plain line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onechild.errors import CannotProceed
from onechild.knowledge.formats.tabular.delimited import headings_in, read_delimited


def test_file_in_windows_1252_is_read_with_a_warning(tmp_path: Path) -> None:
    found = read_delimited(_file(tmp_path, "A,B\nZoë,2\n".encode("cp1252")), name="x.csv")
    assert found.columns[0].to_pylist() == ["Zoë"]
    assert found.warnings == ["x.csv is not in UTF-8: it was read as Windows-1252 (line 2)"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("A,B\n1,2\n".encode("utf-16"), "is in UTF-16"),
        (b"\xef\xbb\xbfA,B\nZo\xeb,2\n", "line 2: the bytes are not UTF-8"),
        ("A,B\nZoë,1\n".encode() + b"Zo\xeb,2\n", "line 3: the bytes are not UTF-8"),
        ("A,B\n1,Zoë".encode()[:-1], "line 2: the bytes are not UTF-8"),
        (b"A,B\n1,\x00\n", "holds zero bytes"),
        (b'A,B\n1,"2\n3,4\n', "the quotation marks don't pair up"),
    ],
    ids=["utf-16", "false mark", "two encodings", "cut off", "zero bytes", "open quotation"],
)
def test_file_that_is_not_what_it_claims_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    with pytest.raises(CannotProceed, match=why):
        read_delimited(_file(tmp_path, content), name="x.csv")


def test_headings_of_a_file_in_utf_16_are_seen_so_that_reading_can_say_why_not() -> None:
    assert headings_in("CHILD,DOB\n1,2\n".encode("utf-16")) == ["CHILD", "DOB"]


def test_cell_of_several_lines_keeps_the_count_of_lines(tmp_path: Path) -> None:
    found = read_delimited(_file(tmp_path, b'A,B\n1,"two\nlines"\n3,4\n'), name="x.csv")
    assert found.lines == [3, 4]


def test_blank_lines_and_empty_columns_at_the_end_are_passed_over(tmp_path: Path) -> None:
    found = read_delimited(_file(tmp_path, b"\nA,B,,\n1,2,,\n\n3,4,,\n"), name="x.csv")
    assert (found.headings, found.lines, found.broken) == (["A", "B"], [3, 5], [])


@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_with_every_row_counted_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = _file(tmp_path_factory.mktemp("any"), content)
    headings_in(content)
    rows, columns, refusal = _read_or_refuse(path)
    assert "\n" not in refusal
    assert columns <= {rows}


def _read_or_refuse(path: Path) -> tuple[int, set[int], str]:
    """Rows, the lengths of the columns, and the refusal."""
    try:
        found = read_delimited(path, name="x.csv")
    except CannotProceed as refusal:
        return 0, set(), str(refusal)
    return len(found.lines), {len(column) for column in found.columns}, ""


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "x.csv"
    path.write_bytes(content)
    return path


def test_line_that_says_the_separator_is_no_heading_and_counts_as_a_line(tmp_path: Path) -> None:
    content = b"sep=;\r\nA;B\r\n1;2\r\n"
    found = read_delimited(_file(tmp_path, content), name="x.csv")
    assert (headings_in(content), found.headings, found.lines) == (["A", "B"], ["A", "B"], [3])


def test_lines_of_spaces_and_the_mark_that_ends_a_dos_file_are_passed_over(tmp_path: Path) -> None:
    found = read_delimited(_file(tmp_path, b"A,B\n1,2\n   \n , \n\x1a"), name="x.csv")
    assert (found.lines, found.broken) == ([2], [])


def test_row_of_one_cell_is_refused_in_the_singular(tmp_path: Path) -> None:
    found = read_delimited(_file(tmp_path, b"A,B\n(2 rows affected)\n"), name="x.csv")
    assert [one.reason for one in found.broken] == ["has 1 cell, and the headings are 2"]
