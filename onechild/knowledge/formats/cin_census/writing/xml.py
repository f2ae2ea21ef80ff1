"""Writes chosen rows as the census's XML: the elements, their order and their containers are those of layout.py."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from lxml import etree

from onechild.knowledge.formats.cin_census import layout
from onechild.knowledge.formats.cin_census.layout import Leaf, Part
from onechild.knowledge.formats.cin_census.writing.choosing import Chosen, Row
from onechild.knowledge.workdays.years import year_bounds

SOFTWARE = "OneChild"
# Where each element stands: xs:sequence minds the order (DfE, CIN census, 2025/26 as LIIA transcribes it).
IDENTIFIERS = ("LAchildID", "UPN", "FormerUPN", "UPNunknown", "PersonBirthDate", "ExpectedPersonBirthDate", "Sex")
DETAILS = ("CINreferralDate", "ReferralSource", "PrimaryNeedCode", "CINclosureDate", "ReasonForClosure")
INSIDE_DETAILS = (layout.ASSESSMENT, layout.IN_NEED_PLAN, layout.ENQUIRY)
MUST_SAY = {"ReferralNFA": "0", "ICPCnotRequired": "0", "NumberOfPreviousCPP": "0"}


def write_census(chosen: Chosen, path: Path, *, council: str, made_at: datetime) -> int:
    """This function will write the census of a year to a file, for its owner's eyes only, and return its children.

    `council` is the council's three-figure code. A file that is there is replaced once the new one is whole.
    """
    fresh = path.with_name(f".{path.name}.fresh")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    with etree.xmlfile(str(fresh), encoding="UTF-8") as file:
        file.write_declaration()
        with file.element("Message"):
            file.write(_header(chosen.year, council, made_at), pretty_print=True)
            with file.element("Children"):
                for child in chosen.children:
                    file.write(_child(chosen, child), pretty_print=True)
    fresh.replace(path)
    return len(chosen.children)


def _header(year: int, council: str, made_at: datetime) -> Any:
    header = etree.Element("Header")
    collection, source = (etree.SubElement(header, name) for name in ("CollectionDetails", "Source"))
    last = year_bounds(year, "cin")[1]
    for name, value in (("Collection", "CIN"), ("Year", year), ("ReferenceDate", last)):
        _leaf(collection, name, value)
    told = (("SourceLevel", "L"), ("LEA", council), ("SoftwareCode", SOFTWARE), ("SerialNo", "001"))
    for name, value in (*told, ("DateTime", made_at.replace(microsecond=0, tzinfo=None))):
        _leaf(source, name, value)
    return header


def _child(chosen: Chosen, row: Row) -> Any:
    element = etree.Element("Child")
    key = row["child_id"]
    numbers = {kind: chosen.under(kind, key) for kind in ("upn", "former_upn")}
    told = {leaf.element: row.get(leaf.column) for leaf in layout.CHILD.leaves if not leaf.table}
    told |= {"UPN": _value(numbers["upn"]), "FormerUPN": _value(numbers["former_upn"])}
    told["UPNunknown"] = None if told["UPN"] else told["UPNunknown"]
    identifiers = etree.SubElement(element, "ChildIdentifiers")
    for name in (*IDENTIFIERS, "PersonDeathDate"):
        _leaf(identifiers, name, told[name])
    characteristics = etree.SubElement(element, "ChildCharacteristics")
    _leaf(characteristics, "Ethnicity", told["Ethnicity"] or "NOBT")
    _texts(characteristics, "Disabilities", layout.DISABILITY, chosen.under("Disability", key))
    for episode in chosen.under("CINdetails", key):
        element.append(_episode(chosen, episode))
    return element


def _episode(chosen: Chosen, row: Row) -> Any:
    details, key = etree.Element("CINdetails"), row["referral_id"]
    leaves = {leaf.element: leaf for leaf in layout.REFERRAL.leaves}
    for name in DETAILS:
        _say(details, leaves[name], row)
    _say(details, leaves["DateOfInitialCPC"], row)
    for part in INSIDE_DETAILS:
        for one in chosen.under(part.element, key):
            made = _part(details, part, one)
            if part is layout.ASSESSMENT:
                _texts(made, layout.FACTOR.path.strip("/"), layout.FACTOR, _of(chosen, one["assessment_id"]))
    _say(details, leaves["ReferralNFA"], row)
    for plan in chosen.under("ChildProtectionPlans", key):
        made = _part(details, layout.PROTECTION_PLAN, plan)
        _texts(made, "Reviews", layout.REVIEW, chosen.under("CPPreviewDate", plan["plan_id"]))
    for one in chosen.under("PreProceedingsandFGDM", key):
        _part(details, layout.PRE_PROCEEDINGS, one)
    return details


def _of(chosen: Chosen, assessment: str) -> tuple[Row, ...]:
    """Factors of an assessment, each code once, in their order."""
    found = {row["factor"]: row for row in chosen.under("AssessmentFactors", assessment)}
    return tuple(found[code] for code in sorted(found))


def _part(parent: Any, part: Part, row: Row) -> Any:
    made = etree.SubElement(parent, part.element)
    for leaf in part.leaves:
        _say(made, leaf, row)
    return made


def _say(parent: Any, leaf: Leaf, row: Row) -> None:
    value = row.get(f"{leaf.table}.{leaf.column}") if leaf.table else row.get(leaf.column)
    _leaf(parent, leaf.element, MUST_SAY.get(leaf.element) if value is None else value)


def _texts(parent: Any, container: str, part: Part, rows: tuple[Row, ...]) -> None:
    """Rows that are one value each, in their container; no container where there is none."""
    if rows:
        holder = etree.SubElement(parent, container)
        for row in rows:
            _leaf(holder, part.element, row[part.text])


def _value(rows: tuple[Row, ...]) -> str | None:
    return rows[-1]["value"] if rows else None


def _leaf(parent: Any, name: str, value: object) -> None:
    if value is not None:
        etree.SubElement(parent, name).text = _text(value)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime | date):
        return value.isoformat()
    return "".join(character for character in str(value) if character.isprintable())
