"""Published code lists, each dated and sourced: what a code means, when it was valid, and how to read one."""

from onechild.knowledge.codesets.load import all_codesets, codeset
from onechild.knowledge.codesets.model import Code, CodeSet, UnknownCode, UnknownCodeSet
from onechild.knowledge.codesets.reading import Reading, plain_code, read_code

__all__ = [
    "Code",
    "CodeSet",
    "Reading",
    "UnknownCode",
    "UnknownCodeSet",
    "all_codesets",
    "codeset",
    "plain_code",
    "read_code",
]
