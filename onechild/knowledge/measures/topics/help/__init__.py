"""Measures of help and protection: assessment, children in need, enquiries and conferences, plans, quality."""
