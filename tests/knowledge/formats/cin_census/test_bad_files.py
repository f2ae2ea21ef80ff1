"""Files that are damaged, hostile or no census: one clear line each, and never a reading that does not add up."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onechild.errors import CannotProceed
from onechild.knowledge.formats import cin_census
from onechild.knowledge.formats.cin_census import parsing, streaming
from onechild.knowledge.formats.model import Asked, Reading, Recognised

Make = Callable[..., Any]

BOMB = """<!DOCTYPE Message [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>"""
OUTSIDE = '<!DOCTYPE Message [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'


def read(path: Path) -> Reading:
    return cin_census.read([Recognised(path, cin_census.NAME)], asked=Asked())


def refusal(path: Path) -> str:
    with pytest.raises(CannotProceed) as refused:
        read(path)
    words = str(refused.value)
    assert "\n" not in words
    return words


def test_read_refuses_a_bomb_of_entities(write: Make, make_census: Make, make_child: Make) -> None:
    path = write(BOMB + make_census(make_child("&c;")))
    assert "document type" in refusal(path)


def test_read_refuses_an_entity_from_outside(write: Make, make_census: Make, make_child: Make) -> None:
    assert "document type" in refusal(write(OUTSIDE + make_census(make_child("&secret;"))))


def test_read_refuses_a_document_type_with_no_child_after_it(write: Make, make_census: Make) -> None:
    assert "document type" in refusal(write(BOMB + make_census(header="")))


def test_read_refuses_a_file_nested_beyond_reason(write: Make) -> None:
    deep = "<Message><Children><Child>" + "<a>" * 400 + "</a>" * 400 + "</Child></Children></Message>"
    assert "nested more deeply" in refusal(write(deep))


def test_read_refuses_a_file_cut_short(write: Make, make_census: Make, make_child: Make) -> None:
    whole = make_census(make_child(), make_child("HAT2"))
    assert "cut short" in refusal(write(whole[: len(whole) * 3 // 4]))


def test_read_refuses_bytes_that_are_not_of_the_encoding_claimed(
    write: Make, make_census: Make, make_child: Make
) -> None:
    text = '<?xml version="1.0" encoding="UTF-8"?>' + make_census(make_child("Zo\xeb"))
    assert "not of the encoding" in refusal(write(text.encode("latin-1")))


def test_read_refuses_an_encoding_nobody_knows(write: Make, make_census: Make) -> None:
    assert "encoding" in refusal(write('<?xml version="1.0" encoding="klingon"?>' + make_census()))


def test_read_refuses_broken_xml_and_names_the_line(write: Make, make_census: Make, make_child: Make) -> None:
    words = refusal(write("\n\n" + make_census(make_child().replace("</Sex>", "</Sax>"))))
    assert re.match(r"census\.xml: line \d+: it is not well-formed XML", words)


def test_read_refuses_another_root(write: Make) -> None:
    assert "its root <html> is not <Message>" in refusal(write("<html><body/></html>"))


def test_read_refuses_a_message_without_children(write: Make) -> None:
    assert "no <Children>" in refusal(write("<Message><Header/></Message>"))


def test_read_refuses_a_header_of_two_councils(write: Make, make_census: Make, make_child: Make) -> None:
    text = make_census(make_child()).replace("<LEA>999</LEA>", "<LEA>999</LEA><LEA>998</LEA>")
    assert "two councils" in refusal(write(text))


def test_read_refuses_censuses_of_two_councils(write: Make, make_census: Make, make_child: Make) -> None:
    here = write(make_census(make_child()), "here.xml")
    there = write(make_census(make_child(), council="998"), "there.xml")
    with pytest.raises(CannotProceed, match="998"):
        cin_census.read([Recognised(path, cin_census.NAME) for path in (here, there)], asked=Asked())


def test_read_refuses_a_flood_without_a_child(write: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MOST_BYTES_WITHOUT_A_CHILD", 100_000)
    assert "without a child" in refusal(write("<Message>" + "<x>1</x>" * 20_000 + "</Message>"))


def test_a_broken_file_is_refused_by_a_process_of_its_own_too(
    write: Make, make_census: Make, make_child: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "LARGE", 0)
    assert "cut short" in refusal(write(make_census(make_child())[:-30]))


def test_a_census_of_no_children_is_an_empty_reading(write: Make, make_census: Make) -> None:
    reading = read(write(make_census()))
    assert reading.counts[0].rows == 0
    assert reading.council == "999"


def test_a_census_without_a_header_is_read_with_a_warning(write: Make, make_census: Make, make_child: Make) -> None:
    reading = read(write(make_census(make_child(), header="")))
    assert (reading.council, reading.year) == (None, None)
    assert any("no header" in warning for warning in reading.warnings)


def test_a_child_inside_a_child_is_read_once_and_loses_nothing(
    write: Make, make_census: Make, make_child: Make
) -> None:
    outer = make_child("HAT1").replace("</Child>", make_child("HAT2") + "</Child>")
    reading = read(write(make_census(outer)))
    assert sorted(reading.tables["children"].column("child_id").to_pylist()) == ["HAT1", "HAT2"]


@given(at=st.integers(0, 2_000), cut=st.integers(0, 40), put=st.binary(max_size=6))
@settings(max_examples=80)
def test_any_damage_is_a_clear_refusal_or_a_reading_that_adds_up(
    tmp_path_factory: pytest.TempPathFactory, at: int, cut: int, put: bytes
) -> None:
    whole = GOOD.encode()
    path = tmp_path_factory.mktemp("damaged") / "census.xml"
    path.write_bytes(whole[: at % len(whole)] + put + whole[at % len(whole) + cut :])
    reading = read_or_refusal(path)
    if isinstance(reading, str):
        assert "\n" not in reading
        return
    count = reading.counts[0]
    assert count.whole + count.part + count.refused == count.rows
    assert count.part == 0 or reading.quarantine


def read_or_refusal(path: Path) -> Reading | str:
    try:
        return read(path)
    except CannotProceed as refused:
        return str(refused)


GOOD = """<Message><Header><Source><LEA>999</LEA></Source></Header><Children><Child><ChildIdentifiers>
<LAchildID>HAT1</LAchildID><PersonBirthDate>2015-05-01</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics><CINdetails>
<CINreferralDate>2025-05-06</CINreferralDate><ReferralSource>1A</ReferralSource><Assessments>
<AssessmentActualStartDate>2025-05-06</AssessmentActualStartDate><FactorsIdentifiedAtAssessment>
<AssessmentFactors>2A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments><ReferralNFA>0</ReferralNFA>
</CINdetails></Child></Children></Message>"""
