"""What a person may ask of their own record, what was disclosed to whom, and how long records are kept."""
