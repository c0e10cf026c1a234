// The Nu HTML checker on every public page and on the style sheet.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { pathOf } from "./browser.mjs";
import { pages } from "./pages.mjs";

// A property of MathML Core (W3C) that the checker does not know yet; it is asked for only to see whether formulas are shown.
const UNKNOWN = /“math-style”: Property “math-style” doesn't exist/;

const check = (files) =>
  new Promise((resolve) => {
    const jar = join(dirname(pathOf("vnu-jar")), "build/dist/vnu.jar");
    const words = ["-Xss4m", "-jar", jar, "--format", "json", "--stdout", "--also-check-css", ...files];
    execFile("java", words, { maxBuffer: 64 << 20 }, (_, told) => resolve(JSON.parse(told).messages));
  });

export async function measure({ demo, report, folder }) {
  const files = new Map();
  for (const [at, path] of pages(demo).entries()) {
    const file = join(folder, `page-${String(at).padStart(2, "0")}.html`);
    const reply = await fetch(demo.origin + path);
    await writeFile(file, await reply.text());
    files.set(file, path);
  }
  const style = join(process.env.QUALITY_ROOT, "assets/style.css");
  files.set(style, "style.css");
  const messages = (await check([...files.keys()])).filter(({ message }) => !UNKNOWN.test(message));
  for (const message of messages) {
    const file = new URL(message.url).pathname;
    const { type, subType, lastLine, message: words, extract } = message;
    const of = `${files.get(file)}:${lastLine}`;
    console.log(`${subType ?? type} ${of}: ${words} | ${(extract ?? "").replaceAll("\n", " ").slice(0, 120)}`);
  }
  const errors = messages.filter((message) => message.type !== "info");
  report.note("markup: pages and sheets checked", files.size);
  report.atMost("markup: errors (Nu HTML checker)", errors.length, 0);
  report.note("markup: warnings", messages.filter((message) => message.subType === "warning").length);
}
