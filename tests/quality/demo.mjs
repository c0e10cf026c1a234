// The program, started with the README's command on an empty folder, and the documents that a sample union lacks.
import { execFile, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const run = promisify(execFile);
const START_MS = 120_000;

// Without what the person at this machine set for a register of their own.
const SHARED = ["DATABASE_URL", "LANG", "RUST_LOG", "STORAGE_URL"];
const isSetting = (name) => /^(TIZILIM|AWS)_/.test(name) || SHARED.includes(name);
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)));

export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

export class Demo {
  // Starts the program; the public address is told to it only where browsers are to reach it by another way.
  static async start(data, publicAddress) {
    const demo = new Demo();
    demo.data = data;
    demo.port = await freePort();
    demo.origin = `http://127.0.0.1:${demo.port}`;
    const at = ["--data", data, "--listen", `127.0.0.1:${demo.port}`];
    if (publicAddress) at.push("--base-url", publicAddress);
    demo.process = spawn(process.env.TIZILIM, ["demo", ...at], { stdio: ["ignore", "pipe", "pipe"], env });
    const told = await new Promise((resolve, reject) => {
      const lines = [];
      const fail = () => reject(new Error(`the demo does not start:\n${lines.join("\n")}`));
      const late = setTimeout(fail, START_MS);
      demo.process.once("exit", fail);
      demo.process.stdout.resume();
      createInterface({ input: demo.process.stderr }).on("line", (line) => {
        lines.push(line);
        if (!line.includes("Ctrl+C")) return;
        clearTimeout(late);
        demo.process.off("exit", fail);
        resolve(lines.join("\n"));
      });
    });
    const [, document, organization] = /as scanned\s+\S+\/([0-9A-Z]{7})\/([0-9A-Z]{7})/.exec(told);
    Object.assign(demo, { document, organization });
    return demo;
  }

  async stop() {
    if (this.process.exitCode !== null) return;
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill();
    await ended;
  }

  // A law of 60 articles, a code of 3,000 paragraphs, a scanned agreement, a document without an edition, one whose edition is withdrawn.
  async addDocuments(folder) {
    const made = async (name, articles, points) => {
      const file = join(folder, `${name}.docx`);
      await run("python3", [join(import.meta.dirname, "law.py"), file, String(articles), String(points)]);
      const code = await this.#add("law", name);
      await this.#command("publish", code, "--ru", file, "--signed-on", "2025-12-01", "--effective-from", "2026-01-01");
      return code;
    };
    this.law = await made("Sixty articles", 60, 4);
    this.code = await made("Three thousand paragraphs", 375, 7);
    const scan = join(folder, "scan.pdf");
    await run("python3", [join(import.meta.dirname, "agreement.py"), scan, "14"]);
    this.scan = await this.#add("regulation", "Scanned");
    const dates = ["--signed-on", "2025-12-01", "--effective-from", "2026-01-01"];
    // Nobody has read it: its pages are shown as pictures.
    await this.#command("publish", this.scan, "--ru", scan, ...dates, "--accept-doubts", "--tesseract", "off");
    this.empty = await this.#add("leaflet", "Without an edition");
    this.withdrawn = await this.#add("leaflet", "Withdrawn");
    const leaflet = join(process.env.QUALITY_ROOT, "assets/demo/leaflet_ru.docx");
    await this.#command("publish", this.withdrawn, "--ru", leaflet, "--signed-on", "2025-12-01", "--effective-from", "2026-01-01");
    await this.#command("withdraw", this.withdrawn, "v1", "--reason", "A sample");
    // A running server shows a change within a second.
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }

  async #add(kind, title) {
    const told = await this.#command("document", "add", "--owner", "union", "--kind", kind, "--title-ru", title);
    return /[0-9A-Z]{7}\b/.exec(told)[0];
  }

  async #command(...words) {
    const { stdout } = await run(process.env.TIZILIM, [...words, "--data", this.data], { env });
    return stdout;
  }
}
