"""What taking contacts in reads: who a child may be, what the record says of them, one contact with all that it has."""
