"""What people ask of the council and tell it: complaints, allegations, incidents, requests for information."""
