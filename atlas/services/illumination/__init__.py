"""How long ground is lit and Earth in sight over a span of time, for every cell of a map rectangle."""
