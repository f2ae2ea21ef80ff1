"""Migrations of the partner's form: no table, one function."""
