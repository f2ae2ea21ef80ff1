"""The explorer's charts, drawn to SVG on this machine: two widths, shapes and dashes as well as colours."""
