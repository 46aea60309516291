"""What is done with the whole log: taken out, brought in, copied, and gone back to a copy of."""
