"""What the formats that come as sheets share: layout as data, headings, cells read by type, and the rows they give."""
