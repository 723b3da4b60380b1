"""People and parties: whom a name or an id means, what they do in a procurement, and who had influence on it."""
