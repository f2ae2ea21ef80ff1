"""The job that has documents scanned: what waits, a few at a time, each in a transaction of its own."""

from __future__ import annotations

from datetime import datetime

from onechild.service.journeys.case_notes.checking.scanner import NoAnswer, scan
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Document, DocumentContent

AT_ONCE = 50
NO_ANSWER = "The scanner did not answer"


def scan_waiting(*, scanner: str, now: datetime) -> list[str]:
    """Have the documents that wait looked at by `scanner`; without one they are marked as not scanned.

    This function will return a line for each that was held back, naming neither child nor file. A scanner that does not
    answer is asked again the next time.
    """
    held = []
    for document in Document.objects.filter(scan="waiting").order_by("scanned_at", "pk")[:AT_ONCE]:
        state, words = _looked_at(document, scanner)
        if (state, words) == (document.scan, document.scan_words):
            continue
        with change_set(by="the virus scanner", kind="edit", words="Document scanned"):
            Document.objects.filter(pk=document.pk, scan="waiting").update(scan=state, scan_words=words, scanned_at=now)
        if state == "found":
            held.append("a document was held back")
    return held


def _looked_at(document: Document, scanner: str) -> tuple[str, str]:
    if not scanner:
        return "no_scanner", ""
    row = DocumentContent.objects.filter(document_id=document.pk).first()
    if row is None:
        return "waiting", "Its content is missing"
    try:
        verdict = scan(bytes(row.content), scanner=scanner)
    except NoAnswer:
        return "waiting", NO_ANSWER
    return ("clean", "") if verdict.clean else ("found", verdict.words)
