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
  for (const form of document.querySelectorAll("form[data-key]")) {
    if (!window.PublicKeyCredential) continue;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const said = form.querySelector("[data-key-said]");
      said.textContent = "";
      try {
        const answer = await fetch(form.dataset.keyAsked, {
          method: "POST",
          headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
          credentials: "same-origin",
        });
        if (!answer.ok) throw new Error(answer.status);
        const key = await navigator.credentials[form.dataset.key](read(await answer.json()));
        form.elements.answer.value = JSON.stringify(told(key));
      } catch {
        said.textContent = said.dataset.failed;
        return;
      }
      form.submit();
    });
  }
})();
