import { checksum } from "./api-key.ts";
import { type Random, systemRandom, toBase62 } from "./encoding.ts";

/** What an applicant follows a request with: which request, and the proof. */
export interface RequestToken {
  readonly request: string;
  readonly secret: string;
}

/** Make the token of a request for access, `gh_request_<id>_<secret43><crc6>`; only its secret's hash is kept. */
export function issueRequestToken(
  request: string,
  random: Random = systemRandom,
): RequestToken & { readonly token: string } {
  const secret = toBase62(random(32), 43);
  const body = `${prefix}${request}_${secret}`;
  return { request, secret, token: body + checksum(body) };
}

/** Read the token of a request for access, or undefined when it was never one of ours. */
export function parseRequestToken(text: string): RequestToken | undefined {
  const [, request, secret] = pattern.exec(text) ?? [];
  if (request === undefined || secret === undefined) return undefined;
  return checksum(text.slice(0, -6)) === text.slice(-6) ? { request, secret } : undefined;
}

const prefix = "gh_request_";
const pattern = /^gh_request_([a-z]{3}_[0-9a-hjkmnp-tv-z]{26})_([0-9A-Za-z]{43})[0-9A-Za-z]{6}$/;
