"""The engines: ways to understand and to write, behind one port."""
