"""What measures count: tables of rows, each row with the moment it is counted at, drawn from the standard tables."""
