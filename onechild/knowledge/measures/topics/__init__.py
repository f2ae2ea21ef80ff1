"""The measures themselves: one module a topic, each with its tuple `MEASURES`."""
