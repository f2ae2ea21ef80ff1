"""The handover pack: what a next worker must know, made from the record on the day it is opened."""
