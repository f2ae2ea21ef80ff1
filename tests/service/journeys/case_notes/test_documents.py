"""Documents: told by their bytes, kept in the database, scanned, and handed over only as a file to be saved."""

from __future__ import annotations

import io
import socket
import struct
import threading
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from onechild.service.access.models import User
from onechild.service.journeys.case_notes.checking.kinds import Refused, check, safe_name
from onechild.service.journeys.case_notes.checking.scanning import scan_waiting
from onechild.service.journeys.case_notes.queries import waiting_for
from onechild.service.record.models import Child, Document, DocumentContent, Worker
from tests.service.people import sign_in

TODAY, NOW = date(2026, 11, 21), datetime(2026, 11, 21, 9, tzinfo=UTC)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00"
TOLD = {
    "title": "Letter of the school",
    "kind": "letter",
    "happened_on_day": "12",
    "happened_on_month": "11",
    "happened_on_year": "2026",
    "written_by": "Ms Adeyemi",
}


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def child(db: None) -> Child:
    """Any child who is not restricted."""
    return Child.objects.filter(restricted=None).order_by("pk")[0]


@pytest.fixture
def practitioner(client: Client, child: Child) -> User:
    """Somebody who may see the child, record, and approve."""
    return sign_in(client, "front_door", worker_id=Worker.objects.order_by("pk")[0].pk)


@pytest.fixture
def clamd() -> Iterator[str]:
    """The address of a scanner that finds a virus in whatever says EVIL."""
    server = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_answer, args=(server,), daemon=True).start()
    yield f"127.0.0.1:{server.getsockname()[1]}"
    server.close()


def send(client: Client, child: Child, content: bytes = PDF, name: str = "letter.pdf", **more: str) -> Any:
    """Send the form of a document."""
    sent = {**TOLD, **more, "file": SimpleUploadedFile(name, content)}
    return client.post(f"/children/{child.la_child_id}/documents/new/", sent)


def file_of(client: Client, child: Child) -> Any:
    """Ask for the file of the only document."""
    return client.get(f"/children/{child.la_child_id}/documents/{Document.objects.get().pk}/file/")


def test_a_document_is_kept_and_handed_over_to_be_saved_and_never_drawn(
    client: Client, practitioner: User, child: Child
) -> None:
    answer = send(client, child, name="C:\\letters\\le<tter\u202e.pdf")
    assert "Not scanned yet" in client.get(answer["Location"]).content.decode()
    assert file_of(client, child).status_code == 403
    scan_waiting(scanner="", now=NOW)
    shown = client.get(answer["Location"]).content.decode()
    assert "Not scanned: no scanner is set up" in shown
    file = file_of(client, child)
    assert file.content == PDF
    assert file["Content-Type"] == "application/octet-stream"
    assert file["Content-Disposition"] == 'attachment; filename="le-tter.pdf"'
    assert file["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in file["Content-Security-Policy"]
    assert "default-src 'none'" in file["Content-Security-Policy"]
    assert "Document: Letter of the school" in client.get(f"/children/{child.la_child_id}/timeline/").content.decode()


def test_a_pdf_that_is_a_program_is_refused_in_words_and_the_rest_of_the_form_is_kept(
    client: Client, practitioner: User, child: Child
) -> None:
    shown = send(client, child, content=EXE, significant="on", significance="He is not to know").content.decode()
    assert "it is not a PDF: it is a Windows program" in shown
    assert 'value="Letter of the school"' in shown
    assert not DocumentContent.objects.exists()
    again = client.get(f"/children/{child.la_child_id}/documents/new/").content.decode()
    assert 'value="Letter of the school"' in again
    assert "He is not to know" in again


def test_bad_input_gets_a_clear_error(client: Client, practitioner: User, child: Child) -> None:
    assert "must be on or after 1 January 1990" in send(client, child, happened_on_year="1066").content.decode()
    assert "Use 200 characters or fewer" in send(client, child, title="x" * 300).content.decode()
    assert "The file is empty" in send(client, child, content=b"").content.decode()
    assert "It can be 10 MB at most" in send(client, child, content=PDF + b"x" * 10 * 1024**2).content.decode()
    send(client, child, title="<script>alert(1)</script>")
    assert "<script>alert" not in client.get(f"/children/{child.la_child_id}/documents/").content.decode()


def test_the_very_same_file_is_kept_once(client: Client, practitioner: User, child: Child) -> None:
    send(client, child)
    assert "is on the record already, as “Letter of the school”" in send(client, child, title="Again").content.decode()


def test_what_the_scanner_finds_is_held_back_and_who_added_it_is_told(
    client: Client, practitioner: User, child: Child, clamd: str
) -> None:
    send(client, child, content=PDF + b"EVIL")
    assert scan_waiting(scanner=clamd, now=NOW) == ["a document was held back"]
    assert Document.objects.get().scan_words == "Test.Evil"
    assert file_of(client, child).status_code == 403
    assert "something in this document" in file_of(client, child).content.decode()
    viewer = client.get("/").wsgi_request.viewer
    assert [one.does for one in waiting_for(viewer, today=TODAY, now=NOW)] == ["Look at it"]


def test_a_clean_document_opens_and_a_scanner_that_does_not_answer_holds_nobody_up(
    client: Client, practitioner: User, child: Child, clamd: str
) -> None:
    send(client, child)
    scan_waiting(scanner="127.0.0.1:1", now=NOW)
    assert file_of(client, child).status_code == 200
    page = f"/children/{child.la_child_id}/documents/{Document.objects.get().pk}/"
    assert "The scanner did not answer" in client.get(page).content.decode()
    scan_waiting(scanner=clamd, now=NOW)
    assert "Scanned, nothing found" in client.get(page).content.decode()


def test_a_document_is_taken_away_with_a_reason(client: Client, practitioner: User, child: Child) -> None:
    send(client, child)
    row = Document.objects.get()
    page = f"/children/{child.la_child_id}/documents/{row.pk}/"
    client.post(f"{page}remove/", {"edit_version": row.edit_version, "asked_by": "The school", "reason": "Wrong child"})
    assert file_of(client, child).status_code == 403
    assert "Wrong child (asked for by The school)" in client.get(page).content.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PDF),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.JPG", b"\xff\xd8\xff\xe0"),
        ("a.heic", b"\x00\x00\x00\x18ftypheic"),
        ("a.txt", "Café".encode()),
        ("a.eml", b"From: a@b.example\r\nSubject: x\r\n\r\nHello"),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le")),
    ],
)
def test_each_kind_that_is_kept_is_told_by_its_bytes(name: str, content: bytes) -> None:
    assert check(name=name, content=content).words


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.exe", EXE, "ending .exe can’t be kept"),
        ("a", PDF, "no ending"),
        ("a.txt", b"\x00\x01", "not plain text"),
        ("a.docx", b"PK\x03\x04broken", "not a Word document"),
        ("a.png", PDF, "it is a PDF"),
        ("a.pdf", b"<html>", "not a PDF"),
    ],
)
def test_a_file_whose_name_says_otherwise_is_refused(name: str, content: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        check(name=name, content=content)


def test_a_word_document_with_macros_is_refused_and_names_are_made_safe() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
        archive.writestr("word/vbaProject.bin", "x")
    with pytest.raises(Refused, match="macros"):
        check(name="a.docx", content=held.getvalue())
    assert safe_name("../../etc/pass wd\r\n.pdf") == "pass wd.pdf"
    assert len(safe_name("x" * 2_000_000 + ".pdf")) < 130


def _answer(server: socket.socket) -> None:
    while True:
        try:
            asked, _ = server.accept()
        except OSError:
            return
        with asked, asked.makefile("rb") as sent:
            sent.read(len(b"zINSTREAM\0"))
            found = b""
            while length := struct.unpack("!I", sent.read(4))[0]:
                found += sent.read(length)
            asked.sendall(b"stream: Test.Evil FOUND\0" if b"EVIL" in found else b"stream: OK\0")
