"""Papers: letters, sheets and books set for print."""
