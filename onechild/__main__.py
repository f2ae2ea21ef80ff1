"""`python -m onechild …` is the same as `onechild …`."""

from onechild.cli.main import run

run()
