"""The pages of data in, each under /data-in/."""

from django.urls import path

from onechild.service.exchange.pages import asides, data_in, errors, links, reconciliations, uploading

urlpatterns = [
    path("", data_in.data_in, name="data-in"),
    path("loads/<int:load_id>/", data_in.load, name="load"),
    path("loads/<int:load_id>/progress/", data_in.progress, name="load-progress"),
    path("loads/<int:load_id>/again/", data_in.again, name="load-again"),
    path("upload/", uploading.upload, name="upload"),
    path("upload/<int:upload_id>/", uploading.holds, name="upload-holds"),
    path("upload/<int:upload_id>/take-in/", uploading.take_in, name="upload-take-in"),
    path("upload/<int:upload_id>/put-away/", uploading.put_away, name="upload-put-away"),
    path("quarantine/", asides.quarantine, name="quarantine"),
    path("quarantine/alike/", asides.alike, name="quarantine-alike"),
    path("quarantine/<path:quarantine_id>/mend/", asides.mend, name="quarantine-mend"),
    path("links/", links.links, name="links"),
    path("links/pair/", links.pair, name="links-pair"),
    path("links/<int:link_id>/undo/", links.undo, name="link-undo"),
    path("reconciliation/", reconciliations.front, name="reconciliation"),
    path("reconciliation/<int:run_id>/", reconciliations.run, name="reconciliation-run"),
    path("errors/", errors.errors, name="errors"),
]
