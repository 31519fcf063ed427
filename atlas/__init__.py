"""The ILRS Atlas: who said what about the Moon-base race, when, and where on the south pole."""

__version__ = "0.1.0"
