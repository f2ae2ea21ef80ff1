// Keeps what is typed into a form, for a page that already works whole without it: the button "Save draft" does the same.
//
// - What was typed is on its way to the server 3 seconds after the first letter that is not kept, however long somebody
//   goes on typing; and at once when the page is hidden or left (a closed lid, another app, a killed tab).
// - Until the server has said that it has it, it is held in this tab's sessionStorage as well. sessionStorage and not
//   localStorage: it belongs to one tab, no other tab or later user of the computer reads it, and it goes when the tab is
//   closed. It is taken away as soon as the server has the words, on signing out, and where somebody else has signed in.
// - A lost connection is said in words and tried again until it is back.
const WAIT = 3000; // from the first letter that is not kept until it is sent
const HOLD = 500; // until it is held in the tab
const LIMIT = 10000; // an answer that takes longer is a connection lost
const TRIES = [3000, 5000, 10000, 15000]; // between attempts; the last goes on
const MOST_BEHIND = 40000; // letters that a browser goes on sending for a page that is gone
const OLD = 12 * 60 * 60 * 1000; // as long as a day's session
const HELD = "onechild-draft:";
const NEVER = /^(csrfmiddlewaretoken$|draft_)|password/i;

document.querySelectorAll("[data-draft]").forEach((status) => {
  const form = status.closest("form");
  if (form) keep(form, status);
});

function keep(form, status) {
  const address = status.dataset.draft;
  const name = `${HELD}${status.dataset.draftOf}:${window.location.pathname}`;
  let typed = 0; // counts what was typed; what was sent and kept are the counts at that moment
  let kept = 0;
  let tried = 0;
  let sending = false;
  let leaving = false;
  let failures = 0;
  let lost = null;
  let timer = null;
  let holding = null;
  let base = status.dataset.draftAt; // which state of the draft this form was filled from, or was last kept as

  sweep(status.dataset.draftOf);
  status.textContent = "What you type is kept as you type.";
  if (restore()) changed();

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", sent);
  document.addEventListener("submit", (event) => {
    if (event.target !== form) send(true); // such as signing out: before the session ends
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") send(true);
  });
  window.addEventListener("pagehide", left);
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("online", () => send());
  window.addEventListener("beforeunload", (event) => {
    if (lost && typed !== kept && !leaving) event.preventDefault();
  });

  function changed() {
    typed += 1;
    leaving = false;
    holding ??= setTimeout(hold, HOLD);
    if (!sending) timer ??= setTimeout(send, WAIT);
  }

  async function send(hidden = false) {
    clearTimeout(timer);
    timer = null;
    if (sending || leaving || typed === kept) return;
    const now = typed;
    sending = true;
    hold();
    try {
      const headers = { "HX-Request": "true" };
      if (now === tried) headers["X-By-Itself"] = "yes"; // nobody typed since: it keeps no session alive
      tried = now;
      const words = body();
      const keepalive = hidden && [...words.values()].join("").length < MOST_BEHIND;
      const answer = await fetch(address, {
        method: "POST", body: words, headers, keepalive, signal: AbortSignal.timeout(LIMIT), credentials: "same-origin",
      });
      await answered(answer, now);
    } catch {
      failed("no connection");
    } finally {
      sending = false;
      if (typed !== kept && !leaving) timer ??= setTimeout(send, lost ? TRIES[Math.min(failures, TRIES.length) - 1] : WAIT);
    }
  }

  async function answered(answer, now) {
    const elsewhere = answer.headers.get("HX-Redirect");
    if (elsewhere) { // the session has ended: the server holds what was sent, and so does this tab
      leaving = true;
      window.location.assign(elsewhere);
    } else if (answer.headers.get("X-Draft-Kept") === "yes") {
      kept = now;
      base = answer.headers.get("X-Draft-At") ?? base;
      failures = 0;
      lost = null;
      status.classList.remove("oc-saved--lost");
      if (answer.ok) status.innerHTML = await answer.text();
      else status.textContent = "Kept in My drafts. Your session has changed: open this page again before you save it.";
      if (typed === kept) drop();
    } else if (answer.ok) {
      kept = now; // it can't be kept there, and trying again would not help: the tab goes on holding it
      status.innerHTML = await answer.text();
    } else {
      failed(answer.status === 429 ? "too much was sent at once" : "OneChild does not answer");
    }
  }

  function failed(why) {
    failures += 1;
    lost ??= new Date();
    status.classList.add("oc-saved--lost");
    status.textContent = `Not kept since ${clock(lost)}: ${why}. We go on trying.`;
  }

  function sent(event) {
    if (!lost) {
      leaving = true; // the answer decides what becomes of the draft: no late copy of it comes after
      clearTimeout(timer);
      timer = null;
      hold("sent");
      return;
    }
    event.preventDefault();
    const button = event.submitter;
    status.textContent = "There is no connection yet, so nothing was sent. What you typed stays here.";
    send().then(() => { if (!lost) form.requestSubmit(button); });
  }

  function left() {
    if (leaving || typed === kept) return;
    hold();
    if (navigator.sendBeacon(address, body())) kept = typed;
  }

  function body() {
    const found = new FormData(form);
    [...found.entries()].forEach(([field, value]) => { if (value instanceof File) found.delete(field); });
    return found;
  }

  function hold(state = "typed") {
    clearTimeout(holding);
    holding = null;
    if ((typed === kept && state === "typed") || document.body.dataset.signedOut) return;
    const values = [...body().entries()].filter(([field]) => !NEVER.test(field));
    try {
      window.sessionStorage.setItem(name, JSON.stringify({ at: Date.now(), state, base, values }));
    } catch { /* full or forbidden: the server has it within seconds */ }
  }

  function drop() {
    window.sessionStorage.removeItem(name);
  }

  // Puts back what the server had not said that it has. A form that was sent was most likely taken in: it is put back only
  // where somebody came back to this very page. Where the draft was changed elsewhere meanwhile, they are asked.
  function restore() {
    let found = null;
    try {
      found = JSON.parse(window.sessionStorage.getItem(name));
    } catch { /* nothing that we wrote */ }
    const way = performance.getEntriesByType("navigation")[0]?.type;
    if (!found || (found.state === "sent" && !["back_forward", "reload"].includes(way))) {
      drop();
      return false;
    }
    if (found.state === "typed" && found.base !== base && differs(found.values)) {
      offer(found.values);
      return false;
    }
    drop();
    return fill(found.values);
  }

  function offer(values) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "govuk-button govuk-button--secondary";
    button.textContent = "Put it back";
    button.addEventListener("click", () => {
      button.remove();
      if (fill(values)) changed();
    });
    status.textContent = "What you typed last in this tab was not kept, and the draft has been changed elsewhere since. ";
    status.append(button);
  }

  function differs(values) {
    const mine = [...body().entries()].filter(([field]) => !NEVER.test(field));
    return JSON.stringify(mine) !== JSON.stringify(values);
  }

  function fill(values) {
    const held = new Map();
    values.forEach(([field, value]) => held.set(field, [...(held.get(field) ?? []), value]));
    const filled = [...form.elements].filter((element) => element.name && !NEVER.test(element.name));
    return filled.map((element) => put(element, held.get(element.name) ?? [])).some(Boolean);
  }
}

function put(element, values) {
  if (["file", "submit", "button"].includes(element.type)) return false;
  if (["checkbox", "radio"].includes(element.type)) {
    const ticked = values.includes(element.value);
    const differs = element.checked !== ticked;
    element.checked = ticked;
    return differs;
  }
  const value = values.length > 1 ? values.shift() : values[0];
  if (value === undefined || element.value === value) return false;
  element.value = value;
  return true;
}

function sweep(person) {
  Object.keys(window.sessionStorage).filter((key) => key.startsWith(HELD)).forEach((key) => {
    const fresh = () => Date.now() - JSON.parse(window.sessionStorage.getItem(key)).at < OLD;
    try {
      if (key.startsWith(`${HELD}${person}:`) && fresh()) return;
    } catch { /* not ours to read: away with it */ }
    window.sessionStorage.removeItem(key);
  });
}

function clock(at) {
  const half = at.getHours() < 12 ? "am" : "pm";
  return `${at.getHours() % 12 || 12}.${String(at.getMinutes()).padStart(2, "0")}${half}`;
}
