"""A published figure is the same to the child however much is entered late; what changed since is named, with why."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.moments import twelve_months_to
from onechild.knowledge.measures.published.comparing import Change, Changed, Did, Why
from onechild.knowledge.measures.question import Moment
from onechild.service.access.models import User
from onechild.service.exchange.figures.computing import compute
from onechild.service.exchange.published.again import DefinitionChanged, compare, reproduce
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.links import link
from onechild.service.record.actions.published.publishing import NotKept, publish
from onechild.service.record.models import (
    Child,
    ChildProtectionPlan,
    PublishedFigure,
    PublishedFigureChild,
    PublishedUse,
    Referral,
    Visit,
)
from tests.service.exchange.own_record import own_record
from tests.service.template import TODAY

OCTOBER = date(2026, 10, 31)
SIX = datetime(2026, 11, 21, 6, tzinfo=UTC)
RE_REFERRALS, REFERRALS, ON_TIME = "re-referrals-in-12-months", "referrals", "child-protection-visits-due-in-time"
TOLD = (RE_REFERRALS, REFERRALS, ON_TIME)
LATE_ENTRIES = 200


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, PublishedFigure]]:
    """A copy of the record, to which the tests of this module commit, with figures published from it."""
    with django_db_blocker.unblock(), own_record("published_figures"):
        compute(as_at=TODAY, now=SIX, months=2, measures=[MEASURES[key] for key in TOLD])
        yield {key: _publish(key) for key in TOLD}


def _publish(key: str, when: Moment | None = None) -> PublishedFigure:
    return publish(
        measure=MEASURES[key],
        when=when or twelve_months_to(OCTOBER),
        for_what="Scrutiny committee",
        who="a test",
        now=SIX,
    )


def test_the_same_figure_told_again_is_kept_once_with_two_uses(told: dict[str, PublishedFigure]) -> None:
    again = publish(
        measure=MEASURES[REFERRALS],
        when=twelve_months_to(OCTOBER),
        for_what="Monthly pack",
        who="a test",
        now=SIX,
    )
    assert again.pk == told[REFERRALS].pk
    assert PublishedUse.objects.filter(published=again).count() == 2


def test_a_figure_that_is_not_stored_is_not_published(told: dict[str, PublishedFigure]) -> None:
    with pytest.raises(NotKept):
        _publish(REFERRALS, twelve_months_to(date(2019, 3, 31)))


def test_what_was_published_is_what_the_store_says(told: dict[str, PublishedFigure]) -> None:
    kept = told[REFERRALS]
    assert kept.numerator == PublishedFigureChild.objects.filter(published=kept, counted=True).count() > 0
    assert (kept.known_at.tzinfo is not None, kept.change_sets) == (True, 1)


@pytest.mark.parametrize("key", TOLD)
def test_run_again_at_once_a_figure_is_the_same_to_the_child(told: dict[str, PublishedFigure], key: str) -> None:
    found = reproduce(told[key])
    assert found.same, (found.missing[:3], found.added[:3], found.again.whole, told[key].numerator)


def test_after_two_hundred_late_entries_a_figure_run_again_is_the_same_to_the_child_and_now_is_not(
    told: dict[str, PublishedFigure],
) -> None:
    chance = random.Random(20261121)
    _enter_late(chance, LATE_ENTRIES)
    assert all(reproduce(told[key]).same for key in TOLD)
    now = compare(told[REFERRALS], today=TODAY)
    entered = [one for one in now.changed if Did.ENTERED in one.did]
    assert now.now.numerator > told[REFERRALS].numerator
    assert len(entered) > LATE_ENTRIES // 10
    assert all(Why.LATE in one.why for one in entered)


def test_a_corrected_date_is_named_with_the_child_the_column_and_who(told: dict[str, PublishedFigure]) -> None:
    row = _a_referral(told[REFERRALS])
    with change_set(by="A Corrector", kind="edit", words="received a year before"):
        Referral.objects.filter(pk=row.pk).update(started_on=row.started_on - timedelta(days=800))
    found = _change(compare(told[REFERRALS], today=TODAY).changed, row.child_id, row.pk)
    assert Did.LEFT in found[0].did
    assert (found[1].why, found[1].changed, found[1].by) == (Why.CORRECTED, ("started_on",), "A Corrector")
    assert reproduce(told[REFERRALS]).same


def test_two_records_linked_are_named_as_linked(told: dict[str, PublishedFigure]) -> None:
    first = _a_referral(told[REFERRALS])
    other = _a_referral(told[REFERRALS], but=first.child_id)
    by = User.objects.create(email="linker.of.figures@hatterton.example", name="A Linker")
    link(
        kept=Child.objects.get(pk=first.child_id),
        joined=Child.objects.get(pk=other.child_id),
        reason="one child",
        by=by,
        now=SIX,
    )
    found = {one.child_id: one for one in compare(told[REFERRALS], today=TODAY).changed}
    assert Why.LINKED in found[other.child_id].why
    assert Did.OTHER_RECORD in found[other.child_id].did
    assert reproduce(told[REFERRALS]).same


def test_a_row_gone_from_its_source_is_named_so(told: dict[str, PublishedFigure]) -> None:
    row = _a_referral(told[REFERRALS])
    with change_set(by="a test", kind="load", words="a load without it"):
        Referral.objects.filter(pk=row.pk).update(gone_at=datetime(2026, 11, 21, 9, tzinfo=UTC))
    found = {one.child_id: one for one in compare(told[REFERRALS], today=TODAY).changed}
    assert Why.GONE in found[row.child_id].why
    assert reproduce(told[REFERRALS]).same


def test_an_erased_childs_rows_go_and_the_rest_is_still_the_same(told: dict[str, PublishedFigure]) -> None:
    row = _a_referral(told[REFERRALS])
    gone = PublishedFigureChild.objects.filter(published=told[REFERRALS], child_id=row.child_id).count()
    _erase_for_test(row.child_id)
    found = reproduce(told[REFERRALS])
    assert (found.erased, found.same) == (gone, True)


def test_a_figure_whose_definition_has_changed_is_not_run_again(told: dict[str, PublishedFigure]) -> None:
    kept = PublishedFigure.objects.get(pk=told[REFERRALS].pk)
    kept.version += 1
    with pytest.raises(DefinitionChanged, match="version"):
        reproduce(kept)


def _enter_late(chance: random.Random, many: int) -> None:
    """Referrals and visits of the last year that nobody had entered, each in a change-set of its own."""
    children = list(Referral.objects.order_by("pk").values_list("child_id", flat=True))
    plans = list(ChildProtectionPlan.objects.order_by("pk").values_list("child_id", flat=True))
    for number in range(many):
        day = OCTOBER - timedelta(days=chance.randrange(360))
        with change_set(by="a test", kind="edit", words="entered late"):
            if number % 2:
                Referral.objects.create(
                    pk=f"late:{number}", child_id=chance.choice(children), started_on=day, no_further_action=False
                )
            else:
                Visit.objects.create(
                    pk=f"late:{number}",
                    child_id=chance.choice(plans),
                    happened_on=day,
                    purpose="child_protection",
                    seen=True,
                )


def _a_referral(kept: PublishedFigure, *, but: str = "") -> Referral:
    """A referral that stood behind the figure and that nothing has touched yet."""
    rows = PublishedFigureChild.objects.filter(published=kept).exclude(child_id=but).order_by("-pk")
    once = Referral.objects.filter(pk__in=rows.values("row_id"), edit_version=1).exclude(child_id=but)
    return once.order_by("pk")[0]


def _change(changed: tuple[Changed, ...], child_id: str, row: str) -> tuple[Changed, Change]:
    one = next(one for one in changed if one.child_id == child_id)
    return one, next(change for change in one.changes if change.table == "referrals")


def _erase_for_test(child_id: str) -> None:
    """As erasure does, without its two people."""
    with change_set(by="a test", kind="erasure", words="A record erased"), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('onechild.erasing', 'on', true)")
        for table in ("referrals", "history.referrals", "published_figure_children"):
            cursor.execute(f"DELETE FROM {table} WHERE child_id = %s", [child_id])  # noqa: S608  names of our own
