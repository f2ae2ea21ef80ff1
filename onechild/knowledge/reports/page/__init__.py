"""The report as one HTML page: its tables, its drawings, and the children behind its figures."""
