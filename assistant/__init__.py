"""The coach: understands what a person wants to say, writes it with them, checks it in the open."""
