import type { IncomingMessage, ServerResponse } from "node:http";

/** So little in all that time is no line that somebody waits on. */
const fewestBytes = 1024;

/**
 * End a request whose body has all but stopped for so long, as Node ends one that takes too long as a whole.
 *
 * A page of files may be long on its way over a slow line; only one that does not come on is given up. What we have
 * not read yet is our own delay, not the sender's.
 */
export function endSlowBody(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  silenceMs: number,
): void {
  const { "content-length": length = "0", "transfer-encoding": coding } = incoming.headers;
  if (length === "0" && coding === undefined) return;
  const { socket } = incoming;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    if (incoming.complete || socket.destroyed) return clearInterval(timer);
    const isStopped = socket.bytesRead - before < fewestBytes && incoming.readableLength === 0;
    before = socket.bytesRead;
    if (!isStopped) return;
    clearInterval(timer);
    if (outgoing.headersSent && !outgoing.writableFinished) socket.destroy();
    else socket.end(tooSlow, () => socket.destroy());
  }, silenceMs);
  timer.unref();
  incoming.once("close", () => clearInterval(timer));
}

const tooSlow = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n";
