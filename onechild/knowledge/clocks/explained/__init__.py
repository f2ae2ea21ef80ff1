"""What a page or a document says of the clocks beside their law: an example worked out, and every row accounted for."""
