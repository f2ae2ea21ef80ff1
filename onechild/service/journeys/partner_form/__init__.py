"""The form by which anybody tells the front door about a child: it takes a contact and reveals nothing."""
