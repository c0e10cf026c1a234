// Lighthouse on the reading page and the shelf: phone with its own throttling, and desk.
import { load, pathOf } from "./browser.mjs";
import { median } from "./report.mjs";

const RUNS = 3;

export async function measure({ demo, browser, report }) {
  const { default: lighthouse, desktopConfig } = await load(pathOf("lighthouse"));
  const port = Number(new URL(browser.wsEndpoint()).port);
  const places = { "reading page": `/${demo.document}/${demo.organization}/ru`, shelf: `/${demo.organization}/ru` };
  for (const [place, path] of Object.entries(places)) {
    const run = async (config) => {
      const { lhr } = await lighthouse(demo.origin + path, { port, logLevel: "error" }, config);
      return lhr;
    };
    const mobile = [];
    for (let count = 0; count < RUNS; count += 1) mobile.push(await run());
    const of = (category) => median(mobile.map(({ categories }) => Math.round(categories[category].score * 100)));
    report.atLeast(`Lighthouse, phone, ${place}: performance`, of("performance"), 97);
    report.atLeast(`Lighthouse, phone, ${place}: accessibility`, of("accessibility"), 100);
    report.note(`Lighthouse, phone, ${place}: best practices`, of("best-practices"));
    report.note(`Lighthouse, phone, ${place}: SEO`, of("seo"));
    const desk = await run(desktopConfig);
    for (const [category, { score }] of Object.entries(desk.categories)) {
      const words = `Lighthouse, desk, ${place}: ${category}`;
      if (category === "accessibility") report.atLeast(words, Math.round(score * 100), 100);
      else report.note(words, Math.round(score * 100));
    }
    explain(place, [mobile[0], desk]);
  }
}

// What cost something.
function explain(place, results) {
  for (const { audits, categories } of results) {
    for (const [category, { auditRefs }] of Object.entries(categories)) {
      for (const { id, weight } of auditRefs) {
        const { score, title, displayValue = "" } = audits[id];
        if (weight > 0 && score !== null && score < 0.9) {
          console.log(`${place}, ${category}: ${title} ${displayValue} (${score})`);
        }
      }
    }
  }
}
