"""The one-use link: a person chooses their password, at first or anew."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from onechild.service.access.sign_in.actions import links
from onechild.service.access.sign_in.forms import NewPasswordForm
from onechild.service.access.sign_in.request import Request
from onechild.service.access.sign_in.sealing import CannotOpen, opened, seal

HELD = "link"


def link(request: Request, secret: str) -> HttpResponse:
    """Take the secret out of the address at once, so that it stays in no history, log or referrer."""
    request.session[HELD] = seal(secret, purpose=HELD)
    return redirect("sign-in-new-password")


@sensitive_post_parameters("password", "again")
def new_password(request: Request) -> HttpResponse:
    """Ask for the new password; the link is spent when it is set, not when it is opened."""
    try:
        secret = opened(request.session.get(HELD, ""), purpose=HELD)
        user = links.link_of(secret=secret, now=request.clock).user
        form = NewPasswordForm(request.POST or None, user=user)
        if request.method == "POST" and form.is_valid():
            links.use_link(secret=secret, password=form.cleaned_data["password"], now=request.clock)
            del request.session[HELD]
            return render(request, "sign_in/password_set.html")
    except (links.LinkIsSpent, CannotOpen):
        return render(request, "sign_in/link_spent.html", status=410)
    return render(request, "sign_in/new_password.html", {"form": form, "account": user})
