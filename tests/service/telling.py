"""A figure of the little council, published for the tests that read it, and a referral that is entered late."""

from __future__ import annotations

from datetime import date

from django.db import connection

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.moments import twelve_months_to
from onechild.service.exchange.figures.computing import compute
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.published.publishing import publish
from onechild.service.record.models import FigureRun, PublishedFigure, Referral
from tests.service.template import TODAY
from tests.service.working_out import SIX

OCTOBER = date(2026, 10, 31)
KEY = "referrals"
YEAR = twelve_months_to(OCTOBER)


def tell(*, by: str = "") -> PublishedFigure:
    """The referrals of a year, worked out and published."""
    work_out()
    return publish(measure=MEASURES[KEY], when=YEAR, by=by, for_what="Scrutiny, 12 November", who="A Teller", now=SIX)


def work_out() -> None:
    """Work the one measure out again."""
    FigureRun.objects.all().delete()
    compute(as_at=TODAY, now=SIX, months=1, measures=[MEASURES[KEY]])


def late_referral() -> Referral:
    """A referral of the year that is entered now, and the figure worked out with it."""
    child = Referral.objects.filter(child__restricted__isnull=True).order_by("pk")[0].child
    with change_set(by="A Late One", kind="edit", words="received in a letter"):
        made = Referral.objects.create(pk="late:1", child=child, started_on=OCTOBER, no_further_action=False)
        with connection.cursor() as cursor:  # a test never commits: the change takes effect here
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    work_out()
    return made
