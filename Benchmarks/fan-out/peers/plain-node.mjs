// A plain Node server for the fan-out benchmark, as one would write it: memory only.
//   node plain-node.mjs PORT [CERTIFICATE KEY]
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { readFileSync } from "node:fs";

const [port, certificate, key] = process.argv.slice(2);
const subscribers = new Set();
let id = 0;

function serve(request, response) {
  if (request.method === "GET") {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(": hello\n\n");
    subscribers.add(response);
    response.on("close", () => subscribers.delete(response));
    return;
  }
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    response.end();
    const event = Buffer.from(`id: ${++id}\nevent: record\ndata: ${Buffer.concat(parts)}\n\n`);
    for (const subscriber of subscribers) subscriber.write(event);
  });
}

const server = certificate
  ? createSecureServer({ cert: readFileSync(certificate), key: readFileSync(key) }, serve)
  : createServer(serve);
server.listen({ port: Number(port), host: "127.0.0.1", backlog: 4096 });
