"""The pages of one child: the whole story, what is due and why, and the edits of the child's own details."""
