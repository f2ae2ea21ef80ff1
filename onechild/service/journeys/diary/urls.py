"""The addresses of the diary, of cover, and of calendar feeds."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.diary.views import cover, entries, feeds

urlpatterns = [
    path("children/<str:la_child_id>/diary/new/", entries.new, name="diary-new"),
    path("diary/<str:round_id>/", entries.round_page, name="diary-round"),
    path("diary/<str:round_id>/move/", entries.move, name="diary-move"),
    path("diary/<str:round_id>/cancel/", entries.cancel, name="diary-cancel"),
    path("diary/<str:round_id>/visit/", entries.link, name="diary-link"),
    path("cover/", cover.today, name="cover"),
    path("cover/<str:worker_id>/", cover.name, name="cover-name"),
    path("cover/<str:worker_id>/end/", cover.end, name="cover-end"),
    path("my-day/calendar/feed/", feeds.own, name="calendar-feed-own"),
    path("my-day/calendar/feed/new/", feeds.make, name="calendar-feed-make"),
    path("my-day/calendar/feed/off/", feeds.switch_off, name="calendar-feed-off"),
    path("calendar/<str:token>.ics", feeds.feed, name="calendar-feed"),
]
