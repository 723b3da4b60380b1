"""Which person or party a record means by the name it writes."""
