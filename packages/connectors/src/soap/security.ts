import { createHash, randomBytes } from "node:crypto";
import { escapeText } from "../generic/template.ts";

interface Login {
  readonly userName: string;
  readonly password: string;
}

const wss = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss";
const token = `${wss}-username-token-profile-1.0`;

/** Write a WS-Security UsernameToken: the password as it is, with the time; or its digest, which is good once. */
export function usernameToken(
  { userName, password }: Login,
  kind: "text" | "digest",
  now: Date,
  nonce: Uint8Array = randomBytes(16),
): string {
  const created = `${now.toISOString().slice(0, 19)}Z`;
  const shown = kind === "text" ? escapeText(password) : digestOf(nonce, created, password);
  const type = kind === "text" ? "PasswordText" : "PasswordDigest";
  const parts = [
    `<wsse:Username>${escapeText(userName)}</wsse:Username>`,
    `<wsse:Password Type="${token}#${type}">${shown}</wsse:Password>`,
    `<wsse:Nonce EncodingType="${wss}-soap-message-security-1.0#Base64Binary">${Buffer.from(nonce).toString("base64")}</wsse:Nonce>`,
    `<wsu:Created>${created}</wsu:Created>`,
  ];
  return `<wsse:Security xmlns:wsse="${wss}-wssecurity-secext-1.0.xsd" xmlns:wsu="${wss}-wssecurity-utility-1.0.xsd" soap:mustUnderstand="1"><wsse:UsernameToken>${parts.join("")}</wsse:UsernameToken></wsse:Security>`;
}

/** Base64 of SHA-1 over nonce, time and password: what the profile fixes, weak as it is. */
function digestOf(nonce: Uint8Array, created: string, password: string): string {
  return createHash("sha1").update(nonce).update(created).update(password).digest("base64");
}
