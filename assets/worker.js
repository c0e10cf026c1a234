"use strict";
// Pages for days without a network. The network comes first: a kept copy is shown only where it cannot be reached, and
// says so. {words} is filled in by the server.
const WORDS = {words};
const CACHE = "pages";
const PAGES_MAX = 60;
const KEPT = "x-kept";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([begin(), preload()])));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const isDesk = url.pathname.startsWith("/admin");
  if (request.mode === "navigate") event.respondWith(isDesk ? asked(event) : page(event));
  else if (!isDesk && ["script", "image", "manifest"].includes(request.destination)) event.respondWith(part(event));
});

// The page that was open before the worker was there is kept too, out of the browser's own cache.
async function begin() {
  await self.clients.claim();
  for (const client of await self.clients.matchAll({ type: "window" })) {
    try {
      const response = await fetch(client.url, { cache: "force-cache" });
      await keep(client.url, response);
      const script = /<script src="([^"]+)"/.exec(await (await kept(client.url)).text());
      if (script) await keep(new URL(script[1], client.url).href, await fetch(script[1]));
    } catch {
      // Nothing is kept; the next visit will do.
    }
  }
}

// The browser asks for a page while it starts the worker, and tells the server itself what led there.
const preload = async () => self.registration.navigationPreload?.enable();
const asked = async (event) => (await event.preloadResponse) || fetch(event.request);

async function page(event) {
  const { request } = event;
  let response;
  try {
    response = await asked(event);
  } catch {
    return saved(request);
  }
  event.waitUntil(keep(request.url, response.clone()));
  return response;
}

// Scripts carry the hash of their content in their name; pictures hardly change.
async function part(event) {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (request.destination === "script") event.waitUntil(keep(request.url, response.clone()));
    return response;
  } catch {
    return (await kept(request.url)) || Response.error();
  }
}

const kept = async (url) => (await caches.open(CACHE)).match(bare(url), { ignoreVary: true });
const bare = (url) => url.split("#")[0];

async function keep(url, response) {
  const cache = await caches.open(CACHE);
  const type = response.headers.get("content-type") || "";
  if ([404, 410].includes(response.status)) return cache.delete(bare(url));
  if (response.status !== 200 || response.redirected || !/html|javascript/.test(type)) return;
  // Such a page is for this moment, as one that ticks a check is; an earlier copy stays.
  if (/no-store/.test(response.headers.get("cache-control"))) return;
  const headers = new Headers(response.headers);
  headers.set(KEPT, new Date().toISOString());
  await cache.put(bare(url), new Response(await response.blob(), { headers }));
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - PAGES_MAX))) await cache.delete(old);
}

async function saved(request) {
  const response = await kept(request.url);
  if (!response) return nothing();
  const html = await response.text();
  const on = new Date(response.headers.get(KEPT));
  const main = /<main[^>]*>/.exec(html);
  const of = (name) => main && new RegExp(` data-${name}="([^"]*)"`).exec(main[0])?.[1];
  const lang = /<html lang="(\w+)"/.exec(html)?.[1];
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((number) => String(number).padStart(2, "0"))
    .join("-");
  const outdated = of("until") <= today;
  const words = (outdated ? of("outdated") : of("saved")).replace("{on}", say(on, lang));
  const banner = `<p class="banner warning" id="saved-copy" role="status">${words}</p>`;
  // What is known to be over must not say that it is in force.
  const rest = outdated ? html.replace(/<p class="banner good">.*?<\/p>/gs, "") : html;
  return new Response(rest.replace(main[0], main[0] + banner), { headers: response.headers });
}

// The day as people write it: the server wrote one day of each month.
function say(day, lang) {
  return (WORDS[lang] || WORDS.kk).months[day.getMonth()]
    .replace("28", day.getDate())
    .replace("2025", day.getFullYear());
}

async function nothing() {
  const lang = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => WORDS[tag]) || "kk";
  const words = WORDS[lang];
  const cache = await caches.open(CACHE);
  let list = "";
  for (const request of (await cache.keys()).reverse()) {
    const title = /<title>([^<]*)/.exec(await (await cache.match(request)).text());
    if (title) list += `<li><a href="${new URL(request.url).pathname}">${title[1]}</a></li>`;
  }
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${words.title}</title><style>body{font:1.125rem/1.6 system-ui;margin:1rem;max-width:40rem}a{display:block;padding:.6rem 0}</style>
<main><h1>${words.title}</h1><p>${words.lead}</p><p><a href="">${words.again}</a></p>
${list && `<h2>${words.saved}</h2><ul>${list}</ul>`}</main></html>`;
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}
