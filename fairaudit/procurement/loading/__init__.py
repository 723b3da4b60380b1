"""Files and documents into one case: which files make it, its parts built and named, and what could not be read."""
