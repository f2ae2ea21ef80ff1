"""The closing of a case: asked by a worker, decided by somebody else."""
