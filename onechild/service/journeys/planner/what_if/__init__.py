"""What if: caseloads of the next 26 weeks, with more workers, another target, sickness or another demand."""
