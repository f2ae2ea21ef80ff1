"""What a change of worker would interrupt for a child: raised before the change is made."""

from onechild.service.record.queries.changing_worker.raised import raised_by_change

__all__ = ["raised_by_change"]
