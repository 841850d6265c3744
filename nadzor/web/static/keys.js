/* Keys of the workplace (none on the portal). Bound to the place of a key, so that they work in every layout. Single
   letters act only while a list has the focus, and are off by a switch (WCAG 2.1.4). No key signs, sends or ends
   anything: at most it opens the page that asks. */
(() => {
  "use strict";
  const bar = document.querySelector(".n-bar[data-keys]");
  if (!bar) return;
  const letters = bar.dataset.keys !== "off";
  const plain = (event) => !event.ctrlKey && !event.altKey && !event.metaKey;
  const types = (field) => field instanceof Element && (field.matches("textarea, select, [contenteditable]") ||
    (field.matches("input") && !["checkbox", "radio", "button", "submit"].includes(field.type)));
  const listOf = (at) => (at instanceof Element ? at.closest(".n-scroll:has(tbody th[scope=row] a)") : null);
  const linkOf = (row) => row?.querySelector("th[scope=row] a") ?? null;
  const boxOf = (row) => row?.querySelector("input[type=checkbox]") ?? null;
  const say = (text) => {
    const live = document.getElementById("live");
    if (live) live.textContent = text;
  };

  const move = (list, row, by) => {
    const rows = [...list.querySelectorAll("tbody tr")].filter(linkOf);
    const next = row ? rows[rows.indexOf(row) + by] : rows[by > 0 ? 0 : rows.length - 1];
    linkOf(next)?.focus();
  };
  const choose = (row) => {
    const box = boxOf(row);
    if (!box) return;
    box.checked = !box.checked;
    say(`${box.value}: ${box.checked ? bar.dataset.chosen : bar.dataset.notChosen}`);
  };
  const chosen = (list, row) => {
    if (list.querySelector("tbody input[type=checkbox]:checked")) return;
    if (boxOf(row)) boxOf(row).checked = true;
  };

  // The list of keys opens over the page, so that nothing typed is lost; without a dialog the page itself opens.
  const showKeys = async () => {
    if (document.getElementById("keys")) return;
    try {
      const answer = await fetch(bar.dataset.keysUrl, { credentials: "same-origin" });
      const whole = new DOMParser().parseFromString(await answer.text(), "text/html");
      const dialog = document.createElement("dialog");
      const close = document.createElement("button");
      close.type = "button";
      close.className = "btn";
      close.textContent = bar.dataset.close;
      close.addEventListener("click", () => dialog.close());
      dialog.className = "n-dialog";
      dialog.setAttribute("aria-label", bar.dataset.keysTitle);
      dialog.append(whole.getElementById("keys"), close);
      dialog.addEventListener("close", () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    } catch {
      location.assign(bar.dataset.keysUrl);
    }
  };

  let went = 0; // when G was pressed: the next key says where to
  const inList = (event, list, row) => {
    const at = Date.now();
    if (at - went < 1500 && (event.code === "KeyI" || event.code === "KeyC")) {
      location.assign(event.code === "KeyI" ? bar.dataset.inbox : bar.dataset.control);
      return true;
    }
    went = event.code === "KeyG" ? at : 0;
    if (event.code === "KeyG") return true;
    if (event.code === "KeyJ" || event.code === "KeyK") move(list, row, event.code === "KeyJ" ? 1 : -1);
    else if (event.code === "KeyX") choose(row);
    else if (event.code === "KeyW" && row) location.assign(`${linkOf(row).href}#first-why`);
    else if (event.code === "KeyA" && document.getElementById("id_executor")) {
      chosen(list, row);
      document.getElementById("id_executor").focus();
    } else if (event.code === "KeyF" && document.querySelector("[data-key=forward]")) {
      chosen(list, row);
      document.querySelector("[data-key=forward]").click();
    } else return false;
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    if (event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey && event.code === "KeyK") {
      const field = document.getElementById("bar-search");
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
      return;
    }
    if (event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey && event.code === "KeyS") {
      const save = event.target.closest?.("form")?.querySelector("[data-save]") ?? document.querySelector("[data-save]");
      if (!save) return;
      event.preventDefault();
      save.click();
      return;
    }
    if (!plain(event) || types(event.target)) return;
    if (letters && event.key === "?") {
      event.preventDefault();
      showKeys();
      return;
    }
    const list = listOf(event.target);
    if (!list) return;
    const row = event.target.closest("tbody tr");
    if (event.code === "Enter" && event.target.matches("input[type=checkbox]") && linkOf(row)) {
      event.preventDefault(); // Enter on a box would send the form
      linkOf(row).click();
      return;
    }
    if (letters && !event.shiftKey && !event.repeat && inList(event, list, row)) event.preventDefault();
    else if (letters && event.repeat && ["KeyJ", "KeyK"].includes(event.code)) inList(event, list, row);
  });

  // Shift takes a range of boxes.
  let last = null;
  document.addEventListener("click", (event) => {
    const box = event.target;
    const list = listOf(box);
    if (!list || !(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
    const boxes = [...list.querySelectorAll("tbody input[type=checkbox]")];
    const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((one, other) => one - other);
    if (event.shiftKey && from >= 0) for (const each of boxes.slice(from, to + 1)) each.checked = box.checked;
    last = box;
  });

  // W in a list leads here: the first "why" of the case, opened. Nothing has this id: the browser would take the focus.
  const why = location.hash === "#first-why" ? document.querySelector(".n-terms details.n-why") : null;
  if (why) {
    why.open = true;
    why.querySelector("summary").focus();
  }
})();
