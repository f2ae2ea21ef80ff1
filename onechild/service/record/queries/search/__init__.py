"""Finding a child, an adult or a worker by name, date of birth, address or number: what was asked, and who is meant."""
