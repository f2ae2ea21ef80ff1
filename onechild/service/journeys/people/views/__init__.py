"""The pages about the people around a child: the list, the drawing, and the forms that change them."""
