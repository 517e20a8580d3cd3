"""What can be told about English text without a model: sentences, people, times."""
