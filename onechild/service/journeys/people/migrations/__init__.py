"""How the policies of this journey's tables came to be."""
