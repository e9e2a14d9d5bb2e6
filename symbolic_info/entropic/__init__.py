"""STATEMENTS ABOUT H AND I of random variables: read, decided, explained, refuted."""
