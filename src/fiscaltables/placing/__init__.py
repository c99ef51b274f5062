"""From typed rows to tables: headers become column paths, amounts find their columns."""
