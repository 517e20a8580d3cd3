"""Every way a person meets the coach: terminal, JSON lines, browser."""
