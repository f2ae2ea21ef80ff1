"""The register of decisions, what became of those that sent a child away, and second looks by somebody else."""
