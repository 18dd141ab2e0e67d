// Take webhooks in, and believe only those that are signed by the platform.
import { createServer, type IncomingMessage } from "node:http";
import { verifyWebhook, WebhookRefused } from "@guildhall/sdk";

/** The subscription's `publicKeys`, or its secret; two while they are being rotated. */
const keys = (process.env.WEBHOOK_KEYS ?? "").split(" ");
const seen = new Set<string>();

const server = createServer(async (request, response) => {
  try {
    const body = await read(request);
    const { id } = await verifyWebhook(request.headers, body, keys);
    if (!seen.has(id)) console.log(JSON.parse(body.toString("utf8")));
    seen.add(id);
    response.writeHead(204).end();
  } catch (error) {
    response.writeHead(error instanceof WebhookRefused ? 401 : 500).end();
  }
});
server.listen(Number(process.env.PORT ?? 4000));

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}
