import type { ConnectionOptions } from "node:tls";
import type { Sender } from "@guildhall/contract";
import { composeMail, isMailAddress } from "./mail.ts";
import { handOver, type SmtpServer } from "./smtp-conversation.ts";

export interface SmtpOptions {
  /** `smtps://user:password@host:465`, or `smtp://host:587`, which goes over to TLS where the server can. */
  readonly url: string;
  /** The address that the server lets us send as, where it is not the envelope's own. */
  readonly from?: string;
  /** How long the server may stay silent. */
  readonly timeoutMs?: number;
  /** For a server with a certificate authority of its own. */
  readonly tls?: ConnectionOptions;
}

/**
 * Send over SMTP, and say truly what became of it.
 *
 * Once the message began to go out and no answer to it came, the server may have taken it: that is
 * `ambiguous`, never `retry`. `refused` is what the server said of this message; what it says of us, such
 * as a wrong password, is put right by a person and then tried again.
 */
export function createSmtp(options: SmtpOptions): Sender {
  const server = serverOf(options);
  return {
    async send(envelope, signal) {
      const sender = options.from ?? envelope.from.address;
      const recipient = envelope.to;
      if (!isMailAddress(recipient) || !isMailAddress(sender)) {
        return { outcome: "refused", code: "address-invalid" };
      }
      const mail = await composeMail(envelope, sender);
      return handOver(server, { ...mail, sender, recipient }, signal);
    },
  };
}

/** A password is worth a secure connection, so with one there is no going on without TLS. */
function serverOf({ url, timeoutMs = 30_000, tls }: SmtpOptions): SmtpServer {
  const { protocol, hostname, port, username, password } = new URL(url);
  if (protocol !== "smtp:" && protocol !== "smtps:")
    throw new RangeError("The address of a mail server is smtp:// or smtps://");
  const secure = protocol === "smtps:";
  const user = decodeURIComponent(username);
  return {
    connection: {
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port) || (secure ? 465 : 587),
      secure,
      requireTLS: user !== "" && !secure,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      tls,
    },
    ...(user === "" ? {} : { login: { user, pass: decodeURIComponent(password) } }),
  };
}
