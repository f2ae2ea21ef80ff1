"""What changes who may see what: each action checks who acts, and writes in one transaction."""
