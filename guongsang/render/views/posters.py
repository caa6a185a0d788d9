"""The sizes of posters."""

POSTER_SIZES: dict[str, tuple[float, float]] = {"a3": (118, 147.5), "a4": (83.5, 104.3)}
"""The sizes of paper, each with width and height in millimetres of the photo on it."""
