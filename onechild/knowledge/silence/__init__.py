"""What has not happened: declared checks over the standard tables as at a day, each with its source."""
