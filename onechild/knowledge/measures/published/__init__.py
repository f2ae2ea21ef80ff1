"""A figure once told: what is kept of it, counting it again as it was known, and saying what has changed since."""
