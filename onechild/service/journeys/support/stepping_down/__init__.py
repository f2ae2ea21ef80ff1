"""The page of the step-down contract."""
