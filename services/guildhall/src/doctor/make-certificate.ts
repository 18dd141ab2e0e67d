import { join } from "node:path";
import { readConfig } from "@guildhall/runtime";
import type { CommandWorld } from "../commands/world.ts";
import { keepPair, makeDevelopmentPair } from "../door/development-certificate.ts";
import { certificateOf, type KeyPairFiles, readKeyPair } from "../door/key-pair.ts";
import { covers } from "./address.ts";

/**
 * Make a certificate for this machine and say how to start with it. Gives the exit code.
 *
 * One that is still good is kept: whoever trusts it need not do so again.
 */
export async function makeCertificate(
  { env, print, say }: CommandWorld,
  json: boolean,
): Promise<number> {
  // What is set of TLS may be what this is asked to mend.
  const { data, publicUrl } = readConfig({ ...env, TLS_CERT: "", TLS_KEY: "", HTTP_PORT: "" });
  const { hostname } = new URL(publicUrl);
  const kept = { cert: join(data, "tls", "cert.pem"), key: join(data, "tls", "key.pem") };
  const isGood = await isGoodFor(kept, hostname);
  const files = isGood ? kept : await keepPair(data, await makeDevelopmentPair([hostname]));
  const settings = {
    TLS_CERT: files.cert,
    TLS_KEY: files.key,
    // What this machine's own programs, such as the simulators, are to trust.
    NODE_EXTRA_CA_CERTS: files.cert,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  print(json ? JSON.stringify(settings) : lines.join("\n"));
  say(
    `${isGood ? "The certificate is still good" : "A certificate was made"}. Start with the settings above before npm start, and trust ${files.cert} in your browser. It is for trying out: no other machine will believe it.`,
  );
  return 0;
}

async function isGoodFor(files: KeyPairFiles, host: string): Promise<boolean> {
  try {
    const certificate = certificateOf(await readKeyPair(files));
    const isLasting = Date.parse(certificate.validTo) - Date.now() > 30 * 86_400_000;
    return isLasting && covers(certificate, host);
  } catch {
    // There is none, or none that can be served.
    return false;
  }
}
