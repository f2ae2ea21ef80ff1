"""Rows of the council itself and not of a child: school terms, working life."""
