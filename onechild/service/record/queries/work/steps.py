"""What became of a piece of written work: every step of it, the newest last."""

from __future__ import annotations

from onechild.service.record.models import WorkStep


def steps_of(about_id: str) -> list[WorkStep]:
    """This function will return the steps of a piece of work by its key, the oldest first."""
    return list(WorkStep.objects.filter(about_id=about_id).order_by("at", "pk"))


def returned_with(about_id: str) -> WorkStep | None:
    """This function will return the last return for edits, as long as the work was not sent again since."""
    steps = steps_of(about_id)
    return steps[-1] if steps and steps[-1].step == "returned" else None
