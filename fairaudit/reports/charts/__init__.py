"""Pictures as inline SVG, laid out the same way every time."""
