"""What a disclosure becomes outside this library: plain data and JSON."""
