"""From a file to a Case: encoding, syntax, every problem at once, each where the person wrote it."""
