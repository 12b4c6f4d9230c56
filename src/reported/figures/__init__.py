"""What is drawn of it: the letters, the kinds of chart, and the one way out."""
