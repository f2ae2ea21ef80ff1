"""Writes the chosen rows as the census's XML; elements and their order are those of the 2025 layout."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import etree

from onechild.knowledge.formats.workforce_census.choosing import Census

SOFTWARE = "OneChild"
# xs:sequence minds the order (DfE, CSWW 2025 as LIIA transcribes it; the layout of 2026 was not to hand: check).
ORDER = (
    "AgencyWorker",
    "SWENo",
    "FTE",
    "PersonBirthDate",
    "Sex",
    "Ethnicity",
    "QualLevel",
    "StepUpGrad",
    "OrgRole",
    "RoleStartDate",
    "StartOrigin",
    "RoleEndDate",
    "LeaverDestination",
    "ReasonLeave",
    "FTE30",
    "Cases30",
    "WorkingDaysLost",
    "ContractWeeks",
    "FrontlineGrad",
    "Absat30Sept",
    "ReasonAbsence",
)


def written(census: Census, *, council: str, made_at: datetime) -> bytes:
    """This function will return the census as XML. `council` is the council's three-figure code."""
    message = etree.Element("Message")
    header = etree.SubElement(message, "Header")
    collection, source = (etree.SubElement(header, name) for name in ("CollectionDetails", "Source"))
    _leaves(collection, {"Collection": "CSWW", "Year": census.year, "ReferenceDate": census.day.isoformat()})
    at = made_at.replace(microsecond=0, tzinfo=None).isoformat()
    _leaves(source, {"SourceLevel": "L", "LEA": council, "SoftwareCode": SOFTWARE, "DateTime": at})
    whole = etree.SubElement(message, "LALevelVacancies")
    _leaves(whole, {"NumberOfVacancies": f"{census.vacancies:.2f}", "NoAgencyFTE": f"{census.cover_fte:.2f}"})
    _leaves(whole, {"NoAgencyHeadcount": census.cover_heads})
    for entry in census.entries:
        worker = etree.SubElement(message, "CSWWWorker")
        _leaves(worker, {name: entry.told[name] for name in ORDER if name in entry.told})
    made: bytes = etree.tostring(message, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return made


def write_census(census: Census, path: Path, *, council: str, made_at: datetime) -> int:
    """This function will write the census to a file, for its owner's eyes only, and return its workers.

    A file that is there is replaced once the new one is whole.
    """
    fresh = path.with_name(f".{path.name}.fresh")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    fresh.write_bytes(written(census, council=council, made_at=made_at))
    fresh.replace(path)
    return len(census.entries)


def _leaves(parent: Any, told: dict[str, Any]) -> None:
    for name, value in told.items():
        etree.SubElement(parent, name).text = "".join(one for one in str(value) if one.isprintable())
