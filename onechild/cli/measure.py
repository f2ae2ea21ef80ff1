"""`onechild measures` lists what can be counted; `onechild measure` counts it and names the children behind it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onechild.cli.opening import day_of, extract_in, store_on
from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.knowledge.measures.behind import Behind
    from onechild.knowledge.measures.model import Figure, Measure
    from onechild.knowledge.measures.question import Moment

Row = dict[str, Any]
COUNTED = ("numerator", "denominator", "value")


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
    extract: Annotated[
        list[Path], typer.Option(help="The folder of an extract; give the option again to pool several councils.")
    ],
    as_at: Annotated[str | None, typer.Option(help="Counted at the end of this day, YYYY-MM-DD.")] = None,
    from_on: Annotated[str | None, typer.Option("--from", help="First day of the period.")] = None,
    to_on: Annotated[str | None, typer.Option("--to", help="Last day of the period.")] = None,
    by: Annotated[
        str | None, typer.Option(help="Break down: team, worker, age, ... or, of several extracts, council.")
    ] = None,
    who: Annotated[bool, typer.Option("--who", help="Name the children of the denominator, by id.")] = False,
    engine: Annotated[str, typer.Option(help="duckdb, postgres or spark.")] = "duckdb",
    work: Annotated[
        Path | None, typer.Option(help="Of Spark on a cluster: a folder that every worker reads and writes.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Count measures as at a day or over a period; of several councils each one's own, and of all together."""
    from onechild.knowledge.measures.catalogue import measure_called
    from onechild.knowledge.measures.question import moments_of

    asked = [measure_called(key) for key in keys]
    [moment] = moments_of(**_moments(as_at, from_on, to_on))
    _refuse_an_unknown_breakdown(by, asked, pooling=len(extract) > 1)
    councils = _councils(extract, (engine, work), asked, moment, by="" if by in (None, "council") else str(by), who=who)
    found = [_answer(one, moment, councils, by=by or "", who=who) for one in asked]
    if as_json:
        typer.echo(json.dumps(found if len(found) > 1 else found[0], ensure_ascii=False, indent=1))
    else:
        typer.echo("\n\n".join(_words(one, answer) for one, answer in zip(asked, found, strict=True)))


@dataclass
class _Council:
    """What one extract answered: figures and rows behind them by the key of the measure, and the names of teams."""

    name: str
    teams: dict[str, str]
    figures: dict[str, list[Figure]]
    behind: dict[str, list[Behind]]


def _councils(
    folders: list[Path], engine: tuple[str, Path | None], asked: list[Measure], moment: Moment, *, by: str, who: bool
) -> dict[str, _Council]:
    """Each extract in turn: opened, counted, closed."""
    from onechild.knowledge.measures.behind import behind
    from onechild.knowledge.measures.engine import together
    from onechild.knowledge.measures.model import Shape
    from onechild.knowledge.measures.preparing import prepare
    from onechild.knowledge.measures.question import Question

    found: dict[str, _Council] = {}
    for folder in folders:
        extract = extract_in(folder)
        name = extract.about.council_name or extract.about.council
        if name in found:
            raise CannotProceed(f"{folder} is of {name}, and so is an extract before it: pool different councils")
        with store_on(engine[0], extract, work=engine[1]) as store:
            question = Question(store, (moment,))
            for one in asked:
                question.refuse_what_cannot_be_counted(one)
            prepare(store, asked)
            rows = [one for one in asked if who or (len(folders) > 1 and one.shape is Shape.MEDIAN)]
            found[name] = _Council(
                name,
                {row["team_id"]: row["name"] for row in question.read("teams")},
                together(question, asked, by=by or None),
                behind(question, *rows) if rows else {},
            )
    return found


def _moments(as_at: str | None, from_on: str | None, to_on: str | None) -> Row:
    if as_at and not (from_on or to_on):
        return {"as_ats": [day_of(as_at, option="--as-at")]}
    if from_on and to_on and not as_at:
        return {"periods": [(day_of(from_on, option="--from"), day_of(to_on, option="--to"))]}
    raise CannotProceed("say when to count: --as-at DATE, or --from DATE and --to DATE")


def _refuse_an_unknown_breakdown(by: str | None, asked: list[Measure], *, pooling: bool) -> None:
    if by == "council":
        if not pooling:
            raise CannotProceed("--by council needs more than one --extract")
        return
    for one in asked:
        if by is not None and by not in one.breakdowns:
            raise CannotProceed(
                f"the measure {one.key} can be broken down by {' or '.join(one.breakdowns)}, not by {by}"
            )


def _answer(measure: Measure, moment: Moment, councils: dict[str, _Council], *, by: str, who: bool) -> Row:
    when = {"from": _iso(moment.from_on), "to": _iso(moment.to_on)} if moment.from_on else {"as_at": _iso(moment.to_on)}
    answer: Row = {"measure": measure.key, **when}
    answer["groups"] = [_group(one) for one in _figures(measure, councils, by)]
    if who:
        answer["children"] = [
            {**({"council": name} if len(councils) > 1 else {}), **_child(row, one.teams)}
            for name, one in councils.items()
            for row in one.behind[measure.key]
        ]
    return answer


def _figures(measure: Measure, councils: dict[str, _Council], by: str) -> list[Figure]:
    """One council's own figures; of several, those of all together, after each one's where that was asked."""
    from onechild.knowledge.measures.pooling import by_council, pooled

    parts = {name: one.figures[measure.key] for name, one in councils.items()}
    if len(parts) == 1:
        return next(iter(parts.values()))
    behind = [one.behind.get(measure.key, []) for one in councils.values()]
    if by == "council":
        return [*by_council(parts), *pooled(measure, parts, behind=behind)]
    return pooled(measure, parts, by=by, behind=behind)


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
        label = _label(group)
        lines.append(f"  {label}: {_figure_words(group, measure.value_unit)}")
    for child in answer.get("children", ()):
        counted = "counted" if child["counted"] else "not counted"
        lines.append(f"    {child['child_id']}  {counted}  {child['team'] or 'under no team'}")
    return "\n".join(lines)


def _label(group: Row) -> str:
    """What a group is called: its council, and its words; "In all" for the whole."""
    told = {name: value for name, value in group.items() if name not in COUNTED and not name.endswith(("_id", "_code"))}
    words = [value or ("Under no team" if name == "team" else "Not recorded") for name, value in told.items()]
    return ", ".join(words) or "In all"


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
