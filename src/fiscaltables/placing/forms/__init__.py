"""Performance forms: rows of cells become projects with their fields, tasks, goals and indicators."""
