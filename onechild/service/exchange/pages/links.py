"""Records that may be of one child, side by side; a link, with its reason; links undone."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from onechild.errors import CannotProceed
from onechild.service.access.gate import open_child
from onechild.service.access.viewer import Request, needs
from onechild.service.exchange.candidates import candidates
from onechild.service.exchange.pages.forms import LinkForm, PairForm, ReasonForm
from onechild.service.exchange.pages.ways import tabs
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.govuk.words import date_only
from onechild.service.record.actions import links as actions
from onechild.service.record.models import Address, Child, ChildLink, ChildName, Identifier
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.status import statuses, tags_of


@needs("link_records")
def links(request: Request) -> HttpResponse:
    """List the pairs that may be one child, and the links in force."""
    page = page_asked(request.GET, candidates(), size=20)
    made = list(ChildLink.objects.filter(undone_at__isnull=True).order_by("-linked_at")[:100])
    ids = {one.kept for one in page} | {one.joined for one in page}
    ids |= {one.kept_id for one in made} | {one.joined_id for one in made}
    named = heads(ids, today=request.today)
    request.seen(named, what="records that may be of one child", kind="list")
    table = Table(
        label="Records that may be of one child",
        columns=[Column("One record"), Column("Another"), Column("What they have in common"), Column("")],
        rows=[
            [
                _who(named[one.kept], request),
                _who(named[one.joined], request),
                one.why,
                _beside(named, one.kept, one.joined),
            ]
            for one in page
            if one.kept in named and one.joined in named
        ],
        empty="No two records that you may open look like one child.",
    )
    shown = [{"link": one, "kept": named[one.kept_id], "joined": named[one.joined_id]} for one in made
             if one.kept_id in named and one.joined_id in named]  # fmt: skip
    given = {"page": page, "table": table, "made": shown, "form": PairForm(), "tabs": tabs(request.viewer, "links")}
    return render(request, "exchange/links.html", given)


@needs("link_records")
def pair(request: Request) -> HttpResponse:
    """Two records side by side, and the link."""
    asked = PairForm(request.GET)
    if not asked.is_valid():
        return render(request, "exchange/links.html", {"form": asked, "tabs": tabs(request.viewer, "links")})
    kept = open_child(request, asked.cleaned_data["kept"], what="two records side by side")
    joined = open_child(request, asked.cleaned_data["joined"], what="two records side by side")
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.link(
                kept=kept, joined=joined, reason=form.cleaned_data["reason"], by=request.viewer.user, now=request.now  # type: ignore[arg-type]
            )  # fmt: skip
        except CannotProceed as refused:
            form.add_error(None, str(refused).capitalize())
        else:
            return redirect("links")
    given = {"form": form, "table": _side_by_side(kept, joined, request), "tabs": tabs(request.viewer, "links"),
             "turned": _address(joined.la_child_id, kept.la_child_id), "kept": kept, "joined": joined}  # fmt: skip
    return render(request, "exchange/pair.html", given)


@needs("link_records")
def undo(request: Request, link_id: int) -> HttpResponse:
    """Take a link back, with a reason."""
    link = get_object_or_404(ChildLink.objects.select_related("kept", "joined"), pk=link_id, undone_at__isnull=True)
    for child in (link.kept, link.joined):
        open_child(request, child.la_child_id, what="a link of two records")
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.undo_link(link=link, reason=form.cleaned_data["reason"], by=request.viewer.user, now=request.now)  # type: ignore[arg-type]
        except CannotProceed as refused:
            form.add_error(None, str(refused).capitalize())
        else:
            return redirect("links")
    named = heads([link.kept_id, link.joined_id], today=request.today)
    given = {"form": form, "link": link, "kept": named.get(link.kept_id), "joined": named.get(link.joined_id),
             "tabs": tabs(request.viewer, "links")}  # fmt: skip
    return render(request, "exchange/undo_link.html", given)


def _who(head: Head, request: Request) -> Cell:
    born = f"born {date_only(head.born_on, request.today)}" if head.born_on else "no date of birth"
    return Cell(text=head.name, note=f"{head.la_child_id}, {born}", href=reverse("child", args=[head.la_child_id]))


def _beside(named: dict[str, Head], kept: str, joined: str) -> Cell:
    one, other = named[kept], named[joined]
    return Cell(
        text="Side by side", href=_address(one.la_child_id, other.la_child_id), hidden=f"{one.name} and {other.name}"
    )


def _address(kept: str, joined: str) -> str:
    return f"{reverse('links-pair')}?{urlencode({'kept': kept, 'joined': joined})}"


def _side_by_side(kept: Child, joined: Child, request: Request) -> Table:
    """What tells whether two records are of one child, each fact of both in a line."""
    both = [kept.pk, joined.pk]
    standing = statuses(both, today=request.today)

    def line(name: str, said: dict[str, str]) -> list[object]:
        one, other = said.get(kept.pk, ""), said.get(joined.pk, "")
        return [name, one or "not recorded", other or "not recorded", "Yes" if one and one == other else ""]

    def gathered(rows: list[tuple[str, str]]) -> dict[str, str]:
        found: dict[str, list[str]] = {}
        for child_id, words in rows:
            if words.strip() and words not in found.setdefault(child_id, []):
                found[child_id].append(words)
        return {child_id: "; ".join(sorted(words)) for child_id, words in found.items()}

    names = ChildName.objects.filter(child_id__in=both)
    numbers = Identifier.objects.filter(child_id__in=both)
    homes = Address.objects.filter(child_id__in=both, ended_on__isnull=True)
    rows = [
        line("Names", gathered([(one.child_id, f"{one.forename or ''} {one.surname or ''}".strip()) for one in names])),
        line("Born", {one.pk: date_only(one.born_on) if one.born_on else "" for one in (kept, joined)}),
        line("Sex", {one.pk: one.sex_words for one in (kept, joined)}),  # type: ignore[attr-defined]
        line("Ethnicity", {one.pk: one.ethnicity_words for one in (kept, joined)}),  # type: ignore[attr-defined]
        line("Numbers", gathered([(one.child_id, f"{one.identifier_kind_words} {one.value}") for one in numbers])),  # type: ignore[attr-defined]
        line("Postcode", gathered([(one.child_id, one.postcode or "") for one in homes])),
        line("Stands", {key: ", ".join(tag.text for tag in tags_of(held)) for key, held in standing.items()}),
        line("From", {one.pk: one.origin.name if one.origin else "OneChild" for one in (kept, joined)}),
    ]
    columns = [
        Column(""),
        Column(f"Kept: {kept.la_child_id}"),
        Column(f"Joined to it: {joined.la_child_id}"),
        Column("The same"),
    ]
    return Table(label="The two records side by side", columns=columns, rows=rows, kind="scroll")
