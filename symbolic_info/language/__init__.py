"""WHAT CAN BE SAID: domains, terms, laws, variables, units, and the question language."""
