"""From bytes to pages of rows of cells: one module for each format."""
