"""Puts numbers and the names of files into words that can be printed on one line."""

from __future__ import annotations


def counted(number: int, thing: str, things: str = "") -> str:
    """This function will return a number with what it counts: "1 row", "2,500 rows"; `things` is an odd plural."""
    return f"1 {thing}" if number == 1 else f"{number:,} {things or thing + 's'}"


def shown(name: str) -> str:
    """This function will return a file's name as it can be printed: line ends and bytes of no text become "?"."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)
