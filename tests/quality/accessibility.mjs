// axe-core on every public page, phone and desk, light and dark; and the text of each page with script off.
import { readFile } from "node:fs/promises";

import { DESK, PHONE, pathOf } from "./browser.mjs";
import { pages } from "./pages.mjs";

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

export async function measure({ demo, browser, report }) {
  const axe = await readFile(pathOf("axe-core"), "utf8");
  const paths = pages(demo);
  let [violations, rules, runs] = [0, new Set(), 0];
  const open = async (page, path) => {
    const reply = await page.goto(demo.origin + path, { waitUntil: "load" });
    return reply;
  };
  for (const [view, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
    const page = await browser.newPage();
    await page.setViewport(viewport);
    for (const path of paths) {
      await open(page, path);
      // Through the debugger's own world: the page's policy allows no script but its own.
      await page.evaluate(axe);
      // What is folded away is text too.
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      // What is far below is laid out as well.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(".part{content-visibility:visible!important}");
        document.adoptedStyleSheets = [sheet];
      });
      for (const scheme of ["light", "dark"]) {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        const result = await page.evaluate((levels) => window.axe.run({ runOnly: levels }), LEVELS);
        runs += 1;
        result.passes.forEach((rule) => rules.add(rule.id));
        for (const { id, nodes } of result.violations) {
          violations += nodes.length;
          const [first] = nodes;
          console.log(`${view} ${scheme} ${path}: ${id}, ${nodes.length} ×, ${first.target}: ${first.failureSummary}`);
        }
      }
    }
    await page.close();
  }
  report.note("accessibility: pages, with all views", runs);
  report.note("accessibility: rules of WCAG 2.2 A and AA that had something to look at", rules.size);
  report.atMost("accessibility: violations (axe-core)", violations, 0);
  report.atMost("accessibility: pages that lack text without script", await withoutScript(browser, demo, paths), 0);
}

// Pages whose words are others where no script runs. What only a script can do is left out.
async function withoutScript(browser, demo, paths) {
  const words = async (scripted) => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(scripted);
    await page.setViewport(PHONE);
    const said = [];
    for (const path of paths) {
      await page.goto(demo.origin + path, { waitUntil: "load" });
      said.push(
        await page.evaluate(() => {
          document.querySelectorAll("#here, [data-copy], [data-share], [data-print]").forEach((added) => added.remove());
          return document.body.innerText.replace(/\s+/g, " ").trim();
        }),
      );
    }
    await page.close();
    return said;
  };
  const [without, complete] = [await words(false), await words(true)];
  const poorer = paths.filter((_, at) => without[at] !== complete[at] || without[at].length < 80);
  for (const path of poorer) console.log(`without script other words: ${path}`);
  return poorer.length;
}
