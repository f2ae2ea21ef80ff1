"""Published figures run again over the record, as it was known then and as it is known now."""
