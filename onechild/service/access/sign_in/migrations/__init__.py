"""How the tables of signing in came to be, step by step."""
