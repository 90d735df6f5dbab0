"""Finds, reads and proves content: a pack is a folder of words in one language."""
