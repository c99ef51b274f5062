"""Performance forms: what their cells could be, and the rows their grammars read."""
