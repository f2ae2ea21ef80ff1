"""What the pages of published figures show: the figure as it was told, the same one now, and who changed and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.published.again import as_rows
from onechild.knowledge.measures.published.comparing import Changed, Why, differing, explained
from onechild.knowledge.measures.published.definition import changed_since
from onechild.knowledge.measures.published.reading import tables_read
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.reports.values import parts_words, value_words
from onechild.knowledge.reports.words import full_date
from onechild.service.access.viewer import Request
from onechild.service.desk.links import child_page
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Fact, Table
from onechild.service.record.models import PublishedFigure
from onechild.service.record.queries.figures import StoredAnswers
from onechild.service.record.queries.names import heads
from onechild.service.record.queries.published.changes import changes_since, settings_changed_since
from onechild.service.record.queries.published.reading import how_many, rows_then

SIZE = 25
LISTED = 50
NEWEST = ("-published_at", "published_id")
WORDS = {
    Why.LATE: "recorded after the figure was counted",
    Why.CORRECTED: "corrected since",
    Why.GONE: "gone from its source",
    Why.BACK: "back in its source",
    Why.LINKED: "two records linked as one child",
    Why.UNLINKED: "two linked records parted again",
    Why.ERASED: "the record was erased",
    Why.SETTING: "a setting of the council changed",
    Why.DEFINITION: "the definition changed",
    Why.UNKNOWN: "no change to this record explains it: something it is counted beside has changed",
}


def list_context(request: Request) -> dict[str, Any]:
    """This function will return what the list shows: 3 queries."""
    found = PublishedFigure.objects.prefetch_related("uses").order_by(*NEWEST)
    measure = MEASURES.get(request.GET.get("measure", ""))
    page = page_asked(request.GET, found.filter(measure=measure.key) if measure else found, size=LISTED)
    rows = [
        [
            Cell(text=one.title, href=reverse("published-figure", args=[one.pk]), note=one.pk),
            _when(one),
            told_words(one),
            "; ".join(use.for_what for use in one.uses.all()),
            full_date(one.published_at.date()),
        ]
        for one in page
    ]
    columns = [Column("Figure"), Column("Of"), Column("As told"), Column("Told in"), Column("Published")]
    return {
        "measure": measure,
        "page": page,
        "table": Table(
            label="Published figures",
            columns=columns,
            rows=rows,
            kind="stack",
            empty="No figure has been published yet. A figure is published from its own page, and by every report.",
        ),
    }


def one_context(request: Request, published: PublishedFigure) -> dict[str, Any]:
    """This function will return what the page of one published figure shows; what it names is noted as seen."""
    measure = MEASURES.get(published.measure)
    when = Moment(published.from_on, published.to_on)
    answers = StoredAnswers()
    now = answers.one(measure, when) if measure else None
    definition = changed_since(measure, version=published.version, mark=published.mark)
    many = how_many(published)
    context: dict[str, Any] = {
        "published": published,
        "when": _when(published),
        "told": told_words(published),
        "now": _words(measure, now.numerator, now.denominator, now.value) if measure and now else "",
        "same": now is not None and (now.numerator, now.denominator) == (published.numerator, published.denominator),
        "definition_changed": definition,
        "facts": _facts(published),
        "groups": _groups(published, measure),
        "uses": list(published.uses.all()),
        "many": many,
        # Somebody barred from a child is told of no gap: for them the child was never there.
        "erased": 0 if answers.variant else published.rows - many.behind,
        "kept_now": now is not None,
        "address": request.build_absolute_uri(request.path),
        "measure_page": f"{reverse('measure', args=[published.measure])}?at={published.to_on}" if measure else "",
    }
    if measure is None or now is None:
        return context
    changed = _changed(request, published, measure, when, answers, definition)
    page = page_asked(request.GET, changed, size=SIZE)
    shown = list(page)
    names = heads([one.child_id for one in shown if one.child_id], today=request.today)
    if names:
        request.seen(list(names), what=f"children who changed behind a published figure: {published.title}")
    counts = Counter(why for one in changed for why in one.why)
    return context | {
        "changed": len(changed),
        "why": [Fact(name=WORDS[why].capitalize(), value=f"{count:,}") for why, count in counts.most_common()],
        "page": page,
        "table": Table(
            label="Children whose part in the figure is another now",
            columns=[Column("Child"), Column("Then and now"), Column("Why"), Column("Changes")],
            rows=[_row(one, names) for one in shown],
            kind="stack",
            empty="The same rows stand behind both, as far as you may open them.",
        ),
    }


def told_words(published: PublishedFigure) -> str:
    """This function will return the figure as it was told, in words."""
    measure = MEASURES.get(published.measure)
    return _words(measure, published.numerator, published.denominator, published.value)


def _words(measure: Measure | None, numerator: float, denominator: float | None, value: float | None) -> str:
    if measure is None:
        return f"{numerator:g}" + ("" if denominator is None else f" of {denominator:g}")
    parts = parts_words(measure, numerator, denominator)
    return value_words(measure, numerator, denominator, value) + (f" ({parts})" if parts else "")


def _changed(
    request: Request,
    published: PublishedFigure,
    measure: Measure,
    when: Moment,
    answers: StoredAnswers,
    definition: str,
) -> Sequence[Changed]:
    """The rows that the viewer may open, then and now; what others' rows did is not said."""
    teams = published.by in ("team", "worker")
    then, now = rows_then(published), as_rows(answers.behind(measure, when))
    found = differing(then, now, teams=teams)
    if not found:
        return []
    children = {child_id for child_id in found if child_id}
    tables = tables_read(measure, today=request.today, teams=teams)
    changes = changes_since(children, published.known_at, tables=tables)
    otherwise = [Why.DEFINITION] if definition else []
    otherwise += [Why.SETTING] if settings_changed_since(published.known_at) else []
    return explained(found, changes, otherwise=otherwise)


def _row(one: Changed, names: Any) -> list[object]:
    head = names.get(one.child_id)
    who = Cell(text=head.name, href=child_page(head.la_child_id)) if head else "A row without a child"
    said = [
        f"{change.table.replace('_', ' ').capitalize()}: {WORDS[change.why]}"
        + (f" ({', '.join(name.replace('_', ' ') for name in change.changed)})" if change.changed else "")
        + (f", {full_date(change.at.date())}" if change.at else "")
        + f", by {change.by}: {change.words}"
        for change in one.changes[:3]
    ]
    return [
        who,
        "; ".join(did.value for did in one.did).capitalize(),
        "; ".join(WORDS[why] for why in one.why).capitalize(),
        ". ".join(said),
    ]


def _facts(published: PublishedFigure) -> list[Fact]:
    told = published.definition
    known_at = localtime(published.known_at)
    known = f"{full_date(known_at.date())}, {known_at:%H:%M:%S}"
    many = "One change" if published.change_sets == 1 else f"{published.change_sets:,} changes"
    return [
        Fact(name="What it counted", value=published.says),
        *([Fact(name="Left out", value=told["excludes"])] if told.get("excludes") else []),
        Fact(name="Version of the definition", value=str(published.version), note="; ".join(told.get("sources", ()))),
        Fact(name="As known at", value=known, note=f"{many} to the record had taken effect by then."),
        Fact(name="Rows behind it", value=f"{published.rows:,}"),
    ]


def _groups(published: PublishedFigure, measure: Measure | None) -> Table | None:
    if not published.groups:
        return None
    rows = [
        [group["label"] or group["worker_id"] or "None recorded", _words(measure, *_three(group))]
        for group in published.groups
    ]
    return Table(
        label="As it was told, by group", columns=[Column("Group"), Column("As told")], rows=rows, kind="scroll"
    )


def _three(group: dict[str, Any]) -> tuple[float, float | None, float | None]:
    return group["numerator"], group["denominator"], group["value"]


def _when(published: PublishedFigure) -> str:
    if published.from_on is None:
        return f"at {full_date(published.to_on)}"
    return f"from {full_date(published.from_on)} to {full_date(published.to_on)}"
