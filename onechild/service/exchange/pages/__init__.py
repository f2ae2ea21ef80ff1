"""The pages of data in: uploads, loads, what could not be read, links, reconciliation, errors."""
