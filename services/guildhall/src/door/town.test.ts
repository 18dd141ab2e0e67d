import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { asPlatform, issueKey } from "@guildhall/domain";
import { ask } from "../testing/door.ts";
import { freePorts } from "../testing/free-ports.ts";
import { startTown, type Town } from "../testing/town.ts";
import { thumbprintOf } from "./arrival.ts";
import { keepPair, makeDevelopmentPair } from "./development-certificate.ts";
import type { KeyPair } from "./key-pair.ts";

describe("the platform behind its door", () => {
  let data: string;
  let pair: KeyPair;
  let client: KeyPair;
  let town: Town;
  let port: number;
  let httpPort: number;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), "guildhall-town-tls-"));
    pair = await makeDevelopmentPair([]);
    client = await makeDevelopmentPair([]);
    const files = await keepPair(data, pair);
    httpPort = (await freePorts(1))[0] ?? 0;
    town = await startTown({
      TLS_CERT: files.cert,
      TLS_KEY: files.key,
      HTTP_PORT: String(httpPort),
      CLIENT_CERTIFICATES: "on",
      TRUSTED_PROXIES: "127.0.0.1",
      RATE_LIMIT_ADDRESS: "40",
    });
    port = town.running.port;
  });
  afterAll(async () => {
    await town?.[Symbol.asyncDispose]();
    rmSync(data, { recursive: true, force: true });
  });

  it("serves pages and API over https, and leads to them from http", async () => {
    for (const path of ["/c/cambridge-city/", "/t/cambridge-city/v1/services", "/livez"]) {
      const { status, headers } = await get(path, { from: "192.0.2.10" });
      expect([path, status]).toEqual([path, 200]);
      expect(headers["strict-transport-security"]).toContain("max-age=");
      const led = await ask({ port: httpPort, path });
      expect(led.headers.location).toBe(`https://localhost:${port}${path}`);
    }
  });

  it("takes a key with the certificate that it is held to, and from nobody else", async () => {
    const ground = await town.running.platform.groundFor("cambridge-city");
    if (!ground) throw new Error("There is no cambridge-city.");
    const certificate = thumbprintOf(new X509Certificate(client.cert).raw);
    const asked = {
      name: "Held",
      kind: "vendor",
      scopes: ["processes:read"],
      certificate,
    } as const;
    const { key } = await issueKey(asPlatform(ground), asked);
    const headers = { Authorization: `Bearer ${key}` };
    const path = "/t/cambridge-city/v1/processes";
    const base = { host: "127.0.0.1", port, path, headers, ca: pair.cert };
    // Behind a trusted proxy the certificate is what the proxy says; ::1 is none.
    const direct = { ...base, host: "::1" };
    expect((await ask({ ...direct, cert: client.cert, key: client.key })).status).toBe(200);
    expect((await ask(direct)).status).toBe(401);
    expect((await ask({ ...direct, cert: pair.cert, key: pair.key })).status).toBe(401);
    const der = new X509Certificate(client.cert).raw.toString("base64");
    const shown = { ...headers, "Client-Cert": `:${der}:` };
    expect((await ask({ ...base, headers: shown })).status).toBe(200);
    expect((await ask({ ...direct, headers: shown })).status).toBe(401);
  });

  it.each([
    ["too long, with its length", `Content-Length: 300000\r\n\r\n${"x".repeat(300_000)}`, 413],
    [
      "too long, in chunks",
      `Transfer-Encoding: chunked\r\n\r\n493e0\r\n${"x".repeat(300_000)}\r\n0\r\n\r\n`,
      413,
    ],
    ["longer than it says", 'Content-Length: 2\r\n\r\n{}{"more":"than that"}', 400],
    ["shorter than it says", 'Content-Length: 500\r\n\r\n{"service":"noise-nuisance"}', 400],
  ])("refuses a body %s, and closes the connection", async (_, rest, status) => {
    const answer = await exchange(`${start}${rest}`);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
  });

  it("limits the pages of one address by its own, and no other's", async () => {
    const statuses: number[] = [];
    for (let nth = 0; nth < 60; nth += 1)
      statuses.push((await get("/c/cambridge-city/", { from: "192.0.2.1" })).status);
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).not.toBe(200);
    expect((await get("/c/cambridge-city/", { from: "192.0.2.2" })).status).toBe(200);
  });

  const start =
    "POST /t/cambridge-city/v1/drafts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nIdempotency-Key: 0123456789abcdef\r\n";
  /** Write these bytes and no more, and give all that comes back until the connection is closed. */
  function exchange(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "localhost", ca: pair.cert }, () => socket.end(text));
      let answer = "";
      socket.on("data", (chunk) => {
        answer += chunk;
      });
      socket.on("error", (error: NodeJS.ErrnoException) =>
        error.code === "ECONNRESET" ? resolve(answer) : reject(error),
      );
      socket.on("close", () => resolve(answer));
    });
  }
  const get = (path: string, { from }: { from: string }) =>
    ask({ port, path, ca: pair.cert, headers: { "X-Forwarded-For": from } });
});
