import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail server that takes every message and counts those that say the same to the same person. */
export interface MailSink {
  readonly url: string;
  readonly received: number;
  /** Messages that came more than once. */
  readonly twice: number;
  close(): Promise<void>;
}

/** Open a mail server on loopback. */
export async function openMailSink(): Promise<MailSink> {
  const times = new Map<string, number>();
  let received = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received += 1;
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        const name = `${to}\n${wordsOf(Buffer.concat(parts).toString("utf8"))}`;
        times.set(name, (times.get(name) ?? 0) + 1);
        callback();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    get received() {
      return received;
    },
    get twice() {
      return [...times.values()].reduce((sum, count) => sum + count - 1, 0);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What is said, without the headers that differ between two sendings of the same. */
function wordsOf(mail: string): string {
  const subject = /^Subject: (?:.+(?:\r?\n[ \t].+)*)/im.exec(mail)?.[0] ?? "";
  const body = mail.slice(mail.search(/\r?\n\r?\n/));
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(mail)?.[1];
  return `${subject}\n${boundary === undefined ? body : body.replaceAll(boundary, "")}`;
}
