// Chromium, and packages that are installed beside the build.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const tools = createRequire(join(process.env.QUALITY_TOOLS, "node_modules", "x.js"));

// The path of a package's main file, or of a file in it.
export const pathOf = (name) => tools.resolve(name);

// A package.
export const load = (path) => import(pathToFileURL(path).href);

const { default: puppeteer, PredefinedNetworkConditions } = await load(pathOf("puppeteer-core"));

// The preset of Chromium's developer tools.
export const SLOW_4G = PredefinedNetworkConditions["Slow 4G"];

export const PHONE = { width: 360, height: 640, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const DESK = { width: 1280, height: 900 };

export function openBrowser() {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"],
  });
}
