"""The timescales themselves, as data, a topic a module."""
