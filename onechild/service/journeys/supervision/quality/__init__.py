"""Case supervisions drawn by chance each month, read by somebody else against a rubric."""
