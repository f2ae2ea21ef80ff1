"""One promise: given, read with its whole story, and every verb for it."""
