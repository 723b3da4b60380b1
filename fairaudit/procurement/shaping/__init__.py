"""Raw values of documents in the shape of the model: names and spellings settled, documents merged, sections known."""
