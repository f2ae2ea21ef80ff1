"""Reports: measures composed into sentences, tables and charts, rendered to text, JSON and HTML."""
