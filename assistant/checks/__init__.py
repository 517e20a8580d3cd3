"""The checks: rules for a text as data, in families, and the review that runs them."""
