"""Rows, cells and columns: tables as text."""
