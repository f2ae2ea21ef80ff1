"""The patterns that a history may show, one function each: a dozen, so that each is worth an answer."""
