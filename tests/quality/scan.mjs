// Prints the Observatory's result for a host: scan.mjs PACKAGE HOST.
import { pathToFileURL } from "node:url";

const [package_, host] = process.argv.slice(2);
const { scan } = await import(pathToFileURL(package_).href);
console.log(JSON.stringify(await scan(host)));
process.exit(0);
