"""The rows that measures of looked-after children count: where they live, who works with them, how they fare."""
