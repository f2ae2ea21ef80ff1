"""The page of what has not happened: a worklist by check, and the form that puts one thing aside."""
