"""The pages of data out, each under /data-out/."""

from django.urls import path

from onechild.service.exchange.pages import annex_a

urlpatterns = [
    path("annex-a/", annex_a.front, name="annex-a"),
    path("annex-a/queries/", annex_a.asked, name="annex-a-queries"),
    path("annex-a/lists/<int:number>/", annex_a.one_list, name="annex-a-list"),
    path("annex-a/lists/<int:number>/rows/<int:row>/", annex_a.one_row, name="annex-a-row"),
    path("annex-a/take-out/<slug:what>/", annex_a.take_out, name="annex-a-take-out"),
]
