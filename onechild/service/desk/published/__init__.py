"""Pages of published figures: what was told, by which definition, and what has changed since."""
