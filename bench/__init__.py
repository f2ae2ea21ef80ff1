"""What is measured of speed and memory. Not tests: a busy machine fails nothing here."""
