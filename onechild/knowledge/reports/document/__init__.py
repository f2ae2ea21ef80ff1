"""What a report is before anybody draws it: sections of sentences, tables and charts, and notes that define figures."""
