"""From bytes to text: encodings, what is spoilt and mended, and rich text from the clipboard."""
