"""The benchmark explorer: published figures of every council in England, open to anybody; knows nothing of children."""
