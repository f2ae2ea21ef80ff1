"""The assessment, history first: what came before, the child's voice, the parts, and a manager's authorisation."""
