/* A key (WebAuthn) in a form: asks the site what to ask, asks the key, sends its answer in the form. Without scripts the
   form stays hidden and the page says so. */
(() => {
  "use strict";
  const bytes = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0)).buffer;
  };
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  const read = (asked) => {
    const options = asked.publicKey;
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    for (const list of [options.excludeCredentials, options.allowCredentials])
      for (const each of list || []) each.id = bytes(each.id);
    return asked;
  };
  const told = (key) => {
    const response = { clientDataJSON: text(key.response.clientDataJSON) };
    for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"])
      if (key.response[name]) response[name] = text(key.response[name]);
    return {
      id: key.id,
      rawId: text(key.rawId),
      type: key.type,
      response,
      clientExtensionResults: key.getClientExtensionResults(),
    };
  };
  const send = async (form, asked, how) => {
    const said = form.querySelector("[data-key-said]");
    said.textContent = "";
    try {
      const answer = await fetch(asked, {
        method: "POST",
        headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
        credentials: "same-origin",
      });
      if (!answer.ok) throw new Error(answer.status);
      const key = await navigator.credentials[how](read(await answer.json()));
      form.querySelector("[data-key-answer]").value = JSON.stringify(told(key));
    } catch {
      said.textContent = said.dataset.failed;
      return;
    }
    form.submit();
  };
  if (!window.PublicKeyCredential) return;
  for (const form of document.querySelectorAll("form[data-key]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form, form.dataset.keyAsked, form.dataset.key);
    });
  }
  // Before a signature the key is a second button of a form that has other fields.
  for (const field of document.querySelectorAll("[data-key-field]")) {
    const button = field.querySelector("[data-key-asked]");
    field.hidden = false;
    button.addEventListener("click", () => send(button.form, button.dataset.keyAsked, "get"));
  }
})();
