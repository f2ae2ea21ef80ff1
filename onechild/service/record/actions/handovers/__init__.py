"""Handing a child over from one lead worker to the next: begun with the change itself, finished, read, met together."""

from onechild.service.record.actions.handovers.steps import (
    NotNow,
    Written,
    begin,
    call_off,
    finish,
    met,
    read,
    write,
)

__all__ = ["NotNow", "Written", "begin", "call_off", "finish", "met", "read", "write"]
