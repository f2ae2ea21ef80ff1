"""The pages of access, but signing in, accounts and drafts, which have their own."""

from django.urls import path

from onechild.service.access.views import bars, glass, looked, powers, restricted

urlpatterns = [
    path("who-can-see-what/", powers.roles, name="roles"),
    path("my-powers/", powers.powers, name="powers"),
    path("my-views/", looked.mine, name="my-views"),
    path("children/<str:la_child_id>/looked/", looked.child_looked, name="child-looked"),
    path("children/<str:la_child_id>/who-can-open/", restricted.who, name="child-who"),
    path("children/<str:la_child_id>/who-can-open/restrict/", restricted.restrict, name="child-restrict"),
    path("children/<str:la_child_id>/who-can-open/name/", restricted.name, name="child-name"),
    path("children/<str:la_child_id>/who-can-open/unname/<int:user_id>/", restricted.unname, name="child-unname"),
    path("children/<str:la_child_id>/who-can-open/lift/", restricted.lift, name="child-lift"),
    path("children/<str:la_child_id>/break-glass/", glass.break_glass, name="break-glass"),
    path("emergencies/", glass.glass, name="glass"),
    path("emergencies/ask/", glass.ask_hidden, name="glass-ask"),
    path("emergencies/<int:glass_id>/", glass.decide, name="glass-decide"),
    path("notices/<int:notice_id>/seen/", glass.notice_seen, name="notice-seen"),
    path("barred/", bars.bars, name="bars"),
    path("barred/<int:bar_id>/end/", bars.end, name="bar-end"),
]
