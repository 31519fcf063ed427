"""What is measured, below the map: the points as a table, the elevation as a chart. Nothing of it loads at start."""
