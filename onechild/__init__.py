"""OneChild: one record for each child, every statutory clock, and figures that open."""
