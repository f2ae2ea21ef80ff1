"""The addresses of signing in."""

from __future__ import annotations

from django.urls import path

from onechild.service.access.sign_in.views import account, code, front, link, single

urlpatterns = [
    path("sign-in/", front.sign_in, name="sign-in"),
    path("sign-in/code/", code.code, name="sign-in-code"),
    path("sign-in/set-up/", code.set_up, name="sign-in-set-up"),
    path("sign-in/link/<str:secret>/", link.link, name="sign-in-link"),
    path("sign-in/new-password/", link.new_password, name="sign-in-new-password"),
    path("sign-in/single/", single.ask, name="single-sign-on"),
    path("sign-in/single/back/", single.back, name="single-sign-on-back"),
    path("sign-out/", front.sign_out, name="sign-out"),
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="account-password"),
    path("account/recovery-codes/", account.recovery_codes, name="account-recovery-codes"),
    path("account/authenticator/", account.authenticator, name="account-authenticator"),
    path("account/sessions/<str:which>/end/", account.end_session, name="account-session-end"),
]
