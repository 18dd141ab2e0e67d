import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** The moments at which a mail server answers. `mail` is the end of the message itself. */
export type SmtpStep = "greeting" | "EHLO" | "MAIL" | "RCPT" | "DATA" | "mail";

/** An answer, or none: the connection is dropped, or the server falls silent. */
export type SmtpAnswer = string | "drop" | "silence";

export interface ScriptedSmtp {
  readonly url: string;
  /** Resolves when the server was told the step's command, whatever it answers. */
  reached(step: SmtpStep): Promise<unknown>;
  close(): Promise<void>;
}

const usual: Record<SmtpStep, string> = {
  greeting: "220 ready",
  EHLO: "250 hello",
  MAIL: "250 ok",
  RCPT: "250 ok",
  DATA: "354 go on",
  mail: "250 taken",
};

/** Start a mail server on loopback that answers as it is told to, and as usual otherwise. */
export async function startScriptedSmtp(
  script: Partial<Record<SmtpStep, SmtpAnswer>>,
): Promise<ScriptedSmtp> {
  const events = new EventTarget();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    converse(socket, (step) => {
      events.dispatchEvent(new Event(step));
      return script[step] ?? usual[step];
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    // A server that listens on a port has an address with a port.
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reached: (step) => once(events, step),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: Socket, answerTo: (step: SmtpStep) => SmtpAnswer): void {
  let received = "";
  let inMail = false;
  const answer = (step: SmtpStep) => {
    const words = answerTo(step);
    if (words === "drop") socket.destroy();
    else if (words !== "silence") socket.write(`${words}\r\n`);
    inMail = step === "DATA" && words.startsWith("3");
  };
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk) => {
    received += chunk.toString();
    const end = inMail ? "\r\n.\r\n" : "\r\n";
    if (!received.endsWith(end)) return;
    const step = inMail ? "mail" : stepOf(received);
    received = "";
    if (step) answer(step);
    else socket.end("221 bye\r\n");
  });
  answer("greeting");
}

function stepOf(line: string): SmtpStep | undefined {
  const verb = line.slice(0, 4);
  return (["EHLO", "MAIL", "RCPT", "DATA"] as const).find((step) => step === verb);
}
