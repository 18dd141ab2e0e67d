import { mkdir, rename, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { join } from "node:path";
import { generate } from "selfsigned";
import type { KeyPair, KeyPairFiles } from "./key-pair.ts";

const days = 397;

/** Make a certificate that signs itself, for these hosts and this machine, with a key of its own. */
export async function makeDevelopmentPair(hosts: readonly string[]): Promise<KeyPair> {
  const names = [...new Set([...hosts.map(withoutBrackets), "localhost", "127.0.0.1", "::1"])];
  const altNames = names.map((name) =>
    isIP(name) ? ({ type: 7, ip: name } as const) : ({ type: 2, value: name } as const),
  );
  const { cert, private: key } = await generate(
    [{ name: "commonName", value: "Guildhall development" }],
    {
      keyType: "ec",
      curve: "P-256",
      algorithm: "sha256",
      notAfterDate: new Date(Date.now() + days * 86_400_000),
      extensions: [
        { name: "basicConstraints", cA: false, critical: true },
        { name: "keyUsage", digitalSignature: true, critical: true },
        { name: "extKeyUsage", serverAuth: true },
        { name: "subjectAltName", altNames },
      ],
    },
  );
  return { cert, key };
}

/** Keep a pair in the data folder's `tls`, where only we can read it; one that is served is renewed by that. */
export async function keepPair(data: string, pair: KeyPair): Promise<KeyPairFiles> {
  const folder = join(data, "tls");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
  for (const part of ["cert", "key"] as const) {
    await writeFile(`${files[part]}.part`, pair[part], { mode: 0o600 });
    await rename(`${files[part]}.part`, files[part]);
  }
  return files;
}

/** An address in brackets, as URLs have them, is an address without. */
function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, "$1");
}
