"""Files are kept apart from everything else until somebody who knows what they hold takes them in."""

from __future__ import annotations

import io
import stat
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from onechild.service.access.models import User
from onechild.service.exchange import uploads
from onechild.service.exchange.loads import run_load
from onechild.service.exchange.models import Load, Upload
from onechild.service.record.models import Visit
from tests.service.exchange.tiny import CHILD, NOW, extract_of, visit
from tests.service.people import sign_in

pytestmark = pytest.mark.django_db


def test_an_extract_sent_as_a_zip_is_looked_into_taken_in_and_its_files_taken_away(
    client: Client, analyst: User, tmp_path: Path
) -> None:
    kept = _send(client, _zip_of(tmp_path))
    uploads.look(kept.pk, now=NOW)
    page = client.get(reverse("upload-holds", args=[kept.pk]))
    assert "Take it in" in page.content.decode()
    assert Upload.objects.get(pk=kept.pk).holds["rows"] == {"children": 1, "visits": 2}
    answer = client.post(reverse("upload-take-in", args=[kept.pk]))
    load = Load.objects.get()
    assert answer["Location"] == reverse("load", args=[load.pk])
    assert run_load(load.pk, now=NOW).state == "done"
    assert Visit.objects.filter(pk="tiny:v1").exists()
    assert not Path(kept.folder).exists()
    shown = client.get(reverse("data-in")).content.decode()
    assert analyst.name in shown


def test_jobs_are_asked_for_with_what_they_are_about(client: Client, analyst: User, tmp_path: Path) -> None:
    kept = _send(client, _zip_of(tmp_path))
    uploads.look(kept.pk, now=NOW)
    client.post(reverse("upload-take-in", args=[kept.pk]))
    asked = list(ProcrastinateJob.objects.order_by("id").values_list("task_name", "args"))
    assert asked == [
        ("look-into-upload", {"upload_id": kept.pk}),
        ("run-load", {"load_id": Load.objects.get().pk}),
    ]


def test_files_are_kept_where_only_we_can_read_them(client: Client, analyst: User, tmp_path: Path) -> None:
    kept = _send(client, SimpleUploadedFile("../../etc/passwd", b"a,b\n1,2\n"))
    folder = Path(kept.folder)
    assert folder.parent == tmp_path / "files" / "uploads"
    assert kept.files == ["passwd"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "passwd").stat().st_mode) == 0o600


def test_a_file_of_no_format_that_is_known_says_so_and_is_not_offered(client: Client, analyst: User) -> None:
    kept = _send(client, SimpleUploadedFile("list.csv", b"a,b\n1,2\n"))
    uploads.look(kept.pk, now=NOW)
    page = client.get(reverse("upload-holds", args=[kept.pk])).content.decode()
    assert "of no format that OneChild reads" in page
    assert "Take it in" not in page


def test_a_zip_whose_paths_lead_elsewhere_is_unpacked_flat(client: Client, analyst: User, tmp_path: Path) -> None:
    sent = io.BytesIO()
    with zipfile.ZipFile(sent, "w") as archive:
        archive.writestr("../../../outside.csv", "a,b\n")
    kept = _send(client, SimpleUploadedFile("x.zip", sent.getvalue()))
    assert kept.files == ["outside.csv"]
    assert (Path(kept.folder) / "outside.csv").is_file()


def test_nothing_sent_is_told_and_what_was_typed_stays(client: Client, analyst: User) -> None:
    page = client.post(reverse("upload"), {"source": "Main System"}).content.decode()
    assert "Choose the files to send" in page
    assert "A code has 1 to 12 small letters and digits" in page
    assert 'value="Main System"' in page


def test_files_can_be_taken_in_only_once(client: Client, analyst: User, tmp_path: Path) -> None:
    kept = _send(client, _zip_of(tmp_path))
    uploads.look(kept.pk, now=NOW)
    client.post(reverse("upload-take-in", args=[kept.pk]))
    assert client.post(reverse("upload-take-in", args=[kept.pk])).status_code == 409
    assert Load.objects.count() == 1


def test_files_that_nobody_takes_in_go_after_a_week(client: Client, analyst: User, tmp_path: Path) -> None:
    kept = _send(client, _zip_of(tmp_path))
    when = kept.uploaded_at
    uploads.forget(now=when + timedelta(days=6))
    assert Path(kept.folder).exists()
    uploads.forget(now=when + timedelta(days=8))
    assert not Path(kept.folder).exists()


def test_a_social_worker_sends_no_files_and_sees_no_loads(client: Client) -> None:
    sign_in(client, "social_worker")
    assert client.get(reverse("upload")).status_code == 403
    assert client.get(reverse("data-in")).status_code == 403


def test_a_load_under_way_says_how_far_it_is_and_asks_again(client: Client, analyst: User) -> None:
    load = Load.objects.create(source="tiny", made_by="a", asked_at=NOW, state="waiting", rows_done=5, rows_total=10)
    part = client.get(reverse("load-progress", args=[load.pk]))
    assert 'hx-trigger="every 2s"' in part.content.decode()
    Load.objects.update(state="done")
    assert client.get(reverse("load-progress", args=[load.pk]))["HX-Refresh"] == "true"


def test_a_dead_load_can_be_started_again(client: Client, analyst: User) -> None:
    load = Load.objects.create(source="tiny", made_by="a", asked_at=NOW, state="running")
    assert "Start it again" in client.get(reverse("load", args=[load.pk])).content.decode()
    client.post(reverse("load-again", args=[load.pk]))
    load.refresh_from_db()
    assert load.state == "waiting"
    assert ProcrastinateJob.objects.get().args == {"load_id": load.pk}


def _send(client: Client, file: SimpleUploadedFile) -> Upload:
    answer = client.post(reverse("upload"), {"sent": [file], "source": "tiny"})
    assert answer.status_code == 302, answer.content.decode()
    return Upload.objects.get()


def _zip_of(folder: Path) -> SimpleUploadedFile:
    extract = extract_of(folder / "sent", children=[CHILD], visits=[visit("v1"), visit("v2", day=2)])
    sent = io.BytesIO()
    with zipfile.ZipFile(sent, "w") as archive:
        for path in extract.folder.iterdir():
            archive.write(path, f"hatterton/{path.name}")
    return SimpleUploadedFile("hatterton.zip", sent.getvalue())
