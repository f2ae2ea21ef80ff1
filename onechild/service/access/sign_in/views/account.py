"""My own account: where I am signed in, my password, my authenticator and my recovery codes."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from onechild.service.access.sign_in.actions import codes, passwords, signing_in
from onechild.service.access.sign_in.forms import (
    WRONG_CODE,
    ChangePasswordForm,
    FirstCodeForm,
    PresentPasswordForm,
)
from onechild.service.access.sign_in.models import Session
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.sign_in.sealing import CannotOpen, digest, opened, seal
from onechild.service.access.sign_in.views.code import NEW_KEY, PURPOSE, SHOWN_ONCE, key_words, offered_key


def account(request: SignedIn) -> HttpResponse:
    """Show where I am signed in and what guards my account."""
    held = Session.objects.filter(user=request.user, last_used_at__gt=request.clock - request.rules.idle).order_by(
        "-last_used_at"
    )
    here = digest(request.session.session_key or "")
    words = {
        "account": request.user,
        "sessions": [{"row": row, "here": row.digest == here} for row in held],
        "local": request.user.has_usable_password(),
        "authenticator": codes.has_authenticator(request.user),
        "codes_left": codes.codes_left(request.user),
        "rules": request.rules,
    }
    return render(request, "sign_in/account.html", words)


@require_POST
def end_session(request: SignedIn, which: str) -> HttpResponse:
    """End one of my sessions, or all but this one."""
    if which == "others":
        passwords.end_all_sessions(user=request.user, keep=request.session.session_key)
    else:
        passwords.end_session(user=request.user, digest_of_key=which)
    return redirect("account")


@sensitive_post_parameters("present", "password", "again")
def password(request: SignedIn) -> HttpResponse:
    """Change my password; every other session of mine ends."""
    if not request.user.has_usable_password():
        return redirect("account")
    form = ChangePasswordForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        how = request.session.get("how", "")
        passwords.set_password(user=request.user, password=form.cleaned_data["password"])
        signing_in.sign_in(request, user=request.user, how=how)
        return redirect("account")
    return render(request, "sign_in/change_password.html", {"form": form})


@sensitive_post_parameters("present")
def recovery_codes(request: SignedIn) -> HttpResponse:
    """Show new recovery codes once; make others for who gives the present password."""
    if request.method == "GET" and SHOWN_ONCE in request.session:
        words = {"codes": _shown_once(request), "then": request.session.pop("then", "/")}
        return render(request, "sign_in/recovery_codes.html", words)
    if not codes.has_authenticator(request.user):
        return redirect("account")
    form = PresentPasswordForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        made = codes.new_recovery_codes(user=request.user)
        request.session[SHOWN_ONCE] = seal("\n".join(made), purpose=PURPOSE)
        request.session["then"] = "/account/"
        return redirect("account-recovery-codes")
    return render(request, "sign_in/new_recovery_codes.html", {"form": form})


@sensitive_post_parameters("present", "code")
def authenticator(request: SignedIn) -> HttpResponse:
    """Change to another authenticator, with the present password and the first code of the new one."""
    if not request.user.has_usable_password():
        return redirect("account")
    key = offered_key(request)
    asked, form = PresentPasswordForm(request.POST or None, user=request.user), FirstCodeForm(request.POST or None)
    if request.method == "POST" and asked.is_valid() and form.is_valid():
        typed = "".join(form.cleaned_data["code"].split())
        if codes.code_fits(key=key, code=typed, now=request.clock):
            made = codes.set_up(user=request.user, key=key, code=typed, now=request.clock)
            passwords.end_all_sessions(user=request.user, keep=request.session.session_key)
            del request.session[NEW_KEY]
            request.session[SHOWN_ONCE] = seal("\n".join(made), purpose=PURPOSE)
            request.session["then"] = "/account/"
            return redirect("account-recovery-codes")
        form.add_error("code", WRONG_CODE)
    words = key_words(request, key, request.user.email) | {"asked": asked, "form": form}
    return render(request, "sign_in/authenticator.html", words)


def _shown_once(request: SignedIn) -> list[str]:
    try:
        return opened(request.session.pop(SHOWN_ONCE), purpose=PURPOSE).split("\n")
    except CannotOpen:
        return []
