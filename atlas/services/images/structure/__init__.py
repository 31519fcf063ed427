"""What a picture file says of itself, read without decoding it: one module for each format that comes in."""
