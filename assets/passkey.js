"use strict";
// Makes and uses passkeys (W3C Web Authentication): asks the server what the device is to do, and sends what it answers by
// the form of the page. Without it the page says so, and passwords and codes work.
(() => {
  const PADDING = /=+$/;

  // Base64 for addresses (RFC 4648, section 5), as the server writes and reads bytes.
  const bytes = (text) => {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  };
  const text = (buffer) => {
    const plain = btoa(String.fromCharCode(...new Uint8Array(buffer)));
    return plain.replace(/\+/g, "-").replace(/\//g, "_").replace(PADDING, "");
  };
  const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const make = async (options) => {
    const publicKey = {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: named(options.excludeCredentials),
    };
    const { id, rawId, type, response } = await navigator.credentials.create({ publicKey });
    return {
      id,
      rawId: text(rawId),
      type,
      response: {
        attestationObject: text(response.attestationObject),
        clientDataJSON: text(response.clientDataJSON),
      },
    };
  };

  const use = async (options) => {
    const publicKey = {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: named(options.allowCredentials),
    };
    const { id, rawId, type, response } = await navigator.credentials.get({ publicKey });
    return {
      id,
      rawId: text(rawId),
      type,
      response: {
        authenticatorData: text(response.authenticatorData),
        clientDataJSON: text(response.clientDataJSON),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : null,
      },
    };
  };

  // Who comes back from a provider goes on without a press.
  document.querySelector("[data-go] form")?.submit();

  for (const place of document.querySelectorAll("[data-passkey]")) {
    const find = (selector) => place.querySelector(selector);
    const said = find("[role=alert]");
    const form = find("form");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (location.origin !== place.dataset.origin) {
        said.textContent = said.dataset.elsewhere;
        return;
      }
      if (!window.PublicKeyCredential) {
        said.textContent = said.dataset.unknown;
        return;
      }
      const button = form.querySelector("button");
      button.disabled = true;
      said.textContent = "";
      try {
        const body = new URLSearchParams(new FormData(form));
        const answer = await fetch(place.dataset.passkey, { method: "POST", body });
        const options = await answer.json();
        if (answer.ok) {
          const made = await (options.user ? make(options) : use(options));
          form.elements.credential.value = JSON.stringify(made);
          form.submit();
          return;
        }
        said.textContent = options.refusal;
      } catch {
        // Nobody showed a finger, the device has no such passkey, or the network is away.
        said.textContent = said.dataset.failed;
      }
      button.disabled = false;
    });
  }
})();
