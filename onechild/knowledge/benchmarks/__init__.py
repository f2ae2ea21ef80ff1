"""Figures that DfE, Ofsted and ONS publish of every council in England, as the project's own tidy tables."""
