"use strict";
// What a page does more where scripts run. Without it the page is complete.
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Keeping pages for days without a network needs a worker, and a worker needs TLS or this machine.
  if ("serviceWorker" in navigator) {
    addEventListener("load", () => navigator.serviceWorker.register("/worker.js").catch(() => {}));
  }

  // Words from the beginning, as many as fit into so many letters.
  const begun = (text, most) => {
    const words = text.replace(/\s+/g, " ").trim();
    return words.length > most ? `${words.slice(0, words.lastIndexOf(" ", most))} …` : words;
  };

  // Where the reader is: one line that stays at the top, and the place that the language switch keeps.
  const headings = all(".text [id]").filter((element) => /^H[2-6]$/.test(element.tagName));
  const here = find("#here");
  // A link brings a heading to just below the line.
  const TOP_PX = 80;
  // Letters of a heading that stand in the line: two lines of a narrow phone.
  const HERE_MAX = 60;
  let present = null;
  // How many of these begin above the line.
  const above = (elements) => {
    let from = 0;
    let to = elements.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (elements[middle].getBoundingClientRect().top < TOP_PX) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const parts = all(".text>.part");
  const own = parts.map(() => []);
  for (const heading of headings) own[parts.indexOf(heading.closest(".part"))]?.push(heading);
  const look = () => {
    // Only the part at the line is asked where its headings are: a browser need not lay out the others for it.
    let at = above(parts) - 1;
    let count = at < 0 ? 0 : above(own[at]);
    while (count === 0 && at > 0) {
      at -= 1;
      count = own[at].length;
    }
    const heading = count > 0 ? own[at][count - 1] : null;
    if (heading === present) return;
    present = heading;
    here.hidden = !heading;
    here.textContent = heading ? begun(heading.textContent, HERE_MAX) : "";
  };
  if (here && headings.length > 1) {
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        look();
      });
    }, { passive: true });
    look();
  }

  // The contents stand below the text; here they come to the reader, who keeps the place.
  const contents = find("#contents");
  if (contents && window.HTMLDialogElement) {
    const home = document.createComment("");
    const sheet = document.createElement("dialog");
    sheet.setAttribute("aria-labelledby", "contents-title");
    for (const link of all("[href='#contents']")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        contents.replaceWith(home);
        sheet.append(contents);
        document.body.append(sheet);
        find("form", contents).hidden = false;
        sheet.showModal();
      });
    }
    sheet.addEventListener("close", () => {
      find("form", contents).hidden = true;
      home.replaceWith(contents);
      sheet.remove();
    });
    sheet.addEventListener("click", (event) => {
      if (event.target === sheet || event.target.closest("a")) sheet.close();
    });
  }
  for (const link of all(".languages a")) {
    link.addEventListener("click", () => {
      if (present) link.hash = present.id;
      else if (location.hash) link.hash = location.hash;
    });
  }

  // Passing on: the document from the end of the page, one place by a tap on its heading.
  const copy = async (button, text) => {
    const words = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = button.dataset.done;
    } catch {
      button.textContent = text;
    }
    setTimeout(() => (button.textContent = words), 2500);
  };
  for (const button of all("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.parentElement.hidden = false;
    button.addEventListener("click", () => copy(button, button.dataset.copy));
  }
  for (const button of all("[data-share]")) {
    if (!navigator.share) continue;
    button.parentElement.hidden = false;
    button.addEventListener("click", () => {
      navigator.share({ title: find("h1").innerText, url: button.dataset.share }).catch(() => {});
    });
  }
  const place = find("#place");
  const address = find("[data-copy^=http]")?.dataset.copy;
  // Letters of a place that are passed on with its address.
  const CLAUSE_MAX = 120;
  if (place && place.showModal && address) {
    let [clause, url] = ["", ""];
    const others = find("[data-place-share]");
    others.hidden = !navigator.share;
    others.addEventListener("click", () => navigator.share({ title: clause, url }).catch(() => {}));
    find(".text").addEventListener("click", (event) => {
      const link = event.target.closest("h2>a,h3>a,h4>a,h5>a,h6>a,.item>a:first-child");
      if (!link) return;
      event.preventDefault();
      history.replaceState(null, "", link.hash);
      // A heading whole, a point with its first words.
      clause = begun(link.parentElement.innerText, CLAUSE_MAX);
      url = address + link.hash;
      find("#place-words").textContent = clause;
      for (const action of all("[data-place]")) {
        action.href = action.dataset.place
          .replace(/\{clause\}|%7Bclause%7D/g, () => encodeURIComponent(clause))
          .replace(/\{address\}|%7Baddress%7D/g, () => encodeURIComponent(url));
      }
      find("[data-copy]", place).dataset.copy = url;
      place.showModal();
    });
    place.addEventListener("click", (event) => {
      if (event.target === place) place.close();
    });
  }

  // How far a file is: what the page says of it is fetched again until the file has ended. Only what is new is put in, so
  // that buttons keep the focus and nothing is read out twice.
  const shown = find("[data-live]");
  if (shown) {
    const renew = (part, fresh) => {
      part.className = fresh.className;
      if (part.innerHTML === fresh.innerHTML) return;
      const focused = part.contains(document.activeElement);
      part.replaceChildren(...fresh.childNodes);
      if (focused) find("button", part)?.focus();
    };
    let waiting;
    const soon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 1000);
    };
    const ask = async () => {
      try {
        const page = new DOMParser().parseFromString(await (await fetch(shown.dataset.live)).text(), "text/html");
        const fresh = find("#progress", page);
        // Another page: nobody is signed in any more, or the server has forgotten the file.
        if (!fresh) return;
        [...shown.children].forEach((part, at) => renew(part, fresh.children[at]));
        if ("ended" in fresh.dataset) return;
      } catch {
        // The network may be busy with the file itself.
      }
      soon();
    };
    // A file that has ended can be got once more.
    shown.addEventListener("submit", soon);
    if (!("ended" in shown.dataset)) soon();
  }

  // A page for the printer.
  for (const button of all("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();
