"""The journeys of subjects that are no children: households, adopters, workers, complaints, allegations, requests."""
