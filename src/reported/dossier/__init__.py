"""What was said, by whom and when: a folder of tables, read, checked and described."""
