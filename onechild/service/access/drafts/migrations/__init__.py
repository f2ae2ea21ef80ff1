"""How the tables of drafts came to be, step by step."""
