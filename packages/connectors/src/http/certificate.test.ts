import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { unhurried } from "../test-server.ts";
import type { ClientCertificate } from "./call.ts";
import { createGuard } from "./guard.ts";

const hasOpenssl = works(() => execFileSync("openssl", ["version"]));

describe.skipIf(!hasOpenssl)("a client certificate", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "certificates-"));
    for (const name of ["office", "council", "other"]) make(folder, name);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is shown to a receiver that asks for it, and to no other call", async () => {
    const office = await serve(folder);
    const request = createGuard({
      allowLoopback: [office.host],
      authorities: pem(folder, "office.crt"),
    });
    const call = { method: "GET", url: `https://${office.host}/` } as const;
    const council = identity(folder, "council");

    const shown = await request({ ...call, certificate: council }, unhurried());
    const other = await request({ ...call, certificate: identity(folder, "other") }, unhurried());
    expect([text(shown.body), text(other.body)]).toEqual(["council", "other"]);
    await expect(request(call, unhurried())).rejects.toThrow(
      /^(?:connection-lost|tls-failed|network-failed)$/,
    );
  });

  it("does not make an authority trusted that is not", async () => {
    const office = await serve(folder);
    const request = createGuard({ allowLoopback: [office.host] });
    const certificate = identity(folder, "council");

    await expect(
      request({ method: "GET", url: `https://${office.host}/`, certificate }, unhurried()),
    ).rejects.toThrow("tls-failed");
  });
});

function make(folder: string, name: string): void {
  const files = ["-keyout", `${name}.key`, "-out", `${name}.crt`];
  const subject = ["-subj", `/CN=${name}`, "-addext", "subjectAltName=DNS:localhost"];
  const kind = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  execFileSync("openssl", [...kind, "-days", "2", ...files, ...subject], {
    cwd: folder,
    stdio: "ignore",
  });
}

async function serve(folder: string) {
  const server = createServer(
    {
      cert: pem(folder, "office.crt"),
      key: pem(folder, "office.key"),
      ca: [pem(folder, "council.crt"), pem(folder, "other.crt")],
      requestCert: true,
      rejectUnauthorized: true,
    },
    (request, response) => {
      // A server of TLS has no other sockets.
      response.end((request.socket as TLSSocket).getPeerCertificate().subject.CN);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: `localhost:${(server.address() as AddressInfo).port}` }; // It listens on TCP.
}

function identity(folder: string, name: string): ClientCertificate {
  return { certificate: pem(folder, `${name}.crt`), privateKey: pem(folder, `${name}.key`) };
}

const pem = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");
const text = (body: Uint8Array) => Buffer.from(body).toString("utf8");

function works(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
