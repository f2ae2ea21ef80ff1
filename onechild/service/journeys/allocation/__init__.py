"""Who holds a child: allocate, wait, transfer, co-work and undo, each a verb of its own with a reason that stays."""
