"""The pages of a child's record that are read: each opens the child through the gate, asks once, and shows."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.gate import open_child
from onechild.service.access.viewer import Request
from onechild.service.desk.children import around, holding, intervals, overviews, plan_tables, timelines
from onechild.service.desk.children.clocks import clocks_of
from onechild.service.desk.children.frame import frame_of


def overview(request: Request, la_child_id: str) -> HttpResponse:
    """What is due and why, the head of the timeline, the people, the last decisions."""
    child = open_child(request, la_child_id, what="child's overview")
    frame = frame_of(request, child)
    return render(request, "desk/children/overview.html", {"frame": frame, **overviews.overview_of(frame)})


def timeline_page(request: Request, la_child_id: str) -> HttpResponse:
    """Everything that happened, filtered by part and dates; whole with ?all=yes, for printing."""
    child = open_child(request, la_child_id, what="child's timeline")
    frame = frame_of(request, child)
    return render(request, "desk/children/timeline.html", {"frame": frame, **timelines.timeline_of(frame, request.GET)})


def clocks(request: Request, la_child_id: str) -> HttpResponse:
    """Every duty to the child, now and before, with its law and how its day was worked out."""
    child = open_child(request, la_child_id, what="child's duties and their dates")
    frame = frame_of(request, child)
    only = request.GET.get("clock", "")
    found = clocks_of(child, first_name=frame.first_name, held=frame.head.held, today=request.today, only=only)
    return render(request, "desk/children/clocks.html", {"frame": frame, "clocks": found, "only": only})


def plans_page(request: Request, la_child_id: str) -> HttpResponse:
    """Plans, conferences, reviews, times in care, placements, legal statuses and permanence, as dated tables."""
    child = open_child(request, la_child_id, what="child's plans and placements")
    frame = frame_of(request, child)
    sections = plan_tables.sections_of(child, today=request.today)
    own = intervals.parts_of(child, viewer=request.viewer, today=request.today)
    return render(request, "desk/children/plans.html", {"frame": frame, "sections": sections, "intervals": own})


def people(request: Request, la_child_id: str) -> HttpResponse:
    """Family, household, school, health and the workers of the child."""
    child = open_child(request, la_child_id, what="people around the child")
    frame = frame_of(request, child)
    found = around.people_of(frame)
    request.seen(found.children, what="people around the child")
    return render(request, "desk/children/people.html", {"frame": frame, "people": found})


def decisions_page(request: Request, la_child_id: str) -> HttpResponse:
    """Every decision with who, when, options and reasons; every footprint of management in one column."""
    child = open_child(request, la_child_id, what="decisions about the child")
    frame = frame_of(request, child)
    return render(request, "desk/children/decisions.html", {"frame": frame, **timelines.decisions_of(frame)})


def held(request: Request, la_child_id: str) -> HttpResponse:
    """Who held the case, from when to when, with the times at which nobody did."""
    child = open_child(request, la_child_id, what="who has held the child's case")
    frame = frame_of(request, child)
    return render(request, "desk/children/held.html", {"frame": frame, **holding.held_by(frame)})
