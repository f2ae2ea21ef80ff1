"""Taking contacts in: recording one, finding whom it is about, how urgent it is, joining what was sent twice."""
