"""The horizon page: what somebody at a place sees all round, and when the Sun and the Earth stand over it."""
