import type { AddressInfo } from "node:net";
import type { Envelope } from "@guildhall/contract";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { createSmtp, type SmtpOptions } from "./smtp.ts";

const { signal } = new AbortController();
const envelope: Envelope = {
  key: "cambridge-city/out_1",
  to: "ada@example.org",
  from: { name: "Cambridge City Council", address: "no-reply@example.org" },
  subject: "We have your report – CAM-2V4K-7XQP",
  html: "<p>Sŵn: thank you</p>",
  text: "Sŵn: thank you\n.\n.. dots",
};

interface Received {
  readonly from: string | undefined;
  readonly to: string[];
  readonly raw: string;
}

describe("over SMTP", () => {
  let server: SMTPServer | undefined;
  const received: Received[] = [];

  /** Start a real mail server, and give a sender to it. */
  async function start(options: SMTPServerOptions = {}, sender: Partial<SmtpOptions> = {}) {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      logger: false,
      onData(stream, session, callback) {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            from: mailFrom ? mailFrom.address : undefined,
            to: rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString(),
          });
          callback();
        });
      },
      ...options,
    });
    server.on("error", () => undefined);
    const { server: listening } = server;
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const { port } = listening.address() as AddressInfo;
    return createSmtp({
      url: `smtp://127.0.0.1:${port}`,
      ...sender,
      ...(sender.url ? { url: sender.url.replace("PORT", String(port)) } : {}),
    });
  }

  beforeEach(() => {
    received.length = 0;
  });
  afterEach(async () => {
    await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
    server = undefined;
  });

  it("a message arrives whole, in both its forms", async () => {
    const smtp = await start();
    const outcome = await smtp.send(envelope, signal);
    const [{ from, to, raw } = { from: "", to: [], raw: "" }] = received;
    const mail = await PostalMime.parse(raw);

    expect(outcome).toEqual({ outcome: "sent", reference: mail.messageId });
    expect({ from, to }).toEqual({ from: "no-reply@example.org", to: ["ada@example.org"] });
    expect(mail.from).toEqual({ name: "Cambridge City Council", address: "no-reply@example.org" });
    expect(mail.to).toEqual([{ name: "", address: "ada@example.org" }]);
    expect(mail.subject).toBe(envelope.subject);
    expect(mail.html?.trim()).toBe(envelope.html);
    expect(mail.text?.trim()).toBe(envelope.text);
    expect(mail.headers).toContainEqual(
      expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }),
    );
  });

  it("what is said to mail programs arrives on one line each, and takes nothing of ours away", async () => {
    const stop = `<https://example.org/${"k".repeat(120)}/stop>`;
    const headers = { "List-Unsubscribe": stop, "X-Odd": "a\r\nBcc: eve@example.org" };
    await (await start()).send({ ...envelope, headers }, signal);
    const mail = await PostalMime.parse(received[0]?.raw ?? "");
    const said = new Map(mail.headers.map(({ key, value }) => [key, value]));
    expect(said.get("list-unsubscribe")).toBe(stop);
    expect(said.get("auto-submitted")).toBe("auto-generated");
    expect(said.has("bcc")).toBe(false);
  });

  it("the same key has the same Message-ID, and another key another", async () => {
    const smtp = await start();
    for (const key of ["out_1", "out_1", "out_2"]) await smtp.send({ ...envelope, key }, signal);
    const [first, second, third] = await Promise.all(
      received.map(({ raw }) => PostalMime.parse(raw)),
    );

    expect(first?.messageId).toMatch(/^<[0-9a-f]{32}@example\.org>$/);
    expect(second?.messageId).toBe(first?.messageId);
    expect(third?.messageId).not.toBe(first?.messageId);
  });

  it("it is sent as the address that the server allows, in the council's name", async () => {
    const smtp = await start({}, { from: "councils@relay.example" });
    await smtp.send(envelope, signal);
    const mail = await PostalMime.parse(received[0]?.raw ?? "");

    expect(received[0]?.from).toBe("councils@relay.example");
    expect(mail.from).toEqual({
      name: "Cambridge City Council",
      address: "councils@relay.example",
    });
  });

  it("no header can be slipped in, and nobody else gets it", async () => {
    const smtp = await start();
    const injected = "x\r\nBcc: all@example.org\r\n\r\n<script>";
    const from = { name: injected, address: "no-reply@example.org" };
    await smtp.send({ ...envelope, key: injected, from, subject: injected }, signal);
    const mail = await PostalMime.parse(received[0]?.raw ?? "");

    expect(received[0]?.to).toEqual(["ada@example.org"]);
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.headers.map(({ key }) => key)).not.toContain("bcc");
    expect(mail.subject).toBe("x Bcc: all@example.org <script>");
    expect(mail.from?.name).toBe("x Bcc: all@example.org <script>");
    expect(mail.html?.trim()).toBe(envelope.html);
  });

  it.each([
    "ada@example.org\r\nBcc: all@example.org",
    "ada@example.org, all@example.org",
    "ada@example.org all@example.org",
    "Ada <ada@example.org>",
    "ada@example.org>",
    '"a b"@example.org',
    "ada@@example.org",
    "ada@",
    "@example.org",
    "ada",
    "",
    `${"a".repeat(65)}@example.org`,
    `ada@${"a".repeat(250)}.org`,
  ])("%j is no one address, and is refused before anyone is called", async (to) => {
    const smtp = createSmtp({ url: "smtp://127.0.0.1:1" });
    expect(await smtp.send({ ...envelope, to }, signal)).toEqual({
      outcome: "refused",
      code: "address-invalid",
    });
  });

  it("an address with a domain beyond ASCII is called by its name in DNS", async () => {
    const smtp = await start();
    await smtp.send({ ...envelope, to: "o'neil+bins@café.example" }, signal);
    expect(received[0]?.raw).toMatch(/^To: o'neil\+bins@xn--caf-dma\.example\r$/m);
  });

  it("a message larger than the server takes is refused", async () => {
    const smtp = await start({ size: 500 });
    const outcome = await smtp.send({ ...envelope, html: "x".repeat(2000) }, signal);
    expect(outcome).toMatchObject({ outcome: "refused" });
    expect(received).toEqual([]);
  });

  describe("with a password", () => {
    const logins: string[] = [];
    const auth: SMTPServerOptions = {
      disabledCommands: [],
      authOptional: false,
      onAuth: ({ username = "", password }, _, callback) => {
        logins.push(username);
        if (password === "p@ss word") callback(null, { user: username });
        else callback(new Error("no"));
      },
    };
    const url = (password: string) =>
      `smtp://council:${encodeURIComponent(password)}@127.0.0.1:PORT`;
    const tls = { rejectUnauthorized: false };

    beforeEach(() => {
      logins.length = 0;
    });

    it("it signs in over TLS", async () => {
      const smtp = await start(auth, { url: url("p@ss word"), tls });
      expect(await smtp.send(envelope, signal)).toMatchObject({ outcome: "sent" });
      expect(logins).toEqual(["council"]);
    });

    it("a wrong one is ours to put right, so the message waits", async () => {
      const smtp = await start(auth, { url: url("wrong"), tls });
      expect(await smtp.send(envelope, signal)).toEqual({ outcome: "retry", code: "smtp-auth" });
    });

    it("it is never given away without TLS, nor to a server that cannot prove its name", async () => {
      const plain = { ...auth, disabledCommands: ["STARTTLS"], allowInsecureAuth: true };
      const open = await start(plain, { url: url("p@ss word") });
      expect(await open.send(envelope, signal)).toEqual({ outcome: "retry", code: "smtp-tls" });
      server?.close(() => undefined);

      const stranger = await start(auth, { url: url("p@ss word") });
      expect(await stranger.send(envelope, signal)).toMatchObject({ outcome: "retry" });
      expect(logins).toEqual([]);
    });
  });
});

describe("createSmtp", () => {
  it.each(["http://mail.example", "mail.example:25"])("refuses %j for a mail server", (url) => {
    expect(() => createSmtp({ url })).toThrow();
  });
});
