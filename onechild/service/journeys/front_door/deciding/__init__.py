"""What is decided of a contact: first, in screening and last; checks, strategy discussions, reversals, feedback."""
