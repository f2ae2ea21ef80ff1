"""The template tags of drafts."""
