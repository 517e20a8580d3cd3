"""What is known about mentoring: the guides, their passages, and the way to find the right one."""
