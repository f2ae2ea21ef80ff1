"""Makes the tidy tables of published figures that `onechild.knowledge.benchmarks` reads; see `write.py`."""
