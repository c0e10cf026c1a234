// The MDN HTTP Observatory on the demo behind TLS, as it stands on the network.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";

import { pathOf } from "./browser.mjs";
import { Demo, freePort } from "./demo.mjs";

const run = promisify(execFile);

// One port for both: TLS is passed on to the program, plain HTTP is sent to TLS, as a proxy in front of it does.
function inFront(demo, port, keys) {
  const host = `localhost:${port}`;
  const secure = https.createServer(keys, (request, reply) => {
    const { method, url, headers } = request;
    const onward = http.request({ host: "127.0.0.1", port: demo.port, method, path: url, headers }, (answer) => {
      reply.writeHead(answer.statusCode, answer.headers);
      answer.pipe(reply);
    });
    request.pipe(onward);
  });
  const plain = http.createServer((request, reply) => {
    reply.writeHead(301, { location: `https://${host}${request.url}` }).end();
  });
  const TLS_HANDSHAKE = 22;
  const front = net.createServer((socket) => {
    socket.once("data", (begin) => {
      socket.pause();
      socket.unshift(begin);
      (begin[0] === TLS_HANDSHAKE ? secure : plain).emit("connection", socket);
      process.nextTick(() => socket.resume());
    });
    socket.on("error", () => socket.destroy());
  });
  return new Promise((resolve) => front.listen(port, "127.0.0.1", () => resolve(front)));
}

export async function measure({ report, folder }) {
  const port = await freePort();
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  await run("openssl", [
    ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost".split(" "),
    ..."-addext subjectAltName=DNS:localhost -keyout".split(" "), key, "-out", cert,
  ]);
  const demo = await Demo.start(join(folder, "secure"), `https://localhost:${port}`);
  const front = await inFront(demo, port, { key: await readFile(key), cert: await readFile(cert) });
  try {
    const scan = join(import.meta.dirname, "scan.mjs");
    const package_ = pathOf("@mdn/mdn-http-observatory");
    // A new process, because a certificate is trusted from the start or not at all.
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: cert };
    const { stdout } = await run("node", [scan, package_, `localhost:${port}`], { env });
    const result = JSON.parse(stdout.slice(stdout.indexOf("{")));
    for (const [name, test] of Object.entries(result.tests)) {
      console.log(`${name}: ${test.result} (${test.scoreModifier})`);
    }
    report.atLeast(`headers: MDN HTTP Observatory (${result.scan.grade})`, result.scan.score, 105);
  } finally {
    front.close();
    await demo.stop();
  }
}
