// The reading page as a cheap phone on a weak network meets it.
import http from "node:http";
import net from "node:net";
import zlib from "node:zlib";

import { PHONE, SLOW_4G } from "./browser.mjs";

const RUNS = 3;
const PAINT_RUNS = 7;
const CPU_SLOWDOWN = 4;
// What a phone has after the first flight of a connection's packets.
const FIRST_BYTES = 14_000;
const EMPTY = '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>x</title><p>x';

// Between browser and program: counts what goes over the wire, headers and all.
class Wire {
  static async to(port) {
    const wire = new Wire();
    wire.server = net.createServer((near) => {
      const far = net.connect(port, "127.0.0.1");
      near.on("data", (bytes) => {
        const [request] = /^(?:GET|HEAD|POST) \S+/.exec(bytes.toString("latin1")) ?? [];
        if (request) wire.requests.push(request);
        near.present = wire.bytesOf(request) ?? near.present;
      });
      far.on("data", (bytes) => {
        wire.received += bytes.length;
        if (near.present) near.present.bytes += bytes.length;
      });
      for (const [one, other] of [[near, far], [far, near]]) {
        one.pipe(other);
        one.on("error", () => other.destroy());
      }
    });
    await new Promise((resolve) => wire.server.listen(0, "127.0.0.1", resolve));
    wire.origin = `http://127.0.0.1:${wire.server.address().port}`;
    wire.reset();
    return wire;
  }

  bytesOf(request) {
    if (!request) return undefined;
    const entry = { request, bytes: 0 };
    this.replies.push(entry);
    return entry;
  }

  reset() {
    Object.assign(this, { received: 0, requests: [], replies: [] });
  }

  close() {
    this.server.close();
  }
}

const settle = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function phone(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(PHONE);
  await page.emulateNetworkConditions(SLOW_4G);
  await page.emulateCPUThrottling(CPU_SLOWDOWN);
  await page.evaluateOnNewDocument(() => {
    window.seen = { lcp_ms: NaN, shift: 0 };
    const watch = (type, note) => {
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    };
    watch("largest-contentful-paint", (entry) => (window.seen.lcp_ms = entry.startTime));
    watch("layout-shift", (entry) => {
      if (!entry.hadRecentInput) window.seen.shift += entry.value;
    });
  });
  const hosts = new Set();
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  return { context, page, hosts };
}

// The first visit: what is seen of it, and the window that it was in.
async function firstVisit(browser, address) {
  const window_ = await phone(browser);
  await window_.page.goto(address, { waitUntil: "load" });
  await settle(800);
  return { ...window_, ...(await window_.page.evaluate(() => window.seen)) };
}

// The largest paint of each page and of an empty one, in turn, so that what else the machine does meets all of them alike;
// the best of several.
async function largestPaints(browser, addresses) {
  const server = http.createServer((_, reply) => reply.setHeader("content-type", "text/html").end(EMPTY));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const all = { empty: `http://127.0.0.1:${server.address().port}/`, ...addresses };
  const times = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
  for (let count = 0; count < PAINT_RUNS; count += 1) {
    for (const [name, address] of Object.entries(all)) {
      const { context, lcp_ms } = await firstVisit(browser, address);
      times[name].push(lcp_ms);
      await context.close();
    }
  }
  server.close();
  for (const [name, list] of Object.entries(times)) {
    console.log(`largest paint, ${name}: ${list.map((ms) => ms.toFixed(0)).join(", ")} ms`);
  }
  // A busy machine only adds to it: the least is the page's.
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, Math.min(...list)]));
}

// What a text costs at most beside an empty page until its beginning is painted: it may not wait for the rest of it.
const PAINT_MORE_MS = 200;

async function measurePaints(demo, browser, report) {
  const names = { law: "law of 60 articles", code: "code of 3,000 paragraphs", scan: "scanned agreement" };
  const address = (code) => `${demo.origin}/${code}/ru`;
  const addresses = Object.fromEntries(Object.keys(names).map((name) => [name, address(demo[name])]));
  // A page that was never asked for is made first.
  for (const one of Object.values(addresses)) await (await fetch(one)).arrayBuffer();
  const paints = await largestPaints(browser, addresses);
  report.note("empty page: largest paint", paints.empty, "ms");
  for (const [name, words] of Object.entries(names)) {
    report.inTime(`${words}: largest paint`, paints[name], paints.empty + PAINT_MORE_MS, "ms");
  }
}

// The bytes of an answer as they come: headers and body.
const raw = (origin, path) =>
  new Promise((resolve, reject) => {
    const request = `GET ${path} HTTP/1.1\r\nhost: x\r\naccept-encoding: br\r\nconnection: close\r\n\r\n`;
    const chunks = [];
    const { port } = new URL(origin);
    net.connect(port, "127.0.0.1", function () {
      this.write(request);
    })
      .on("data", (bytes) => chunks.push(bytes))
      .on("end", () => resolve(Buffer.concat(chunks)))
      .on("error", reject);
  });

const split = (answer) => {
  const end = answer.indexOf("\r\n\r\n") + 4;
  return { headers: answer.subarray(0, end), body: answer.subarray(end) };
};

// Characters of the document's own text that can be read before the rest has come.
function readableCharacters(answer) {
  const { body } = split(answer.subarray(0, FIRST_BYTES));
  const finishFlush = zlib.constants.BROTLI_OPERATION_FLUSH;
  const html = zlib.brotliDecompressSync(body, { finishFlush }).toString("utf8");
  const [, text = ""] = html.split('<div class="text"');
  return text.slice(text.indexOf(">") + 1).replace(/<[^>]*>?/g, "").replace(/\s+/g, " ").trim().length;
}

// The longest task of the page's main thread while a thumb flings through it: the time that the thread itself took, which
// other programs on the machine do not lengthen.
async function longestTaskScrolling(browser, address) {
  const { context, page } = await firstVisit(browser, address);
  const client = await page.createCDPSession();
  await page.tracing.start({ categories: ["disabled-by-default-devtools.timeline"] });
  for (const yDistance of [-6000, -12_000, 6000]) {
    await client.send("Input.synthesizeScrollGesture", { x: 180, y: 400, yDistance, speed: 4000 });
  }
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const reached = await page.evaluate(() => scrollY);
  await context.close();
  if (reached < 3000) throw new Error(`the page did not scroll: ${reached}`);
  const isMain = ({ name, args }) => name === "thread_name" && args.name === "CrRendererMain";
  const threads = trace.traceEvents.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`);
  const tasks = trace.traceEvents.filter(
    ({ name, pid, tid, tdur }) => name === "RunTask" && tdur !== undefined && threads.includes(`${pid} ${tid}`),
  );
  if (tasks.length < 100) throw new Error(`only ${tasks.length} tasks were seen`);
  return Math.max(...tasks.map(({ tdur }) => tdur)) / 1000;
}

export async function measure({ demo, browser, report }) {
  const wire = await Wire.to(demo.port);
  try {
    await measurePaints(demo, browser, report);
    await measureLaw(demo, browser, report, wire);
    await measureCode(demo, browser, report);
  } finally {
    wire.close();
  }
}

async function measureLaw(demo, browser, report, wire) {
  const path = `/${demo.law}/ru`;
  const articles = (await (await fetch(demo.origin + path)).text()).match(/<h\d id="art-/g).length;
  report.atLeast("reading page: articles", articles, 60);

  const answer = await raw(demo.origin, path);
  report.atMost("reading page: HTML, compressed", split(answer).body.length / 1024, 40, "KiB");
  report.atLeast(`reading page: characters in the first ${FIRST_BYTES} bytes`, readableCharacters(answer), 600);

  wire.reset();
  const visit = await firstVisit(browser, wire.origin + path);
  // The worker works on after the page is loaded.
  await visit.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await settle(1500);
  for (const { request, bytes } of wire.replies) console.log(`first visit: ${request}, ${bytes} bytes`);
  report.atMost("first visit: requests, the worker's included", wire.requests.length, 6);
  const scripts = wire.replies.filter(({ request }) => request.endsWith(".js"));
  report.atMost("first visit: script, the worker's included", sum(scripts) / 1024, 8, "KiB");
  report.atMost("first visit: other hosts", visit.hosts.size - 1, 0);

  await visit.page.evaluate(() => scrollTo({ top: 4000, behavior: "smooth" }));
  await settle(1500);
  report.atMost("reading page: layout shift", await visit.page.evaluate(() => window.seen.shift), 0.02);

  wire.reset();
  await visit.page.goto("about:blank");
  await visit.page.goto(wire.origin + path, { waitUntil: "networkidle0" });
  await settle(1500);
  for (const { request, bytes } of wire.replies) console.log(`second visit: ${request}, ${bytes} bytes`);
  report.atMost("second visit: everything received", wire.received / 1024, 1, "KiB");
  await visit.context.close();
}

async function measureCode(demo, browser, report) {
  const address = `${demo.origin}/${demo.code}/ru`;
  const html = await (await fetch(address)).text();
  const paragraphs = html.match(/<(p|h\d)[ >]/g).length;
  report.atLeast("code: paragraphs", paragraphs, 3000);
  report.note("code: HTML, compressed", split(await raw(demo.origin, `/${demo.code}/ru`)).body.length / 1024, "KiB");
  const longest_ms = [];
  for (let count = 0; count < RUNS; count += 1) longest_ms.push(await longestTaskScrolling(browser, address));
  // A busy machine only adds to it, even to the thread's own time: the least is the page's.
  console.log(`scrolling, longest tasks: ${longest_ms.map((ms) => ms.toFixed(0)).join(", ")} ms`);
  report.inTime("code, scrolling: longest task, best of three", Math.min(...longest_ms), 50, "ms");
}

const sum = (replies) => replies.reduce((total, { bytes }) => total + bytes, 0);
