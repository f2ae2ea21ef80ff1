"""The academy: cohorts, mentors, practice observations and the assessed year, with its caseload protected by rule."""
