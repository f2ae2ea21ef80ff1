"""Forms half filled, kept for who filled them: by a button, as they type, or because their session ended meanwhile."""
