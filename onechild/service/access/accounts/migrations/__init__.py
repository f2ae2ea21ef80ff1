"""How the tables of looking after accounts came to be, step by step."""
