"""Files are told apart by what they hold; what is none of ours is named, and nothing is read twice."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.formats.recognising import find_files

Make = Callable[..., Any]


def formats(*paths: Path) -> list[tuple[str, str]]:
    return [(file.name, file.format) for file in find_files(paths).files]


def why(*paths: Path) -> list[str]:
    return [one.why for one in find_files(paths).unrecognised]


def test_a_census_is_known_whatever_it_is_called(write: Make, make_census: Make, make_child: Make) -> None:
    assert formats(write(make_census(make_child()), "holiday.jpg")) == [("holiday.jpg", "cin_census")]


def test_a_census_in_utf_16_is_known(write: Make, make_census: Make, make_child: Make) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + make_census(make_child())
    assert formats(write(text.encode("utf-16"))) == [("census.xml", "cin_census")]


def test_a_census_of_another_collection_is_not_ours(write: Make, make_census: Make, make_child: Make) -> None:
    path = write(make_census(make_child()).replace(">CIN<", ">School<"))
    assert why(path) == ["XML or HTML, but not a children in need census"]


def test_a_damaged_census_is_still_known_as_one(write: Make, make_census: Make, make_child: Make) -> None:
    assert formats(write(make_census(make_child())[:-40])) == [("census.xml", "cin_census")]


def test_a_903_module_is_known_by_its_headings(write: Make) -> None:
    path = write("CHILD,DOB,REVIEW,REVIEW_CODE\nHAT1,01/05/2015,02/03/2026,PN1\n", "what.txt")
    assert formats(path) == [("what.txt", "ssda903")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b"Dear colleague, please find attached", "of no format that OneChild reads"),
        (b"<html><body>Sign in</body></html>", "XML or HTML, but not a children in need census"),
        (b"PK\x03\x04", "a workbook or archive that holds no list of Annex A"),
    ],
)
def test_what_is_none_of_ours_is_named_with_the_reason(write: Make, content: bytes, reason: str) -> None:
    assert why(write(content, "odd.xyz")) == [reason]


def test_a_parquet_file_that_is_damaged_is_refused(write: Make) -> None:
    with pytest.raises(CannotProceed, match="damaged"):
        find_files([write(b"PAR1nonsense", "odd.parquet")])


def test_a_folder_is_looked_through_to_its_depths(
    write: Make, make_census: Make, make_child: Make, tmp_path: Path
) -> None:
    write(make_census(make_child()), "a/b/c/census.xml")
    assert formats(tmp_path) == [("census.xml", "cin_census")]


def test_a_file_named_twice_is_read_once(write: Make, make_census: Make, make_child: Make, tmp_path: Path) -> None:
    path = write(make_census(make_child()))
    assert len(formats(path, path, tmp_path)) == 1


def test_two_files_of_one_name_are_told_apart_by_their_folders(
    write: Make, make_census: Make, make_child: Make, tmp_path: Path
) -> None:
    write(make_census(make_child()), "this/census.xml")
    write(make_census(make_child(), year=2025), "last/census.xml")
    assert sorted(name for name, _ in formats(tmp_path)) == ["last/census.xml", "this/census.xml"]


def test_a_circle_of_folders_is_walked_once(write: Make, make_census: Make, make_child: Make, tmp_path: Path) -> None:
    write(make_census(make_child()), "a/census.xml")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(formats(tmp_path)) == 1


def test_hidden_files_and_locks_are_passed_over_in_a_folder(write: Make, tmp_path: Path) -> None:
    write(b"x", ".DS_Store")
    write(b"x", "~$annex.xlsx")
    assert find_files([tmp_path]).unrecognised == []


def test_an_extract_of_ours_is_not_read_as_a_source(write: Make, tmp_path: Path) -> None:
    write("{}", "out/extract.json")
    assert why(tmp_path) == ["an extract that OneChild wrote, not a sector file"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")
    assert why(tmp_path) == ["not a regular file"]


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match="is not there"):
        find_files([tmp_path / "gone.xml"])


def test_links_that_lead_round_in_a_circle_are_named_and_the_rest_is_read(
    write: Make, make_census: Make, make_child: Make
) -> None:
    path = write(make_census(make_child()))
    (path.parent / "a").symlink_to("b")
    (path.parent / "b").symlink_to("a")
    (path.parent / "self").symlink_to(".")
    assert formats(path.parent) == [("census.xml", "cin_census")]
    assert why(path.parent) == ["not a regular file", "not a regular file"]


def test_a_name_of_odd_bytes_is_shown_in_one_plain_line(write: Make, make_census: Make, make_child: Make) -> None:
    path = write(make_census(make_child()), "one\ntwo.xml")
    path.rename(path.parent / os.fsdecode(b"caf\xe9\n.xml"))
    assert formats(path.parent) == [("caf??.xml", "cin_census")]
