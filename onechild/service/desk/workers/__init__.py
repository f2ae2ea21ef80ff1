"""A worker: the children held, what is due for them, and the load against the target."""
