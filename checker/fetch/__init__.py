"""Addresses → pages in a folder: the one room that goes out to the network, when asked to."""
