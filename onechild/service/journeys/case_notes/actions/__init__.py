"""What is written of case notes and documents."""
