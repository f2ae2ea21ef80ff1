"""`onechild measures` lists what can be counted; `onechild measure` counts it and names the children behind it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onechild.cli.opening import day_of, extract_in, store_on
from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.knowledge.measures.behind import Behind
    from onechild.knowledge.measures.model import Figure, Measure
    from onechild.knowledge.measures.question import Question

Row = dict[str, Any]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(measures)
    app.command()(measure)


def measures(as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False) -> None:
    """List every measure with its key, title, source and standing."""
    from onechild.knowledge.measures.catalogue import TOPICS

    if as_json:
        listed = [_described(one, topic) for topic, found in TOPICS.items() for one in found]
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    for topic, found in TOPICS.items():
        typer.echo(f"{topic}\n")
        for one in found:
            typer.echo(f"  {one.key}  ({one.basis.value})\n      {one.title}. {one.says}")
            typer.echo(f"      Limit: {one.standing}. Source: {'; '.join(source.words for source in one.sources)}\n")


def measure(
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help="Measures by key; see `onechild measures`.")],
    extract: Annotated[Path, typer.Option(help="The folder of the extract.")],
    as_at: Annotated[str | None, typer.Option(help="Counted at the end of this day, YYYY-MM-DD.")] = None,
    from_on: Annotated[str | None, typer.Option("--from", help="First day of the period.")] = None,
    to_on: Annotated[str | None, typer.Option("--to", help="Last day of the period.")] = None,
    by: Annotated[str | None, typer.Option(help="Break down by team or worker.")] = None,
    who: Annotated[bool, typer.Option("--who", help="Name the children of the denominator, by id.")] = False,
    engine: Annotated[str, typer.Option(help="duckdb, postgres or spark.")] = "duckdb",
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Count measures as at a day or over a period."""
    from onechild.knowledge.measures.catalogue import measure_called
    from onechild.knowledge.measures.preparing import prepare
    from onechild.knowledge.measures.question import Question, moments_of

    asked = [measure_called(key) for key in keys]
    moments = moments_of(**_moments(as_at, from_on, to_on))
    _refuse_an_unknown_breakdown(by, asked)
    with store_on(engine, extract_in(extract)) as store:
        question = Question(store, moments)
        for one in asked:
            question.refuse_what_cannot_be_counted(one)
        prepare(store, asked)
        found = [_answer(question, one, by=by, who=who) for one in asked]
    if as_json:
        typer.echo(json.dumps(found if len(found) > 1 else found[0], ensure_ascii=False, indent=1))
    else:
        typer.echo("\n\n".join(_words(one, answer) for one, answer in zip(asked, found, strict=True)))


def _moments(as_at: str | None, from_on: str | None, to_on: str | None) -> Row:
    if as_at and not (from_on or to_on):
        return {"as_ats": [day_of(as_at, option="--as-at")]}
    if from_on and to_on and not as_at:
        return {"periods": [(day_of(from_on, option="--from"), day_of(to_on, option="--to"))]}
    raise CannotProceed("say when to count: --as-at DATE, or --from DATE and --to DATE")


def _refuse_an_unknown_breakdown(by: str | None, asked: list[Measure]) -> None:
    for one in asked:
        if by is not None and by not in one.breakdowns:
            raise CannotProceed(
                f"the measure {one.key} can be broken down by {' or '.join(one.breakdowns)}, not by {by}"
            )


def _answer(question: Question, measure: Measure, *, by: Any, who: bool) -> Row:
    from onechild.knowledge.measures.behind import behind
    from onechild.knowledge.measures.engine import figures

    [moment] = question.moments
    when = {"from": _iso(moment.from_on), "to": _iso(moment.to_on)} if moment.from_on else {"as_at": _iso(moment.to_on)}
    answer: Row = {"measure": measure.key, **when}
    answer["groups"] = [_group(one) for one in figures(question, measure, by=by)]
    if who:
        names = {row["team_id"]: row["name"] for row in question.read("teams")}
        answer["children"] = [_child(row, names) for row in behind(question, measure)[measure.key]]
    return answer


def _group(figure: Figure) -> Row:
    counted = {"numerator": figure.numerator, "denominator": figure.denominator, "value": _rounded(figure.value)}
    return {**dict(figure.group), **counted}


def _child(row: Behind, teams: dict[str, str]) -> Row:
    """Ids, never names. The worker is there for measures of caseload."""
    child: Row = {"child_id": row.child_id, "counted": row.counted, "counted_on": _iso(row.counted_on)}
    if row.worker_id:
        child["worker_id"] = row.worker_id
    return {**child, "team": teams.get(row.team_id or ""), "row": row.row_id}


def _words(measure: Measure, answer: Row) -> str:
    when = f"as at {answer['as_at']}" if "as_at" in answer else f"from {answer['from']} to {answer['to']}"
    lines = [f"{measure.title}, {when}, in {measure.value_unit}", f"  {measure.says}"]
    for group in answer["groups"]:
        label = group.get("team", group.get("worker", "In all")) or "Under no team"
        lines.append(f"  {label}: {_figure_words(group, measure.value_unit)}")
    for child in answer.get("children", ()):
        counted = "counted" if child["counted"] else "not counted"
        lines.append(f"    {child['child_id']}  {counted}  {child['team'] or 'under no team'}")
    return "\n".join(lines)


def _figure_words(group: Row, unit: str) -> str:
    if group["value"] is None:
        whole = "an unknown number" if group["denominator"] is None else group["denominator"]
        return f"no value ({group['numerator']} of {whole})"
    if group["denominator"] is None:
        return f"{group['value']}"
    shown = f"{group['value']:.1%}" if unit.startswith("share") else f"{group['value']:g}"
    return f"{shown} ({group['numerator']} of {group['denominator']})"


def _described(measure: Measure, topic: str) -> Row:
    return {
        "key": measure.key,
        "title": measure.title,
        "topic": topic,
        "basis": measure.basis.value,
        "shape": measure.shape.value,
        "unit": measure.value_unit,
        "better": measure.better.value,
        "definition": measure.says,
        "why_it_matters": measure.why_it_matters,
        "source": "; ".join(source.words for source in measure.sources),
        "confidence": measure.sources[0].confidence,
        "standing": measure.standing,
        "clock": measure.clock or None,
        "breakdowns": list(measure.breakdowns),
        "checked_by": measure.checked_by or None,
        "review_by": measure.review_by.isoformat(),
        "version": measure.version,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
