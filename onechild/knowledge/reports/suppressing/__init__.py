"""Chooses what a published table keeps back, so that no hidden number can be worked out from what is shown."""
