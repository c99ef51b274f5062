"""From tables and narrative to the disclosure: whose it is, of which year and stage, and what stands between tables."""
