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

// What drafts.js holds in this tab until the server has it: a form that was sent and led to another page was taken in, and
// whoever signs out leaves nothing behind.
const held = Object.keys(window.sessionStorage).filter((key) => key.startsWith("onechild-draft:"));
held.filter((key) => !key.endsWith(`:${window.location.pathname}`)).forEach((key) => {
  if (window.sessionStorage.getItem(key).includes('"state":"sent"')) window.sessionStorage.removeItem(key);
});
document.querySelectorAll('form[action$="/sign-out/"]').forEach((form) => {
  form.addEventListener("submit", () => {
    document.body.dataset.signedOut = "yes";
    window.sessionStorage.clear();
  });
});
