"""Gives a report in one form or another: a page, a PDF, a Word or Excel file, plain words, JSON."""
