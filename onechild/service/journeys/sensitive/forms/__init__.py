"""The forms of specially careful work. Nothing is chosen for anybody."""
