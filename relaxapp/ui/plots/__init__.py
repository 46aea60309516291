"""Plots of plain values, each with the table that says the same."""
