"""Text → value, and two values → Relation: pure functions on plain strings."""
