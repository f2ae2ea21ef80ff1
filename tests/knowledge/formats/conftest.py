"""What the tests of formats share: small censuses written by the tests themselves, of invented children."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

HEADER = """<Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year>
<ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>
<LEA>{council}</LEA><DateTime>{year}-07-01T09:00:00</DateTime></Source></Header>"""

CHILD = """<Child>
 <ChildIdentifiers><LAchildID>{child}</LAchildID><UPN>A12345678901B</UPN><PersonBirthDate>2015-05-01</PersonBirthDate>
  <Sex>F</Sex></ChildIdentifiers>
 <ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities>
 </ChildCharacteristics>
 <CINdetails><CINreferralDate>2025-05-06</CINreferralDate><ReferralSource>1A</ReferralSource>
  <PrimaryNeedCode>N1</PrimaryNeedCode>{inside}<ReferralNFA>0</ReferralNFA></CINdetails>
</Child>"""


def child(name: str = "HAT1", *, inside: str = "") -> str:
    """A child with one referral, and whatever stands inside the referral."""
    return CHILD.format(child=name, inside=inside)


def census(*children: str, year: int = 2026, council: str = "999", header: str | None = None) -> str:
    """A census of these children."""
    head = HEADER.format(year=year, council=council) if header is None else header
    return f"<Message>{head}<Children>{''.join(children)}</Children></Message>"


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes text or bytes to a file of the test's own folder."""

    def write_file(content: str | bytes, name: str = "census.xml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


@pytest.fixture
def make_child() -> Callable[..., str]:
    """Makes the XML of a child."""
    return child


@pytest.fixture
def make_census() -> Callable[..., str]:
    """Makes the XML of a census."""
    return census
