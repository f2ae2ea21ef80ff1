"""The statutory timescales as dated, sourced data, and what they make of the standard tables: obligations."""
