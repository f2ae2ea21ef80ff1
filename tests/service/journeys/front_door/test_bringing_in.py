"""Contacts brought in from a table, and who holds the front door out of hours."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.models import Intake, IntakeChild, OutOfHoursHolder
from onechild.service.record.queries.work.on_duty import holder_at
from tests.service.journeys.front_door.test_taking_in import NOW, free_worker, standing, triage
from tests.service.people import sign_in

__all__ = ["standing", "triage"]
pytestmark = pytest.mark.django_db

LINES = """received,reference,first name,last name,dob,details
20/11/2026 16:50,P1,Ada,Quillfeather,3/4/2015,Called to the home
20/11/2026 16:50,P1,Ben,Quillfeather,31/2/2017,Called to the home
20/11/2026 15:10,P2,Cy,Otterburn,5/6/2012,Found alone in town
"""


def test_lines_are_shown_first_then_taken_in_and_those_put_aside_are_mended_and_taken_in_once(
    client: Client, triage: User
) -> None:
    where = "/front-door/contacts/import/"
    shown = client.post(where, {"text": LINES}).content.decode()
    assert "Take in 1 contact" in shown
    assert "31/2/2017" in shown
    assert "Use a date, like 3/4/2015" in shown
    assert not Intake.objects.exists()
    back = client.post(where, {"text": LINES, "take_in": "yes"}).content.decode()
    assert IntakeChild.objects.get().forename == "Cy"
    assert "Ben,Quillfeather,31/2/2017" in back
    mended = LINES.replace("31/2/2017", "28/2/2017")
    again = client.post(where, {"text": mended, "take_in": "yes"}).content.decode()
    assert "1 contact taken in, 1 taken in before" in again
    family = Intake.objects.get(words__contains="P1")
    assert list(IntakeChild.objects.filter(intake=family).order_by("number").values_list("forename", flat=True)) == [
        "Ada",
        "Ben",
    ]


def test_sensitive_lines_are_not_taken_in_by_somebody_who_could_not_open_them(client: Client) -> None:
    sign_in(client, "triage_officer")
    lines = "received,last name,details,sensitive\n20/11/2026 16:50,Otterburn,Taken abroad,forced_marriage\n"
    shown = client.post("/front-door/contacts/import/", {"text": lines, "take_in": "yes"}).content.decode()
    assert "Your account is not joined to a worker" in shown
    assert not Intake.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("report.csv", b"MZ\x90\x00\x03", "This is no file of lines"),
        ("lines.csv", b"name,born\nAda,2015\n", "The headings lack: received_at, words"),
        ("old.csv", LINES.replace("3/4/2015", "3/4/1066").encode(), "This is not the date of birth of a child"),
    ],
)
def test_a_file_that_is_no_table_of_contacts_is_refused_in_words(
    client: Client, triage: User, name: str, content: bytes, said: str
) -> None:
    sent = {"file": SimpleUploadedFile(name, content)}
    assert said in client.post("/front-door/contacts/import/", sent).content.decode()
    assert not Intake.objects.exists()


def test_a_named_worker_holds_the_front_door_out_of_hours(client: Client) -> None:
    decider = sign_in(client, "emergency_duty", worker_id=free_worker())
    sent = {
        "worker": str(decider.worker_id),
        "phone": "01632 960 777",
        "starts_at": "5pm",
        "ends_at": "23/11/2026 9am",
    }
    assert client.post("/front-door/out-of-hours/", sent).status_code == 302
    assert holder_at(NOW) is None
    evening = datetime(2026, 11, 21, 2, tzinfo=UTC)
    found = holder_at(evening)
    assert found is not None
    assert found.worker_id == decider.worker_id
    client.post(f"/front-door/out-of-hours/{found.pk}/end/")
    assert not OutOfHoursHolder.objects.exists()
    reader = Client()
    sign_in(reader, "triage_officer")
    assert reader.post("/front-door/out-of-hours/", sent).status_code == 200
    assert not OutOfHoursHolder.objects.exists()
