"""Accuracy and speed, run by one command each."""
