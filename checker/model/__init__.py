"""The nouns of the field, frozen."""
