"""What an administrator's buttons do to an account."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onechild.service.access.accounts import actions
from onechild.service.access.accounts.forms import LinkForm, ReasonForm, RoleForm
from onechild.service.access.accounts.models import RoleRequest
from onechild.service.access.accounts.queries import team_names
from onechild.service.access.accounts.views.link import link_page
from onechild.service.access.models import RoleHeld, User
from onechild.service.access.refusals import NotPossible
from onechild.service.access.roles import BY_ROLE
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs

View = Callable[..., HttpResponse]


def act(view: View) -> View:
    """This function will return the view for POST by who may look after accounts; what can't be done is said."""

    @require_POST
    @needs("manage_accounts")
    @wraps(view)
    def guarded(request: Any, *args: Any, **values: Any) -> HttpResponse:
        try:
            return view(request, *args, **values)
        except NotPossible as refused:
            return render(request, "accounts/not_possible.html", {"words": str(refused)}, status=409)

    return guarded


@act
def link(request: SignedIn, account_id: int) -> HttpResponse:
    """Make a one-use link and show it."""
    account, form = _account(account_id), LinkForm(request.POST, prefix="link")
    if not form.is_valid():
        return render(request, "accounts/ask.html", {"form": form, "account": account, "button": "Make a link"})
    secret = actions.make_link(
        account=account,
        by=request.user,
        now=request.clock,
        new_authenticator=form.cleaned_data["lost"],
        reason=form.cleaned_data["reason"],
    )
    return link_page(request, account, secret)


@act
def unlock(request: SignedIn, account_id: int) -> HttpResponse:
    """Forget the wrong tries."""
    account = _account(account_id)
    actions.unlock(account=account, by=request.user, now=request.clock)
    return redirect("account-of", account.pk)


@act
def end(request: SignedIn, account_id: int) -> HttpResponse:
    """End an account, or open it again."""
    account, form = _account(account_id), ReasonForm(request.POST, prefix="end")
    if not form.is_valid():
        button = "End this account" if account.is_active else "Open it again"
        return render(request, "accounts/ask.html", {"form": form, "account": account, "button": button})
    reason = form.cleaned_data["reason"]
    if account.is_active:
        actions.end_account(account=account, by=request.user, now=request.clock, on=request.today, reason=reason)
    else:
        actions.reopen_account(account=account, by=request.user, now=request.clock, reason=reason)
    return redirect("account-of", account.pk)


@act
def end_session(request: SignedIn, account_id: int, digest: str) -> HttpResponse:
    """End one session."""
    account = _account(account_id)
    actions.end_session(account=account, digest=digest, by=request.user, now=request.clock)
    return redirect("account-of", account.pk)


@needs("manage_accounts")
def give(request: SignedIn, account_id: int) -> HttpResponse:
    """Ask which role, then give it, or have a second administrator agree."""
    account, form = _account(account_id), RoleForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid():
        try:
            given = actions.give_role(account=account, by=request.user, now=request.clock, **form.asked)
            return redirect("account-requests" if isinstance(given, RoleRequest) else "account-of", *_about(given))
        except NotPossible as refused:
            form.add_error(None, str(refused))
    return render(request, "accounts/give.html", {"form": form, "account": account, "mine": account == request.user})


@needs("manage_accounts")
def end_role(request: SignedIn, account_id: int, held_id: int) -> HttpResponse:
    """Ask why, then end a role today."""
    held = get_object_or_404(RoleHeld.objects.select_related("user"), pk=held_id, user_id=account_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            actions.end_role(held=held, by=request.user, now=request.clock, on=request.today, reason=reason)
            return redirect("account-of", account_id)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    words = {"form": form, "account": held.user, "button": f"End the role: {BY_ROLE[held.role].name}"}
    return render(request, "accounts/ask.html", words)


@needs("manage_accounts")
def requests(request: SignedIn) -> HttpResponse:
    """List the roles that wait for a second administrator."""
    waiting = list(
        RoleRequest.objects.filter(decided_at=None).select_related("account", "asked_by").order_by("asked_at")
    )
    teams = team_names(row.team_id for row in waiting if row.team_id)
    rows = [
        {
            "row": row,
            "role": BY_ROLE[row.role].name,
            "team": teams.get(row.team_id or "", ""),
            "mine": request.user.pk in (row.asked_by_id, row.account_id),
        }
        for row in waiting
    ]
    return render(request, "accounts/requests.html", {"rows": rows})


@act
def decide(request: SignedIn, request_id: int) -> HttpResponse:
    """Agree to a role, or refuse it."""
    asked = get_object_or_404(RoleRequest.objects.select_for_update(of=("self",)), pk=request_id)
    actions.decide(asked=asked, by=request.user, now=request.clock, agree=request.POST.get("decision") == "agree")
    return redirect("account-requests")


def _account(account_id: int) -> User:
    return get_object_or_404(User, pk=account_id)


def _about(given: RoleHeld | RoleRequest) -> list[int]:
    return [] if isinstance(given, RoleRequest) else [given.user_id]
