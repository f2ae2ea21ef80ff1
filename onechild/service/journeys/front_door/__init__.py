"""The front door: contacts taken in, the board, and what is decided of them."""
