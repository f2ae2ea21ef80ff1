"""The answers worked out by hand, one module a part of the catalogue, each with its tuple `ANSWERS`."""
