"""Where the tables live: an extract opened on DuckDB, PostgreSQL or Spark. Nothing else knows a dialect."""
