"""The agenda of a supervision, made from the record on the day: nothing of it is typed."""
