"""The past of a child and of the people around the child, assembled, with the patterns in it that ask for an answer."""
