"""The one error whose message is written for the person at the keyboard: a single plain line, no traceback."""


class CannotProceed(Exception):
    """Nothing could be done, and the message says why in one plain line; the command line ends with 2."""
