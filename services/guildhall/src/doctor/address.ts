import type { X509Certificate } from "node:crypto";
import { stat } from "node:fs/promises";
import { isIP } from "node:net";
import { type Config, isLoopbackHost } from "@guildhall/runtime";
import { certificateOf, type KeyPairFiles, readKeyPair } from "../door/key-pair.ts";
import { type Finding, findingsOf } from "./finding.ts";

const dayMs = 86_400_000;
const soonDays = 30;

/** How the platform is reached, and whether what is sent to it can be read on the way. */
export function lookAtAddress({ publicUrl, tls, trustedProxies }: Config): Finding {
  const { ok, warning, failed } = findingsOf("address");
  const { protocol, hostname } = new URL(publicUrl);
  if (isLoopbackHost(hostname)) return ok(`${publicUrl} is for this machine alone.`);
  if (protocol === "http:")
    return failed(`${publicUrl} is not https: what citizens enter could be read on the way.`);
  if (tls || trustedProxies.length > 0) return ok(`${publicUrl} is reached by https.`);
  return warning(
    `${publicUrl} is https, but neither TLS_CERT nor TRUSTED_PROXIES is set: limits by address would count a proxy's own.`,
  );
}

/** The certificate that is served: whether it can be, for how long, and under which name. */
export async function lookAtCertificate(
  { tls, publicUrl }: Config,
  now = Date.now(),
): Promise<Finding> {
  const { ok, warning, failed } = findingsOf("certificate");
  if (!tls) return ok("No certificate is set: http is served.");
  // What it throws is a sentence for the person who runs it.
  const certificate = certificateOf(await readKeyPair(tls));
  const days = Math.floor((Date.parse(certificate.validTo) - now) / dayMs);
  const { hostname } = new URL(publicUrl);
  if (days < 0) return failed(`The certificate in ${tls.cert} ended ${-days} days ago.`);
  if (!covers(certificate, hostname))
    return failed(`The certificate in ${tls.cert} is not for ${hostname}.`);
  if (await isReadByOthers(tls))
    return failed(`${tls.key} can be read by others on this machine; run: chmod 600 ${tls.key}`);
  const sentence = `The certificate in ${tls.cert} is for ${hostname} and ends in ${days} days.`;
  return days < soonDays ? warning(sentence) : ok(sentence);
}

/** Whether a certificate is for a host, as URLs have it. */
export function covers(certificate: X509Certificate, host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, "$1");
  return (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined;
}

async function isReadByOthers({ key }: KeyPairFiles): Promise<boolean> {
  return ((await stat(key)).mode & 0o007) !== 0;
}
