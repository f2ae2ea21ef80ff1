"""`onechild demo`, which is `make demo`: invents Hatterton, writes its report, and serves it to sign in to."""

from onechild.cli.demo.command import register

__all__ = ["register"]
