"""Texts that are too long to hold: read in pieces that are cut where a card begins."""
