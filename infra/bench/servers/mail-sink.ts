import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** A mail server that takes everything and keeps nothing. */
export interface MailSink {
  readonly url: string;
  /** How many messages it has taken. */
  taken(): number;
  close(): void;
}

/** Start a mail server on loopback that takes everything at once, and tells of each message. */
export async function startMailSink(onTaken = () => {}): Promise<MailSink> {
  let taken = 0;
  const server = createServer((socket) => {
    converse(socket, () => {
      taken += 1;
      onTaken();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    // A server that listens on a port has an address with a port.
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => taken,
    close: () => server.close(),
  };
}

function converse(socket: Socket, onTaken: () => void): void {
  let received = "";
  let inMail = false;
  const answer = (said: string) => {
    if (inMail) onTaken();
    inMail = !inMail && /^DATA/i.test(said);
    if (/^QUIT/i.test(said)) socket.end("221 bye\r\n");
    else socket.write(inMail ? "354 go on\r\n" : "250 ok\r\n");
  };
  socket.on("error", () => socket.destroy());
  socket.write("220 ready\r\n");
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
    if (!received.endsWith(inMail ? "\r\n.\r\n" : "\r\n")) return;
    const said = received;
    received = "";
    answer(said);
  });
}
