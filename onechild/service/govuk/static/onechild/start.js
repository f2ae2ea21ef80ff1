// Starts what govuk-frontend and htmx add to pages that already work whole without them.
import { Button, CharacterCount, Checkboxes, ErrorSummary, Radios, SkipLink, createAll } from "./govuk.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

const parts = [Button, CharacterCount, Checkboxes, ErrorSummary, Radios, SkipLink];

function start(scope) {
  parts.forEach((part) => createAll(part, undefined, scope));
}

start(document);

// A part that htmx swapped in starts too; a part being fetched says that it is busy, and is dimmed by the style sheet.
document.addEventListener("htmx:afterSettle", (event) => start(event.detail.elt));
document.addEventListener("htmx:beforeRequest", (event) => event.detail.target?.setAttribute("aria-busy", "true"));
document.addEventListener("htmx:afterRequest", (event) => event.detail.target?.removeAttribute("aria-busy"));

// A link or button marked data-print prints the page; it is shown only where this script runs.
document.querySelectorAll("[data-print]").forEach((element) => {
  element.hidden = false;
  element.addEventListener("click", (event) => {
    event.preventDefault();
    window.print();
  });
});
