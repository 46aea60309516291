"""The pages that are seen before the first session."""
