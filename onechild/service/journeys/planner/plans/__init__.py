"""Works plans out, keeps them, makes them so; what they say."""
