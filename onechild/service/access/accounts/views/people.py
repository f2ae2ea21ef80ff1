"""The list of accounts, a new one, one account, and my own account's history."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from onechild.service.access.accounts import actions, queries
from onechild.service.access.accounts.forms import AccountForm, LinkForm, ReasonForm
from onechild.service.access.accounts.models import AccountChange, RoleRequest
from onechild.service.access.accounts.views.link import link_page
from onechild.service.access.models import User
from onechild.service.access.refusals import NotPossible
from onechild.service.access.sign_in.actions.codes import has_authenticator
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table, Tag


@needs("manage_accounts")
def accounts(request: SignedIn) -> HttpResponse:
    """List accounts by name, with the roles that they hold today."""
    words, ended = request.GET.get("q", ""), request.GET.get("show") == "ended"
    page = page_asked(request.GET, queries.accounts(words=words, ended=ended))
    rules = request.rules
    shut = queries.locked([row.email for row in page], now=request.clock, tries=rules.tries, lasts=rules.locked_for)
    table = Table(
        label="Accounts",
        columns=[Column("Name"), Column("Email address"), Column("Roles today"), Column("State")],
        rows=[_line(request, row, shut) for row in page],
        empty="No account fits." if words else "No account has ended." if ended else "There are no accounts.",
    )
    waiting = RoleRequest.objects.filter(decided_at=None).count()
    said = {"page": page, "table": table, "q": words, "ended": ended, "waiting": waiting}
    return render(request, "accounts/accounts.html", said)


@needs("manage_accounts")
def new(request: SignedIn) -> HttpResponse:
    """Make an account with its first role, and show the link that its owner needs."""
    form = AccountForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            account = actions.open_account(
                name=given["name"], email=given["email"], worker_id=given["worker"], by=request.user, now=request.clock,
                **form.asked,
            )  # fmt: skip
            return link_page(request, account, actions.make_link(account=account, by=request.user, now=request.clock))
        except NotPossible as refused:
            form.add_error(None, str(refused))
    return render(request, "accounts/new.html", {"form": form})


@needs("manage_accounts")
def account(request: SignedIn, account_id: int) -> HttpResponse:
    """Show one account: its roles, its sessions and what was done to it."""
    held = get_object_or_404(User, pk=account_id)
    rules = request.rules
    words = {
        "account": held,
        "holdings": queries.holdings_of(held, today=request.today),
        "sessions": held.sessions.filter(last_used_at__gt=request.clock - rules.idle).order_by("-last_used_at"),
        "changes": AccountChange.objects.filter(account=held).select_related("by").order_by("-at", "-pk")[:50],
        "locked": queries.locked([held.email], now=request.clock, tries=rules.tries, lasts=rules.locked_for),
        "authenticator": has_authenticator(held),
        "mine": held.pk == request.user.pk,
        "link_form": LinkForm(prefix="link"),
        "end_form": ReasonForm(prefix="end"),
        "end_title": "End this account" if held.is_active else "Open this account again",
        "end_note": "At once, with every session and role."
        if held.is_active
        else "Without roles; they need a new link.",
        "rules": rules,
        "lasts": int(rules.locked_for.total_seconds() // 60),
    }
    return render(request, "accounts/account.html", words)


def history(request: SignedIn) -> HttpResponse:
    """Show the signed-in person what administrators did to their account."""
    changes = AccountChange.objects.filter(account=request.user).select_related("by").order_by("-at", "-pk")[:100]
    return render(request, "accounts/history.html", {"changes": changes})


def _line(request: SignedIn, row: User, shut: set[str]) -> list[object]:
    roles = queries.roles_today(row.holdings, today=request.today)  # type: ignore[attr-defined]
    state: Cell | str = "In use"
    if not row.is_active:
        state = Cell(tag=Tag("Ended"))
    elif row.email in shut:
        state = Cell(tag=Tag("Locked", "over"))
    elif row.last_login is None:
        state = Cell(tag=Tag("Never signed in", "missing"))
    return [Cell(text=row.name, href=f"/accounts/{row.pk}/"), row.email, ", ".join(roles) or "None", state]
