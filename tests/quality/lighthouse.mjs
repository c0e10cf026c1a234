// Lighthouse on the reading page and the shelf: phone with its own throttling, and desk.
import { load, pathOf } from "./browser.mjs";
import { median } from "./report.mjs";

const RUNS = 3;

// What a shared machine, which may be busy with other work, has to reach.
const SHARED_MIN = 75;

export async function measure({ demo, browser, report }) {
  const { default: lighthouse, desktopConfig } = await load(pathOf("lighthouse"));
  const port = Number(new URL(browser.wsEndpoint()).port);
  const places = { "reading page": `/${demo.document}/${demo.organization}/ru`, shelf: `/${demo.organization}/ru` };
  for (const [place, path] of Object.entries(places)) {
    const run = async (onlyCategories, config) => {
      const { lhr } = await lighthouse(demo.origin + path, { port, logLevel: "error", onlyCategories }, config);
      return lhr;
    };
    const score = ({ categories }, category) => Math.round(categories[category].score * 100);
    const phone = await run();
    const speeds = [score(phone, "performance")];
    while (speeds.length < RUNS) speeds.push(score(await run(["performance"]), "performance"));
    report.atLeast(`Lighthouse, phone, ${place}: performance`, median(speeds), process.env.CI ? SHARED_MIN : 97);
    report.atLeast(`Lighthouse, phone, ${place}: accessibility`, score(phone, "accessibility"), 100);
    report.note(`Lighthouse, phone, ${place}: best practices`, score(phone, "best-practices"));
    report.note(`Lighthouse, phone, ${place}: SEO`, score(phone, "seo"));
    const desk = await run(["accessibility"], desktopConfig);
    report.atLeast(`Lighthouse, desk, ${place}: accessibility`, score(desk, "accessibility"), 100);
    explain(place, [phone, desk]);
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
