"""The look: GOV.UK's design system as templates, form renderer, components and words. Knows nothing of children."""
