"""Rows that measures of the workforce count: staff in post, posts, leavers, absences, supervision."""
