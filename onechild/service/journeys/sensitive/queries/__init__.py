"""What the pages of specially careful work read, and what waits for somebody."""

from onechild.service.journeys.sensitive.queries.waiting import waiting_for

__all__ = ["waiting_for"]
