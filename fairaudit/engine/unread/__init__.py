"""What could not be read of a case, and what its rules may say in spite of it."""
