"""From pages of rows to segments: captions, table bodies, notes, and the narrative between them."""
