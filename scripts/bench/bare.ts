import { createServer } from "node:http";

// The least that node:http can do: one answer, made beforehand, to whatever is asked. PAGE names the answer to copy.

const { PAGE = "", ENCODING = "br" } = process.env;
const answer = await fetch(PAGE, { headers: { "accept-encoding": ENCODING } });
// fetch unpacks the body: it is asked for once more as it went over the wire.
const { request } = await import("undici");
const wire = await request(PAGE, { headers: { "accept-encoding": ENCODING } });
const body = Buffer.from(await wire.body.arrayBuffer());
const left = new Set(["connection", "keep-alive", "date"]);
const head = [...answer.headers].filter(([name]) => !left.has(name)).flat();
const server = createServer((_, response) => {
  response.writeHead(200, head);
  response.end(body);
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as { port: number };
  process.send?.(`http://127.0.0.1:${port}/`);
});
process.once("disconnect", () => process.exit());
