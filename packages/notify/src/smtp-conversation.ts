import { Readable } from "node:stream";
import type { SendOutcome } from "@guildhall/contract";
import SMTPConnection, { type SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";
import type { ComposedMail } from "./mail.ts";

export interface SmtpServer {
  readonly connection: SMTPConnectionOptions;
  readonly login?: { readonly user: string; readonly pass: string };
}

export interface AddressedMail extends ComposedMail {
  readonly sender: string;
  readonly recipient: string;
}

/** Hand one mail over in one conversation. The signal ends it, whatever the server is doing. */
export async function handOver(
  server: SmtpServer,
  mail: AddressedMail,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const connection = new SMTPConnection(server.connection);
  const body = createBody(mail.bytes);
  try {
    await Promise.race([
      converse(connection, server, { mail, body: body.stream }),
      endOf(connection, signal),
    ]);
    connection.quit();
    return { outcome: "sent", reference: mail.messageId };
  } catch (error) {
    connection.close();
    return outcomeOf(error, body.hasBegun());
  }
}

async function converse(
  connection: SMTPConnection,
  { login }: SmtpServer,
  { mail, body }: { mail: AddressedMail; body: Readable },
): Promise<void> {
  await settled((done) => connection.connect(done));
  if (login) await settled((done) => connection.login(login, done));
  const envelope = { from: mail.sender, to: mail.recipient, size: mail.bytes.length };
  await settled((done) => connection.send(envelope, body, done));
}

/** Fail when the conversation ends before we end it. */
function endOf(connection: SMTPConnection, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    connection.on("error", reject);
    const stop = () => reject(new SmtpFailure("ETIMEDOUT"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
    connection.once("end", () => {
      signal.removeEventListener("abort", stop);
      // The server's last words, where it had any, are told after the end.
      setImmediate(reject, new SmtpFailure("ECONNECTION"));
    });
  });
}

/** A stream of the mail that knows whether it was begun: the library reads it only once it may send. */
function createBody(bytes: Buffer): { stream: Readable; hasBegun(): boolean } {
  let begun = false;
  const stream = new Readable({
    read() {
      begun = true;
      this.push(bytes);
      this.push(null);
    },
  });
  return { stream, hasBegun: () => begun };
}

class SmtpFailure extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Say what became of the mail, from the library's error and whether the mail had begun to go out. */
function outcomeOf(error: unknown, hasBegun: boolean): SendOutcome {
  // What the library's errors carry: a code of its own, and the server's answer where it gave one.
  const { code = "", responseCode } = error as { code?: string; responseCode?: number };
  const isAboutTheMail = code === "EENVELOPE" || code === "EMESSAGE";
  if (responseCode) {
    const refused = isAboutTheMail && responseCode >= 500;
    return { outcome: refused ? "refused" : "retry", code: codes[code] ?? `smtp-${responseCode}` };
  }
  if (hasBegun) return { outcome: "ambiguous", code: codes[code] ?? "smtp-lost" };
  if (isAboutTheMail) return { outcome: "refused", code: "mail-unacceptable" };
  return { outcome: "retry", code: codes[code] ?? "smtp-unreachable" };
}

const codes: Readonly<Record<string, string>> = {
  EAUTH: "smtp-auth",
  ETLS: "smtp-tls",
  ETIMEDOUT: "smtp-timeout",
};

function settled(run: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    run((error) => (error ? reject(error) : resolve()));
  });
}
