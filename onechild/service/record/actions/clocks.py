"""Keeps the obligations in step with the record: every write renews its children, and a nightly check finds nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.db import connection, transaction

from onechild.knowledge.clocks import live
from onechild.knowledge.clocks.live import Changes
from onechild.knowledge.clocks.standards import InForce, read_standards
from onechild.knowledge.clocks.terms import read_terms
from onechild.knowledge.silence import live as silence
from onechild.knowledge.workdays.schools import SchoolTerms
from onechild.service.record.models import Child, SchoolTerm, Setting

OnStep = Callable[[str], None]


def renew(child_ids: Iterable[str]) -> Changes:
    """Work out the obligations of these children again, in the transaction that wrote their rows.

    This function will lock the children in the order of their ids, as every write does before it writes anything.
    Where a clock is asked for the first time, a rebuild of all children is asked for as well.
    """
    asked = sorted(set(child_ids))
    list(Child.every.select_for_update(no_key=True).filter(pk__in=asked).order_by("pk").values_list("pk"))
    with connection.cursor() as cursor:
        changes = live.renew(cursor, asked)
        silence.renew(cursor, asked)
        if not changes.complete:
            cursor.callproc("record_ask_for_rebuild")
    return changes


def renew_others(ids: Iterable[str]) -> Changes:
    """Work out the obligations of households, workers, applications, adopters and cases again, by their ids.

    The caller has locked the rows of these subjects in the order of their ids.
    """
    with connection.cursor() as cursor:
        changes = live.renew_others(cursor, sorted(set(ids)))
        if not changes.complete:
            cursor.callproc("record_ask_for_rebuild")
    return changes


def settings_changed() -> None:
    """Ask for a rebuild, after a write to the council's settings; until it is done `rebuild_needed` says so."""
    with connection.cursor() as cursor:
        cursor.callproc("record_ask_for_rebuild")


def rebuild_needed() -> bool:
    """This function will say whether the obligations still wait for a rebuild; pages that show them say so."""
    with connection.cursor() as cursor:
        cursor.callproc("record_rebuild_needed")
        return bool(cursor.fetchone()[0])


def rebuild(on_step: OnStep = lambda words: None) -> Changes:
    """Bring functions and law up to date, and work out the obligations of all children again, in one transaction.

    For jobs, loads and the command line, which own the database. Reading goes on; whoever saves waits.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.callproc("record_rebuild_done")  # first: what is asked for from here on stays asked for
        _up_to_date(cursor, on_step)
        on_step("working out every child's duties")
        return live.rebuild(cursor)


def catch_up(on_step: OnStep = lambda words: None) -> bool:
    """Rebuild where the program, the law or the settings are not those that the obligations were made with.

    For the start of the service, and for the job that a changed setting asks for; says whether there was need.
    """
    with connection.cursor() as cursor:
        if not rebuild_needed() and not live.behind(cursor, standards(), terms=school_terms()):
            return False
    rebuild(on_step)
    return True


def differences(child_ids: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """This function will return what a rebuild would change, of these children or of all: one row an obligation."""
    with transaction.atomic(), connection.cursor() as cursor:
        return live.differences(cursor, child_ids)


def check_clocks() -> list[str]:
    """This function will rebuild every night what should need no rebuilding, and say in a line each what differed.

    A line names the clock and how it differed, and no child: it may be written to a log.
    """
    with transaction.atomic():
        found = differences()
        if found:
            rebuild()
    return [f"{row['clock']}: {row['difference']}" for row in found]


def renew_after_load(child_ids: Collection[str], *, settings: bool, others: bool = False) -> Changes:
    """Renew the children that a load wrote; all of them, where that is quicker or a standard is another (`settings`;
    a school term is one).

    The load holds other writers back, so that no child need be locked.
    """
    with connection.cursor() as cursor:
        silence.renew_all(cursor)
        another_law = settings and live.load_law(cursor, standards(), terms=school_terms())
        if not another_law and len(child_ids) * 2 <= Child.every.count() and not live.awaits_rebuild(cursor):
            changes = live.renew(cursor, child_ids)
            if changes.complete:
                if others:
                    live.rebuild_others(cursor)
                return changes
        cursor.callproc("record_rebuild_done")
        live.load_law(cursor, standards(), terms=school_terms())
        return live.rebuild(cursor)


def standards() -> tuple[InForce, ...]:
    """This function will return the council's own standards as the record has them."""
    columns = ("setting", "value", "team_id", "role", "started_on", "ended_on")
    return read_standards(Setting.objects.values(*columns))


def school_terms() -> SchoolTerms | None:
    """This function will return the terms of the council's schools as the record has them; None where it has none."""
    return read_terms(SchoolTerm.objects.values("name", "started_on", "ended_on"))


def _up_to_date(cursor: Any, on_step: OnStep) -> None:
    set_here, terms = standards(), school_terms()
    behind = live.behind(cursor, set_here, terms=terms)
    if "functions" in behind:
        on_step("putting in the clocks")
        live.install(cursor)
    if "functions" in behind or "law" in behind:
        on_step("counting the days of the law")
        live.load_law(cursor, set_here, terms=terms)
