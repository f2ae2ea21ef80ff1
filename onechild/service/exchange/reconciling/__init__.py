"""The record against another system's own list, child by child, as at a day."""

from onechild.service.exchange.reconciling.counting import WHAT

__all__ = ["WHAT"]
