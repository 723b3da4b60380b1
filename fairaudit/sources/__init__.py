"""One file format each, into values with their places."""
