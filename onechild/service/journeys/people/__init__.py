"""The people around a child: who they are, what they may decide, who lives with whom, and the family drawn."""
