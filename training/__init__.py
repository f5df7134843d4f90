"""Fits what is learned from marked stories, from commands in the repository."""
