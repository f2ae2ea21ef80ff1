"""Turns the raw rows of a streamed census into standard tables, parents first, so that rows inside find their keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.cin_census import layout
from onechild.knowledge.formats.cin_census.shredding import Raw
from onechild.knowledge.formats.cin_census.streaming import Streamed
from onechild.knowledge.formats.converting import REFUSED, Cells, Converted, convert, tally
from onechild.knowledge.formats.model import FileCount, Finding
from onechild.knowledge.formats.values import ISO
from onechild.knowledge.formats.wording import counted
from onechild.knowledge.tables.contract import TABLES

_UPN_KINDS = ("upn", "former_upn")
_NO_KEY = pa.scalar(None, pa.string())


@dataclass
class Made:
    """The standard tables of one census file, with its counts and what was put aside or noted."""

    count: FileCount
    tables: dict[str, list[pa.Table]] = field(default_factory=dict)
    quarantine: list[dict[str, object]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass
class _Done:
    """A part converted: the keys, places and children of its raw rows, for the parts inside it."""

    converted: Converted
    places: pa.Array
    child: pa.Array
    referral: pa.Array


class _Maker:
    """Converts the parts of one file, one after another."""

    def __init__(self, streamed: Streamed, *, file: str, on: date | None) -> None:
        self.raw = streamed.raw
        self.file = file
        self.on = on
        self.made = Made(FileCount(file, layout.NAME))
        self.done: dict[str, _Done] = {}

    def convert(self, part: layout.Part, **more: object) -> _Done:
        """Convert one part's rows to its table; `more` holds whole columns that are made and not read."""
        raw = self.raw[part.element]
        parent = self.done.get(part.parent)
        places = _places(raw, parent.places if parent else None, self.file)
        child = parent.child.take(raw.parent) if parent else raw.columns[".child_id"].combine_chunks()
        columns = {"child_id": Cells(child, "LAchildID")} | _cells(raw)
        fixed = {name: value for name, value in more.items() if not isinstance(value, Cells)}
        columns |= {name: value for name, value in more.items() if isinstance(value, Cells)}
        converted = self.put(part.table, columns, places, raw.line, fixed)
        tally(self.made.count, converted.verdicts)
        if parent and part.table != "disabilities":
            self._note_unlinked(part, raw, parent, converted)
        referral = converted.keys if part is layout.REFERRAL else self._referral(raw, parent)
        done = _Done(converted, places, child, referral)
        if any(other.parent == part.element for other in layout.PARTS):
            self.done[part.element] = done
        del self.raw[part.element]
        return done

    def put(
        self,
        table: str,
        columns: dict[str, Cells],
        places: pa.Array,
        lines: pa.Array,
        fixed: dict[str, object],
    ) -> Converted:
        """Convert cells to a table and keep what came of it; the rows are counted by whoever knows what a row is."""
        found = convert(
            table=table,
            columns=columns,
            fixed=fixed,
            file=self.file,
            source=layout.NAME,
            places=places,
            lines=lines,
            on=self.on,
            places_name_file=True,
        )
        self.made.tables.setdefault(table, []).append(found.rows)
        self.made.quarantine += found.quarantine
        self.made.findings += found.findings
        self.made.count.values_refused += found.values_refused
        return found

    def parent_keys(self, part: layout.Part) -> pa.Array:
        """The key of each raw row's parent row, null where that was put aside."""
        return self.done[part.parent].converted.keys.take(self.raw[part.element].parent)

    def referral_keys(self, part: layout.Part) -> pa.Array:
        """The key of the referral that each raw row lies in."""
        return self.done[part.parent].referral.take(self.raw[part.element].parent)

    def _referral(self, raw: Raw, parent: _Done | None) -> pa.Array:
        return parent.referral.take(raw.parent) if parent else pa.nulls(len(raw.parent), pa.string())

    def _note_unlinked(self, part: layout.Part, raw: Raw, parent: _Done, converted: Converted) -> None:
        lost = pc.and_(pc.is_null(parent.converted.keys.take(raw.parent)), pc.less(converted.verdicts, REFUSED))
        if number := pc.sum(lost).as_py():
            words = f"{part.element}: {counted(number, 'row')} kept, though the {part.parent} around was put aside"
            self.made.findings.append(Finding("unlinked", part.table, words))


def make_tables(streamed: Streamed, *, file: str, on: date | None) -> Made:
    """Convert a streamed census; codes must be valid on `on`, the reference date (None: any code ever valid)."""
    maker = _Maker(streamed, file=file, on=on)
    _children(maker)
    maker.convert(layout.DISABILITY)
    maker.convert(layout.REFERRAL)
    link = maker.referral_keys
    assessment = maker.convert(
        layout.ASSESSMENT,
        referral_id=Cells(link(layout.ASSESSMENT)),
        assessment_kind="child_and_family",
    )
    authorised = _by_raw_row(assessment.converted, "ended_on").take(maker.raw["AssessmentFactors"].parent)
    assessed = Cells(maker.parent_keys(layout.FACTOR), "Assessments", lacking="the assessment it lies in was put aside")
    maker.convert(layout.FACTOR, assessment_id=assessed, happened_on=Cells(authorised))
    maker.convert(layout.IN_NEED_PLAN, referral_id=Cells(link(layout.IN_NEED_PLAN)))
    conferences = _enquiries(maker)
    _plans(maker, conferences)
    _pre_proceedings(maker)
    return maker.made


def _children(maker: _Maker) -> None:
    raw = maker.raw["Child"]
    numbers = {kind: raw.columns.pop(f"identifiers.{kind}").combine_chunks() for kind in _UPN_KINDS}
    done = maker.convert(layout.CHILD)
    _one_birth(maker)
    known = pc.is_valid(done.child)
    for kind, values in numbers.items():
        filled = pc.and_(known, pc.is_valid(pc.if_else(pc.equal(values, ""), None, values)))
        columns = {"child_id": Cells(done.child.filter(filled)), "value": Cells(values.filter(filled), kind)}
        fixed: dict[str, object] = {"identifier_kind": kind}
        maker.put("identifiers", columns, done.places.filter(filled), raw.line.filter(filled), fixed)


def _one_birth(maker: _Maker) -> None:
    """A child who was born is expected no longer: where the file says both, the date of birth is kept."""
    rows = maker.made.tables["children"].pop()
    both = pc.and_(pc.is_valid(rows.column("born_on")), pc.is_valid(rows.column("expected_on")))
    for row in rows.filter(both).to_pylist():
        words = f"it says both a birth on {row['born_on']} and one expected on {row['expected_on']}; the first is kept"
        finding = Finding("conflict", "children", words, row["child_id"], row["child_id"])
        maker.made.findings.append(finding)
    position = rows.schema.get_field_index("expected_on")
    expected = pc.if_else(both, pa.scalar(None, pa.date32()), rows.column("expected_on"))
    maker.made.tables["children"].append(rows.set_column(position, rows.schema.field(position), expected))


def _enquiries(maker: _Maker) -> pa.Array:
    """Enquiries and the initial conferences: one conference for a child and a day, the enquiry's before the referral's.

    Returns the keys of the conferences.
    """
    raw = maker.raw["Section47"]
    held = raw.columns.pop("conferences.happened_on").combine_chunks()
    done = maker.convert(layout.ENQUIRY, referral_id=Cells(maker.referral_keys(layout.ENQUIRY)))
    filled = pc.greater(pc.utf8_length(pc.utf8_trim_whitespace(held)), 0)
    given = pc.fill_null(pc.and_(pc.is_valid(done.child), filled), False)
    target = _by_raw_row(done.converted, "conference_target_on")
    columns = {
        "child_id": Cells(done.child.filter(given), "LAchildID"),
        "happened_on": Cells(held.filter(given), "DateOfInitialCPC", forms=(ISO,)),
        "enquiry_id": Cells(done.converted.keys.filter(given)),
        "referral_id": Cells(done.referral.filter(given)),
        "target_on": Cells(target.filter(given)),
    }
    before = len(maker.made.quarantine)
    maker.put("conferences", columns, done.places.filter(given), raw.line.filter(given), {"conference_kind": "initial"})
    _recount(maker, done, maker.made.quarantine[before:])
    _conferences_of_referrals(maker, enquired=done.referral)
    maker.made.tables["conferences"] = [_one_a_day(pa.concat_tables(maker.made.tables["conferences"]))]
    return maker.made.tables["conferences"][0].column("conference_id")


def _recount(maker: _Maker, done: _Done, faults: list[dict[str, object]]) -> None:
    """A value refused in the second table of a row makes the row a part, where the first had it whole."""
    places = pa.array([str(fault["source_row"]) for fault in faults], pa.string())
    whole = pc.equal(done.converted.verdicts, 0)
    again = pc.sum(pc.and_(whole, pc.is_in(done.places, value_set=places))).as_py() or 0
    maker.made.count.whole -= again
    maker.made.count.part += again
    for fault in faults:
        fault["row_refused"], fault["row_values"] = False, None


def _conferences_of_referrals(maker: _Maker, *, enquired: pa.Array) -> None:
    """A conference that the referral names is a transfer in, unless the referral is one of those `enquired` into.

    DfE, CIN census: a family that moves in on a plan has its conference without an enquiry of this council.
    """
    referrals = maker.done["CINdetails"].converted.rows
    held = referrals.filter(pc.is_valid(referrals.column("conference_on")))
    count = held.num_rows
    kind = pc.if_else(pc.is_in(held.column("referral_id"), value_set=enquired), "initial", "transfer_in")
    columns = {
        "conference_id": _conference_key(held.column("child_id"), kind, held.column("conference_on")),
        "child_id": held.column("child_id"),
        "happened_on": held.column("conference_on"),
        "conference_kind": kind,
        "referral_id": held.column("referral_id"),
        "source": held.column("source"),
        "source_row": held.column("source_row"),
    }
    schema = TABLES["conferences"].schema
    arrays = [columns.get(name, pa.nulls(count, schema.field(name).type)) for name in schema.names]
    maker.made.tables["conferences"].append(pa.table(arrays, schema=schema))


def _one_a_day(conferences: pa.Table) -> pa.Table:
    """Keep the first row of each child and day: several enquiries, and their referral, may name one conference."""
    child, kind, day = (conferences.column(name) for name in ("child_id", "conference_kind", "happened_on"))
    coded = _conference_key(child, "", day).combine_chunks().dictionary_encode().indices
    rows = pa.table({"key": coded, "row": pa.array(range(len(coded)), pa.int64())})
    first = rows.group_by("key").aggregate([("row", "min")]).column("row_min").combine_chunks()
    kept = first.take(pc.sort_indices(first))
    one = conferences.take(kept)
    position = one.schema.get_field_index("conference_id")
    return one.set_column(position, one.schema.field(position), _conference_key(child, kind, day).take(kept))


def _conference_key(child: pa.ChunkedArray, kind: str | pa.ChunkedArray, day: pa.ChunkedArray) -> pa.ChunkedArray:
    """As formats.keys makes it of the conference's natural key."""
    return pc.binary_join_element_wise(child, "conferences", kind, day.cast(pa.string()), "/")


def _plans(maker: _Maker, conferences: pa.Array) -> None:
    """Plans, linked to the conference held on the day they began, and their review conferences."""
    referral = Cells(maker.referral_keys(layout.PROTECTION_PLAN))
    done = maker.convert(layout.PROTECTION_PLAN, referral_id=referral)
    plans = maker.made.tables["child_protection_plans"].pop()
    known = conferences.combine_chunks()
    child, began = plans.column("child_id"), plans.column("started_on")
    keys = [_conference_key(child, kind, began) for kind in ("initial", "transfer_in")]
    linked = pc.coalesce(*(pc.if_else(pc.is_in(key, value_set=known), key, _NO_KEY) for key in keys))
    position = plans.schema.get_field_index("conference_id")
    plans = plans.set_column(position, plans.schema.field(position), linked)
    maker.made.tables["child_protection_plans"].append(plans)
    _say_led_to_plan(maker, linked)
    parent = maker.raw["CPPreviewDate"].parent
    maker.convert(
        layout.REVIEW,
        conference_kind="review",
        plan_id=Cells(done.converted.keys.take(parent)),
        referral_id=Cells(done.referral.take(parent)),
    )


def _say_led_to_plan(maker: _Maker, linked: pa.ChunkedArray) -> None:
    """An initial conference on whose day a plan began led to it; where none began, the census does not say."""
    held = maker.made.tables["conferences"].pop()
    led = pc.is_in(held.column("conference_id"), value_set=linked.drop_null().combine_chunks())
    position = held.schema.get_field_index("led_to_plan")
    held = held.set_column(position, held.schema.field(position), pc.if_else(led, True, None).cast(pa.bool_()))
    maker.made.tables["conferences"].append(held)


def _pre_proceedings(maker: _Maker) -> None:
    done = maker.convert(layout.PRE_PROCEEDINGS, referral_id=Cells(maker.referral_keys(layout.PRE_PROCEEDINGS)))
    rows = done.converted.rows
    position = rows.schema.get_field_index("ended_on")
    ended = rows.set_column(position, rows.schema.field(position), rows.column("decided_on"))
    maker.made.tables["pre_proceedings"] = [ended]
    for found in pc.value_counts(rows.column("outcome_words").drop_null().combine_chunks()).to_pylist():
        words = f"PPOutcome holds {found['values']} in {counted(found['counts'], 'row')}; no list of its codes is out"
        maker.made.findings.append(Finding("unknown_code", "pre_proceedings", f"{words}, so it is kept as it stands"))


def _cells(raw: Raw) -> dict[str, Cells]:
    cells = {}
    names = {leaf.column: leaf.element for leaf in reversed(raw.part.leaves)} or {raw.part.text: raw.part.element}
    for slot, values in raw.columns.items():
        column = slot.partition(".")[2]
        cells[column] = Cells(values, names[column], forms=(ISO,))
    return cells


def _places(raw: Raw, parent: pa.Array | None, file: str) -> pa.Array:
    """The file and the element path of each row, from Child down: "a.xml Child[3]/CINdetails[1]/Assessments[2]"."""
    ordinal = raw.ordinal.cast(pa.string())
    element = f"{raw.part.path}{raw.part.element}["
    if parent is None:
        return pc.binary_join_element_wise(f"{file} {element}", ordinal, "]", "")
    return pc.binary_join_element_wise(parent.take(raw.parent), f"/{element}", ordinal, "]", "")


def _by_raw_row(converted: Converted, column: str) -> pa.Array:
    """A column of the rows kept, spread over the raw rows: null where a row was refused."""
    values = converted.rows.column(column).combine_chunks()
    if len(values) == len(converted.verdicts):
        return values
    kept = pc.not_equal(converted.verdicts, pa.scalar(REFUSED, pa.uint8()))
    return pc.replace_with_mask(pa.nulls(len(kept), values.type), kept, values)
