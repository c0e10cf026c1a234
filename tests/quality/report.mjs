// What was measured, beside its limit.

export class Report {
  #lines = [];

  // A figure that may be at most the limit.
  atMost(what, measured, limit, unit = "") {
    this.#add(what, measured, `≤ ${round(limit)}`, unit, measured <= limit);
  }

  // A figure that must be at least the limit.
  atLeast(what, measured, limit, unit = "") {
    this.#add(what, measured, `≥ ${round(limit)}`, unit, measured >= limit);
  }

  // A figure by the clock. A shared machine may be busy with other work: there, twice the limit breaks it.
  inTime(what, measured, limit, unit) {
    const slack = process.env.CI ? 2 : 1;
    const words = `≤ ${round(limit)}${slack > 1 ? `, ×${slack} here` : ""}`;
    this.#add(what, measured, words, unit, measured <= limit * slack);
  }

  // A figure without a limit.
  note(what, measured, unit = "") {
    this.#add(what, measured, "", unit, true);
  }

  #add(what, measured, limit, unit, kept) {
    // What could not be measured keeps no limit.
    this.#lines.push({ what, measured: `${round(measured)} ${unit}`, limit, kept: kept && !Number.isNaN(measured) });
  }

  broken() {
    return this.#lines.filter((line) => !line.kept).length;
  }

  print() {
    const width = (of) => Math.max(...this.#lines.map((line) => line[of].length));
    const [what, measured, limit] = [width("what"), width("measured"), width("limit")];
    console.log();
    for (const line of this.#lines) {
      const words = [line.what.padEnd(what), line.measured.padStart(measured), line.limit.padEnd(limit)];
      console.log(`${words.join("  ")}  ${line.kept ? "" : "BROKEN"}`.trimEnd());
    }
    const broken = this.broken();
    console.log(`\n${this.#lines.length - broken} passed, ${broken} failed`);
  }
}

const round = (number) => (Number.isInteger(number) ? String(number) : number.toFixed(number < 10 ? 3 : 0));

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
