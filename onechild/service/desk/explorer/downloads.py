"""A view as a file: every figure of it in one tidy table, as CSV or as an Excel workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import xlsxwriter

from onechild.knowledge.benchmarks.beside import mean_of
from onechild.knowledge.benchmarks.model import ENGLAND, Area, PublishedMeasure, Value
from onechild.knowledge.benchmarks.reading import LICENCE, area, sources
from onechild.knowledge.benchmarks.words import NOTES, WHY, unit_words, year_words
from onechild.service.desk.explorer.asked import Asked
from onechild.service.desk.explorer.comparing import MEAN_NAME

HEADS = ("Measure", "Unit", "Area", "Area code", "Year", "Period", "Value", "Note", "Source", "Edition", "Definition")
WIDTHS = (40, 14, 34, 10, 8, 28, 12, 44, 40, 30, 80)
Row = tuple[str | int | float | None, ...]


def rows(asked: Asked) -> Iterator[Row]:
    """This function will return every figure of a view: its areas, and the mean of the neighbours chosen."""
    places = [asked.council, area(ENGLAND), area(asked.council.region), *asked.neighbours, *asked.others]
    for measure in asked.measures:
        series, years = asked.series(measure), asked.years_of(measure)
        for place in dict.fromkeys(places):
            yield from (_row(measure, place.name, place.code, year, series.at(place.code, year)) for year in years)
        for year in years:
            mean = mean_of(series, [one.code for one in asked.neighbours], year)
            note = f"unweighted mean of {mean.counted} of {mean.out_of} councils; not an official figure"
            yield _row(measure, MEAN_NAME, "", year, Value(mean.value, "no row"), note=note)


def as_csv(asked: Asked) -> str:
    """This function will return a view as CSV, with a byte order mark so that Excel reads its letters."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADS)
    writer.writerows(("" if cell is None else cell for cell in row) for row in rows(asked))
    return "\ufeff" + out.getvalue()


def as_xlsx(asked: Asked, *, address: str) -> bytes:
    """This function will return a view as a workbook: the figures, and a sheet that says where they are from."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("Figures")
        sheet.freeze_panes(1, 0)
        for column, (text, width) in enumerate(zip(HEADS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, text, head)
        for place, row in enumerate(rows(asked), start=1):
            sheet.write_row(place, 0, ["" if cell is None else cell for cell in row])
        about = book.add_worksheet("About these figures")
        about.set_column(0, 0, 120)
        for place, text in enumerate(_about(asked, address)):
            about.write_string(place, 0, text, head if place == 0 else None)
    return out.getvalue()


def file_name(asked: Asked, ending: str) -> str:
    """This function will return a file's name that says what is in it."""
    return f"published-figures-{asked.council.code}-{asked.first}-{asked.last}.{ending}"


def _row(measure: PublishedMeasure, name: str, code: str, year: int, value: Value, *, note: str = "") -> Row:
    source = sources()[measure.source]
    return (
        measure.title,
        unit_words(measure),
        name,
        code,
        year,
        year_words(measure, year),
        value.value,
        note or _note(value, code, year),
        f"{source.publisher}, {source.title}",
        source.edition,
        measure.counts,
    )


def _note(value: Value, code: str, year: int) -> str:
    if value.value is not None:
        return NOTES.get(value.shown, "")
    return "no such council then" if not _stood(area(code), year) else WHY[value.shown]


def _stood(place: Area, year: int) -> bool:
    return (place.first_year or 0) <= year <= (place.last_year or 9999)


def _about(asked: Asked, address: str) -> Iterator[str]:
    yield f"Published figures of {asked.council.name} beside England, its region and similar councils"
    yield f"This view: {address}"
    yield LICENCE
    for key in dict.fromkeys(one.source for one in asked.measures):
        source = sources()[key]
        yield f"{source.publisher}, {source.title}, {source.edition}. {source.address}"
    yield "An empty value is one that was not published: the note says why. It is never nought."
