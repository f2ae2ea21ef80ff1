"""Files are sent, looked into, and only then taken in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onechild.errors import CannotProceed
from onechild.service.access.viewer import Request, needs
from onechild.service.exchange import uploads
from onechild.service.exchange.models import Upload
from onechild.service.exchange.models.upload import LOOKED, LOOKING
from onechild.service.exchange.pages.data_in import words_of
from onechild.service.exchange.pages.forms import UploadForm
from onechild.service.exchange.pages.ways import tabs
from onechild.service.govuk.parts import Column, Table
from onechild.service.record.models.fields import code_in_words


@needs("load_data")
def upload(request: Request) -> HttpResponse:
    """Take files, and say what they hold before anything is loaded."""
    form = UploadForm(request.POST or None, request.FILES or None, today=request.today)
    if request.method == "POST" and form.is_valid() and (kept := _keep(request, form)):
        return redirect("upload-holds", upload_id=kept.pk)
    waiting = Upload.objects.filter(state__in=[LOOKING, LOOKED]).order_by("-upload_id")[:20]
    return render(
        request, "exchange/upload.html", {"form": form, "waiting": waiting, "tabs": tabs(request.viewer, "upload")}
    )


@needs("load_data")
def holds(request: Request, upload_id: int) -> HttpResponse:
    """Show what the files hold, with "Take it in"."""
    kept = get_object_or_404(Upload, pk=upload_id)
    return render(request, "exchange/holds.html", _given(request, kept))


@require_POST
@needs("load_data")
def take_in(request: Request, upload_id: int) -> HttpResponse:
    """Ask for the load."""
    kept = get_object_or_404(Upload, pk=upload_id)
    try:
        load = uploads.take_in(kept, by=request.viewer.user, now=request.now)  # type: ignore[arg-type]
    except CannotProceed as refused:
        return render(request, "exchange/holds.html", _given(request, kept) | {"refused": str(refused)}, status=409)
    return redirect("load", load_id=load.pk)


@require_POST
@needs("load_data")
def put_away(request: Request, upload_id: int) -> HttpResponse:
    """Take the files away unloaded."""
    uploads.drop(get_object_or_404(Upload, pk=upload_id))
    return redirect("upload")


def _keep(request: Request, form: UploadForm) -> Upload | None:
    try:
        return uploads.keep(
            form.cleaned_data["sent"], meant=form.meant(), root=request.uploads, by=request.viewer.user,  # type: ignore[arg-type]
            now=request.now, council=request.council_code, real=not request.invented,
        )  # fmt: skip
    except CannotProceed as refused:
        form.add_error("sent", str(refused).capitalize())
        return None


def _given(request: Request, kept: Upload) -> dict[str, object]:
    found = kept.holds
    rows = Table(
        label="Rows by table",
        columns=[Column("Table"), Column("Rows", number=True)],
        rows=[[words_of(name), f"{count:,}"] for name, count in found.get("rows", {}).items()],
        empty="The files hold no row that can be taken in.",
        kind="tight",
    )
    aside = Table(
        label="What can't be read",
        columns=[Column("File"), Column("Table"), Column("Column"), Column("Why"), Column("Times", number=True)],
        rows=[[file, words_of(table), column, why, f"{n:,}"] for file, table, column, why, n in found.get("aside", [])],
        empty="Every row and value can be read.",
    )
    findings = Table(
        label="What contradicts",
        columns=[Column("What"), Column("Table"), Column("Times", number=True)],
        rows=[
            [code_in_words("finding_kind", kind), words_of(table), f"{n:,}"]
            for kind, table, n in found.get("findings", [])
        ],
        empty="Nothing in these files contradicts itself. The load looks again, together with the record.",
    )
    return {
        "upload": kept, "rows": rows, "aside": aside, "findings": findings, "looking": kept.state == LOOKING,
        "looked": kept.state == LOOKED, "tabs": tabs(request.viewer, "upload"),
    }  # fmt: skip
