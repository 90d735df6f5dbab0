"""A coaching session in a terminal that ends on one concrete, safe action."""

__version__ = "0.1.0"
