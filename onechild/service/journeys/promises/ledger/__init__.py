"""The ledger of promises in three views: mine, my team's, a child's."""
