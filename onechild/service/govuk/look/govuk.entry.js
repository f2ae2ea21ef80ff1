// The parts of govuk-frontend's JavaScript that our pages use; bundled into static/onechild/govuk.js (see README.md).
export { createAll } from "govuk-frontend/dist/govuk/init.mjs";
export { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
export { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
export { Checkboxes } from "govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs";
export { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
export { Radios } from "govuk-frontend/dist/govuk/components/radios/radios.mjs";
export { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";
