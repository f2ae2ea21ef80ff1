"""Publishing figures: what was told to somebody is kept as it was told."""
