/* What htmx does not do by itself, and two kindnesses: digits in the Kazakh layout, what was typed kept over a change
   of language. Every page and every form works without this file. */
(() => {
  "use strict";
  const live = () => document.getElementById("live");
  const focusOn = (root) => {
    const target = root.querySelector(".n-summary, .n-refusal, [data-focus]");
    if (!target) return;
    target.setAttribute("tabindex", "-1");
    target.focus();
  };

  // A refused form comes back with 422 and is put in its place like any answer.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const status = event.detail.xhr.status;
    if (status === 422 || status === 409 || status === 403) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  document.addEventListener("htmx:beforeRequest", (event) => event.detail.target?.setAttribute("aria-busy", "true"));
  document.addEventListener("htmx:afterRequest", (event) => event.detail.target?.removeAttribute("aria-busy"));
  document.addEventListener("htmx:afterSettle", (event) => {
    const root = event.detail.elt;
    focusOn(root);
    const said = root.querySelector("[data-say]");
    if (said && live()) live().textContent = said.dataset.say;
  });
  const lost = () => {
    if (live()) live().textContent = live().dataset.lost;
  };
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:timeout", lost);
  focusOn(document);

  // In the Kazakh layout the row of digits types letters: fields of numbers, codes and days take the key itself.
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !field.matches("[inputmode=numeric], [data-digits]")) return;
    const key = /^Digit(\d)$/.exec(event.code);
    if (!key || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.key === key[1]) return;
    event.preventDefault();
    field.setRangeText(key[1], field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // Ctrl+Enter acts in a form that says so.
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.("form[data-act]");
    if (form && event.ctrlKey && event.code === "Enter") form.requestSubmit();
  });

  // Files go up as soon as they are chosen, where a form says so.
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !field.matches("[data-at-once]") || !field.files.length) return;
    field.form.requestSubmit(field.form.querySelector("[data-uploads]"));
  });

  // A change of language keeps what was typed: for one page, in this tab, wiped when it is put back.
  const kept = `typed:${location.pathname}`;
  const fields = () => [...document.querySelectorAll("main form [name]")].filter(
    (field) => !["password", "hidden", "file", "submit", "button"].includes(field.type),
  );
  const isTicked = (field) => field.type === "checkbox" || field.type === "radio";
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-keeps]")) return;
    const typed = fields().map((field) => [field.name, field.value, isTicked(field) ? field.checked : null]);
    try {
      sessionStorage.setItem(kept, JSON.stringify(typed));
    } catch {
      // a browser without storage: the page still changes its language
    }
  });
  try {
    const typed = JSON.parse(sessionStorage.getItem(kept) ?? "[]");
    sessionStorage.removeItem(kept);
    const here = fields();
    for (const [index, [name, value, ticked]] of typed.entries()) {
      const field = here[index];
      if (!field || field.name !== name) continue;
      if (ticked === null) field.value = value;
      else field.checked = ticked;
    }
  } catch {
    // nothing was kept
  }
})();
