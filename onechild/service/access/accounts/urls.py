"""The addresses of looking after accounts."""

from __future__ import annotations

from django.urls import path

from onechild.service.access.accounts.views import acts, people

urlpatterns = [
    path("accounts/", people.accounts, name="accounts"),
    path("accounts/new/", people.new, name="account-new"),
    path("accounts/requests/", acts.requests, name="account-requests"),
    path("accounts/requests/<int:request_id>/", acts.decide, name="account-request-decide"),
    path("accounts/<int:account_id>/", people.account, name="account-of"),
    path("accounts/<int:account_id>/link/", acts.link, name="account-link"),
    path("accounts/<int:account_id>/unlock/", acts.unlock, name="account-unlock"),
    path("accounts/<int:account_id>/end/", acts.end, name="account-end"),
    path("accounts/<int:account_id>/roles/new/", acts.give, name="account-role-new"),
    path("accounts/<int:account_id>/roles/<int:held_id>/end/", acts.end_role, name="account-role-end"),
    path("accounts/<int:account_id>/sessions/<str:digest>/end/", acts.end_session, name="account-session-end-of"),
    path("account/history/", people.history, name="account-history"),
]
