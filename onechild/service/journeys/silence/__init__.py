"""What has not happened: the list of silences, who can mend each, and those put aside for a time with a reason."""
