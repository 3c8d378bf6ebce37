/* Keys, and marks that answer to each other. Every page works without this. */
"use strict";

const jumps = { d: "/", m: "/matters", t: "/timeline", r: "/reports", n: "/names", v: "/review", p: "/map" };
let waiting = 0; // until when the key after "g" is awaited

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

function lines() {
  return Array.from(document.querySelectorAll("[data-line], .topics > li, .saids-list > li, .list tbody tr, .cards > li"));
}

function step(by) {
  const all = lines();
  const here = all.findIndex((line) => line.contains(document.activeElement));
  const next = all[Math.min(Math.max(here + by, 0), all.length - 1)];
  const link = next && (next.matches("[tabindex]") ? next : next.querySelector("a, button"));
  if (link) {
    link.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}

/* The key of a button within the line that has the focus, the first line where none has it. */
function act(key) {
  const line = document.activeElement?.closest?.(".doubt") || document.querySelector(".doubt");
  const button = line?.querySelector(`[data-do="${CSS.escape(key)}"]`);
  if (!button) return false;
  button.click();
  if (button.matches("summary")) button.parentElement.querySelector("select, input:not([type=hidden])")?.focus();
  return true;
}

document.body.addEventListener("htmx:afterSwap", (event) => {
  const done = event.detail.elt?.closest?.(".judged") || event.target.closest?.(".judged");
  if (!done) return;
  let next = done.nextElementSibling;
  while (next && !next.matches(".doubt")) next = next.nextElementSibling;
  (next || document.querySelector(".doubt") || done).focus();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const dialog = document.getElementById("keys");
  if (dialog && dialog.open) return;
  const key = event.key;
  if (waiting > Date.now() && jumps[key]) {
    window.location.href = jumps[key];
  } else if (key === "g") {
    waiting = Date.now() + 1200;
    return;
  } else if (key === "/") {
    document.getElementById("find")?.focus();
  } else if (key === "?") {
    dialog?.showModal();
  } else if (key === "j") {
    step(1);
  } else if (key === "k") {
    step(-1);
  } else if (act(key)) {
    // a key of the line that has the focus
  } else {
    const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!button) return;
    if (button.matches("button, a")) button.click();
    else button.focus();
  }
  waiting = 0;
  event.preventDefault();
});

/* A statement under the pointer or with the focus is shown in the text, and the other way round. */
function light(event, on) {
  const source = event.target.closest?.("[data-s]");
  if (!source) return;
  const numbers = source.dataset.s.split(" ").filter(Boolean);
  const page = source.closest(".reading");
  if (!page) return;
  for (const mark of page.querySelectorAll("[data-s]")) {
    const shared = mark.dataset.s.split(" ").some((number) => numbers.includes(number));
    mark.classList.toggle("lit", on && shared);
  }
}

for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  document.addEventListener(begin, (event) => light(event, true));
  document.addEventListener(end, (event) => light(event, false));
}
