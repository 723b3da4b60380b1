"""Tables of scores into the model: whom and what their cells mean, and where each score stands."""
