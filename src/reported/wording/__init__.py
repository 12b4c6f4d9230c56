"""What is said of it: numbers and dates in words, and sentences with their evidence."""
