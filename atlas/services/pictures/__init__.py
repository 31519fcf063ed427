"""The user's own pictures: taken in, described, found again, binned, exported and carried along with notes."""
