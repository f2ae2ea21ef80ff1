"""Reads from the record what a plan is made of: the workers of its teams and the children whom the viewer may see."""
