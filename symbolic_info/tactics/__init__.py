"""SEARCH, UNTRUSTED: whatever is found here goes through the kernel's check."""
