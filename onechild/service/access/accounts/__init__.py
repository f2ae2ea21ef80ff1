"""Looking after accounts: who has one, which roles they hold and why, links, locks, sessions. No child is seen here."""
