"""What papers for a court say of one suit."""
