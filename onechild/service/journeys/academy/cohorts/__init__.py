"""Cohorts and the places in them."""
