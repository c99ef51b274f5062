"""From segments to typed rows: cells get the kinds they could be, and the grammar of the family decides."""
