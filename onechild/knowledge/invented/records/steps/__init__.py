"""Steps that law, guidance and practice ask for, most in time and some late or never, and what starts their time."""
