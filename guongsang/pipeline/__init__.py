"""The stages in order: read, judge and model (`checking`), render and publish (`building`)."""
