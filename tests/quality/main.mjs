// Runs the parts that the command line names and prints what was measured beside its limit.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import * as accessibility from "./accessibility.mjs";
import { openBrowser } from "./browser.mjs";
import { Demo } from "./demo.mjs";
import * as lighthouse from "./lighthouse.mjs";
import * as markup from "./markup.mjs";
import * as observatory from "./observatory.mjs";
import { Report } from "./report.mjs";
import * as reading from "./reading.mjs";

const PARTS = { accessibility, markup, observatory, reading, lighthouse };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), "quality-"));
const report = new Report();
let demo;
let browser;
try {
  demo = await Demo.start(join(folder, "data"));
  await demo.addDocuments(folder);
  browser = await openBrowser();
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const began = Date.now();
    await part.measure({ demo, browser, report, folder });
    console.log(`(${name}: ${((Date.now() - began) / 1000).toFixed(0)} s)`);
  }
} finally {
  await browser?.close();
  await demo?.stop();
  await rm(folder, { recursive: true, force: true });
}
report.print();
process.exitCode = report.broken() > 0 ? 1 : 0;
