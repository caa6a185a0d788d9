"""Files of the good site that many tests change, by their paths in it."""

P1 = "content/exemplars/2024/noi-01.vi.md"
"""The profile of a nurse, approved, with consent to the name and none to a photo."""

P1_EN = "content/exemplars/2024/noi-01.en.md"
"""Its translation."""

P2 = "content/exemplars/2024/noi-02.vi.md"
"""The profile of a ward, registered, with a photo."""

ABOUT = "content/pages/about.vi.md"
"""A free page."""
