"""The board of the front door: every contact that waits, by how far it is and by how long it has left."""
