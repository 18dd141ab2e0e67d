import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, type RequestOptions } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from "node:tls";
import type { Listening } from "../serve.ts";
import { ask, callerIn, listen } from "../testing/door.ts";
import { thumbprintOf } from "./arrival.ts";
import { keepPair, makeDevelopmentPair } from "./development-certificate.ts";
import type { KeyPair, KeyPairFiles } from "./key-pair.ts";

describe("a server with a certificate", () => {
  let data: string;
  let pair: KeyPair;
  let files: KeyPairFiles;
  let server: Listening;
  const faults: string[] = [];

  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), "guildhall-door-"));
    pair = await makeDevelopmentPair([]);
    files = await keepPair(data, pair);
    faults.length = 0;
    server = await start();
  });
  afterEach(async () => {
    await server.close();
    rmSync(data, { recursive: true, force: true });
  });

  it("answers over https, and tells browsers to use nothing else", async () => {
    const answered = await get("/", { ca: pair.cert });
    expect(answered.status).toBe(200);
    expect(answered.headers["strict-transport-security"]).toMatch(/^max-age=\d+/);
  });

  it.each(["localhost", "127.0.0.1"])("is known as %s by its certificate", async (host) => {
    expect((await get("/", { ca: pair.cert, host })).status).toBe(200);
  });

  it("speaks no TLS older than 1.2", async () => {
    const old = {
      minVersion: "TLSv1",
      maxVersion: "TLSv1.1",
      ciphers: "DEFAULT@SECLEVEL=0",
    } as const;
    await expect(handshake(old)).rejects.toMatchObject({ code: expect.stringMatching(/PROTOCOL/) });
    const socket = await handshake({ maxVersion: "TLSv1.2" });
    expect(socket.getProtocol()).toBe("TLSv1.2");
    socket.destroy();
  });

  it("serves a new certificate once its files have one, and goes on with open connections", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const first = await get("/", { ca: pair.cert, agent });
    const renewed = await makeDevelopmentPair([]);
    await keepPair(data, renewed);
    await expect.poll(served).toBe(new X509Certificate(renewed.cert).fingerprint256);
    const second = await get("/", { ca: pair.cert, agent });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(JSON.parse(second.body).port).toBe(JSON.parse(first.body).port);
    expect((await get("/", { ca: renewed.cert })).status).toBe(200);
    expect(faults).toEqual([]);
    agent.destroy();
  });

  it("keeps its certificate when a new one has another's key, and says so once", async () => {
    writeFileSync(files.key, (await makeDevelopmentPair([])).key);
    await expect.poll(() => faults.length).toBe(1);
    expect((await get("/", { ca: pair.cert })).status).toBe(200);
    expect(faults).toEqual([
      `${files.key} is not the key of the certificate in ${files.cert}. The certificate before it is still served.`,
    ]);
  });

  it("does not start with a certificate that is none", async () => {
    writeFileSync(files.cert, "nothing");
    await expect(start()).rejects.toThrow(`${files.cert} does not hold a certificate in PEM.`);
  });

  it("knows a caller by the certificate shown, and one who shows none by address alone", async () => {
    const client = await makeDevelopmentPair([]);
    const shown = await get("/", { ca: pair.cert, cert: client.cert, key: client.key });
    expect(callerIn(shown)).toEqual({
      address: "127.0.0.1",
      certificate: thumbprintOf(new X509Certificate(client.cert).raw),
    });
    expect(callerIn(await get("/", { ca: pair.cert }))).toEqual({ address: "127.0.0.1" });
  });

  it("ends a connection that is idle when it closes, however long it would be kept", async () => {
    const agent = new Agent({ keepAlive: true });
    await get("/", { ca: pair.cert, agent });
    await server.close();
    server = await start();
    agent.destroy();
  });

  const onFault = (sentence: string) => faults.push(sentence);
  const start = () =>
    listen(
      { TLS_CERT: files.cert, TLS_KEY: files.key, CLIENT_CERTIFICATES: "on" },
      { tls: { files, clientCertificates: true, onFault, everyMs: 20 } },
    );
  const get = (path: string, options: RequestOptions) =>
    ask({ host: "127.0.0.1", port: server.port, path, ...options });

  async function served(): Promise<string> {
    const socket = await handshake({});
    const { fingerprint256 } = socket.getPeerCertificate();
    socket.destroy();
    return fingerprint256;
  }
  function handshake(options: ConnectionOptions): Promise<TLSSocket> {
    return new Promise((resolve, reject) => {
      const all = { host: "127.0.0.1", port: server.port, rejectUnauthorized: false, ...options };
      const socket = connectTls(all, () => resolve(socket));
      socket.once("error", reject);
    });
  }
});
