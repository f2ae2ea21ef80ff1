"""The template library `onechild`."""
