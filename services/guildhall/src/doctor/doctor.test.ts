import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "@guildhall/runtime";
import { runCommandLine } from "../command-line.ts";
import { keepPair, makeDevelopmentPair } from "../door/development-certificate.ts";
import { certificateOf, readKeyPair } from "../door/key-pair.ts";
import { freePorts } from "../testing/free-ports.ts";
import { covers, lookAtAddress, lookAtCertificate } from "./address.ts";
import { lookAtAll } from "./finding.ts";
import {
  lookAtClock,
  lookAtData,
  lookAtNode,
  lookAtPorts,
  lookAtRedis,
  lookAtRootKey,
} from "./machine.ts";

const dayMs = 86_400_000;

describe("doctor", () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), "guildhall-doctor-"));
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  it.each([
    ["20.18.3", "failed"],
    ["20.19.0", "ok"],
    ["24.0.0", "ok"],
  ])("says of Node %s: %s", (version, status) => {
    expect(lookAtNode(version).status).toBe(status);
  });

  it("takes a data folder that only we can read, and one that is still to be made", async () => {
    expect(await lookAtData({ data })).toMatchObject({ status: "ok" });
    expect(await lookAtData({ data: join(data, "a/b") })).toMatchObject({ status: "ok" });
  });

  it("refuses a data folder that others can read, and one that is a file", async () => {
    chmodSync(data, 0o750);
    expect(await lookAtData({ data })).toMatchObject({ status: "failed" });
    writeFileSync(join(data, "file"), "");
    expect(await lookAtData({ data: join(data, "file") })).toMatchObject({ status: "failed" });
  });

  it.each([
    ["is still to be made", {}, "ok"],
    ["is there", { "root.key": `${"0f".repeat(32)}\n` }, "ok"],
    ["is no key", { "root.key": "nothing" }, "failed"],
    ["is lost", { "directory.db": "" }, "failed"],
  ])("says of a root key that %s: %s", async (_, files, status) => {
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(data, name), text ?? "", { mode: 0o600 });
    const look = () => lookAtRootKey(config({}));
    expect(await lookAtAll({ "root-key": look })).toMatchObject([{ check: "root-key", status }]);
  });

  it("refuses a root key that others can read", async () => {
    writeFileSync(join(data, "root.key"), `${"0f".repeat(32)}\n`, { mode: 0o644 });
    const look = () => lookAtRootKey(config({}));
    expect(await lookAtAll({ "root-key": look })).toMatchObject([{ status: "failed" }]);
  });

  it.each([
    ["another program", "hello", "failed"],
    ["Guildhall itself", '{"status":"ok","loopDelayMs":20}', "ok"],
  ])("says of a port that %s has: %s", async (_, answer, status) => {
    const server = createServer((_, response) => response.end(answer));
    await new Promise<void>((resolve) => server.listen(0, resolve));
    // A listening TCP server has an address with a port.
    const { port } = server.address() as AddressInfo;
    const found = await lookAtPorts(config({ PORT: String(port), SIMULATORS: "off" }));
    expect(found).toMatchObject({ status });
    server.close();
  });

  it("takes ports that nobody has", async () => {
    const [port, simulators] = await freePorts(2);
    const env = { PORT: String(port), SIMULATORS_PORT: String(simulators) };
    expect(await lookAtPorts(config(env))).toMatchObject({ status: "ok" });
  });

  it.each([
    [{ QUEUE: "in-process" }, "ok"],
    [{ QUEUE: "auto" }, "ok"],
    [{ QUEUE: "bullmq" }, "failed"],
    [{ QUEUE: "bullmq", REDIS_URL: "redis://127.0.0.1:1" }, "warning"],
  ])("says of a queue with %j and no Redis: %s", async (env, status) => {
    expect(await lookAtRedis(config(env))).toMatchObject({ status });
  });

  it("refuses a clock that is behind what it has written", async () => {
    const path = join(data, "directory.db");
    writeFileSync(path, "");
    utimesSync(path, new Date("2030-01-02"), new Date("2030-01-02"));
    const at = (day: string) => lookAtClock({ data }, Date.parse(day));
    expect(await at("2030-01-01")).toMatchObject({ status: "failed" });
    expect(await at("2030-01-03")).toMatchObject({ status: "ok" });
  });

  it.each([
    [{}, "ok"],
    [{ PUBLIC_URL: "http://a.example" }, "failed"],
    [{ PUBLIC_URL: "https://a.example" }, "warning"],
    [{ PUBLIC_URL: "https://a.example", TRUSTED_PROXIES: "10.0.0.1" }, "ok"],
  ])("says of an address with %j: %s", (env, status) => {
    expect(lookAtAddress(config(env))).toMatchObject({ status });
  });

  it.each([
    ["in time", 0, { status: "ok", words: "ends in 396 days" }],
    ["soon at its end", 380, { status: "warning", words: "ends in 16 days" }],
    ["at its end", 400, { status: "failed", words: "ended" }],
  ])("says of a certificate that is %s", async (_, days, { status, words }) => {
    const found = await lookAtCertificate(await certified("a.example"), Date.now() + days * dayMs);
    expect(found).toMatchObject({ status, sentence: expect.stringContaining(words) });
  });

  it("refuses a certificate that is for another host", async () => {
    const found = await lookAtCertificate(await certified("b.example"));
    expect(found).toMatchObject({ status: "failed", sentence: expect.stringContaining("not for") });
  });

  it("refuses a certificate's key that others can read, or that is another's", async () => {
    const files = await keepPair(data, await makeDevelopmentPair([]));
    const set = config({ TLS_CERT: files.cert, TLS_KEY: files.key });
    const look = () => lookAtCertificate(set);
    chmodSync(files.key, 0o644);
    expect(await lookAtAll({ certificate: look })).toMatchObject([{ status: "failed" }]);
    writeFileSync(files.key, (await makeDevelopmentPair([])).key);
    const [found] = await lookAtAll({ certificate: look });
    expect(found?.sentence).toBe(
      `${files.key} is not the key of the certificate in ${files.cert}.`,
    );
  });

  it("makes a certificate for this machine and the public address, and keeps it while it is good", async () => {
    const first = await doctor({ PUBLIC_URL: "https://a.example" }, "--tls", "--json");
    const files = { cert: join(data, "tls/cert.pem"), key: join(data, "tls/key.pem") };
    expect(JSON.parse(first.printed)).toMatchObject({ TLS_CERT: files.cert, TLS_KEY: files.key });
    const certificate = certificateOf(await readKeyPair(files));
    for (const host of ["localhost", "127.0.0.1", "[::1]", "a.example"])
      expect(covers(certificate, host)).toBe(true);
    expect(covers(certificate, "b.example")).toBe(false);
    for (const path of Object.values(files)) expect(statSync(path).mode & 0o777).toBe(0o600);
    await doctor({ PUBLIC_URL: "https://a.example" }, "--tls");
    expect(certificateOf(await readKeyPair(files)).fingerprint256).toBe(certificate.fingerprint256);
    await doctor({ PUBLIC_URL: "https://b.example" }, "--tls");
    expect(covers(certificateOf(await readKeyPair(files)), "b.example")).toBe(true);
  });

  it("says all that it found, and ends with 1 when something failed", async () => {
    const well = await doctor({}, "--json");
    expect(well.code).toBe(0);
    expect(JSON.parse(well.printed).status).toBe("ok");
    mkdirSync(join(data, "open"), { mode: 0o755 });
    const ill = await doctor({ GUILDHALL_DATA: join(data, "open") });
    expect(ill.code).toBe(1);
    expect(ill.printed).toMatch(/^failed {3}.*can be read by others/m);
  });

  it("names a setting that cannot be used", async () => {
    const { code, printed } = await doctor({ TLS_CERT: "cert.pem" }, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(printed).checks).toContainEqual({
      check: "configuration",
      status: "failed",
      sentence: "TLS_KEY must be set where TLS_CERT is.",
    });
  });

  const config = (env: Record<string, string>) => readConfig({ GUILDHALL_DATA: data, ...env });

  /** A platform at this host, whose certificate is for a.example. */
  async function certified(host: string) {
    const files = await keepPair(data, await makeDevelopmentPair(["a.example"]));
    const tls = { TLS_CERT: files.cert, TLS_KEY: files.key };
    return config({ ...tls, PUBLIC_URL: `https://${host}` });
  }

  /** Run the command on ports that are free, with what it prints. */
  async function doctor(env: Record<string, string>, ...flags: string[]) {
    const [port, simulators] = await freePorts(2);
    const ports = { PORT: String(port), SIMULATORS_PORT: String(simulators) };
    const print = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const say = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    try {
      const all = { GUILDHALL_DATA: data, ...ports, ...env };
      const code = await runCommandLine(["doctor", ...flags], all, import.meta.url);
      return { code, printed: print.mock.calls.join("") };
    } finally {
      print.mockRestore();
      say.mockRestore();
    }
  }
});
