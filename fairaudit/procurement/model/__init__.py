"""What a procurement is in its own words: the annotated classes of the model, and the scalars and kinds they are made of."""
