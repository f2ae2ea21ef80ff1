"""The first page: what is due today, what is late, what comes; and a home for those who hold no children."""
