"""Writes supervision: begins and calls off a session, writes it, signs it."""
