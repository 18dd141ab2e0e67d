import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { answering, answeringText, type Handler, hangUp } from "../test-server.ts";

const mebibyte = Buffer.alloc(1024 * 1024, "[");
const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, " "));

/** Answers that no back office means, each of which a connector has to take for what it is: no success. */
export const hostileAnswers: readonly (readonly [string, Handler])[] = [
  ["a web page", typed("text/html", "<!doctype html><p>Welcome, Ann Example</p>")],
  ["nothing", answeringText("")],
  ["nothing, and says so", answeringText("", 204)],
  ["half of what it announces", cutShort],
  ["a hundred megabytes", flood],
  ["a hundred megabytes in a few kilobytes", zipped],
  ["a way to this machine", redirect],
  ["the wrong type of content", typed("image/png", "\u0089PNG\r\n\u001a\n")],
  ["a word that is JSON", answering("ok")],
  ["a list where an object is usual", answering([])],
  ["an object where lists are usual", answering({ results: {}, item: [], design: [] })],
  ["values of other types", answering({ results: [7, null], item: { itemId: 7 }, design: null })],
  ["ids that lead elsewhere", answering(named("../../session?x="))],
  ["a fault of another protocol", typed("text/xml", "<a><faultcode>Server</faultcode></a>")],
  ["XML with a document type", typed("text/xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')],
  ["an error of its own", answeringText("Ann Example is not known", 500)],
  ["a gateway's error", answeringText("Bad gateway", 502)],
  ["an hour to wait, and then for ever", waits],
  ["no answer at all", hangUp],
];

function typed(type: string, text: string): Handler {
  return (_, response) => response.writeHead(200, { "content-type": type }).end(text);
}

function named(itemId: string): object {
  const item = { itemId, designCode: itemId, signature: "s", attributes: [] };
  return { item, results: [item], fileItemId: itemId, design: { code: itemId, attributes: [] } };
}

function cutShort(_: unknown, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"item":{"itemId":"00000000', () => response.socket?.destroy());
}

/** Goes on until it was enough, or the other side has left. */
function flood(_: unknown, response: ServerResponse): void {
  let left = 100;
  response.writeHead(200, { "content-type": "application/json" });
  const pour = (): void => {
    left -= 1;
    if (left === 0) response.end();
    else if (!response.destroyed) response.write(mebibyte, pour);
  };
  pour();
}

function zipped(_: unknown, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
  response.end(bomb);
}

function redirect(_: unknown, response: ServerResponse): void {
  response.writeHead(302, { location: "http://127.0.0.1:6379/" }).end();
}

function waits(_: unknown, response: ServerResponse): void {
  response.writeHead(429, { "retry-after": "1000000000" }).end();
}
