"""The reports there are: each composes figures into a document, and none counts anything itself."""
