import { createHmac } from "node:crypto";
import { z } from "zod";

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const written = new RegExp(`^.*-?(${uuid})-(${uuid})$`, "i");

/** What GOV.UK Notify calls an account by, and what its tokens are signed with. */
export interface NotifyKey {
  readonly service: string;
  readonly secret: string;
}

/** An API key as Notify gives it: a name, the account and the secret, joined by hyphens. */
export const NotifyCredentials = z
  .object({ apiKey: z.string().regex(written) })
  .transform(({ apiKey }): NotifyKey => {
    const [, service = "", secret = ""] = written.exec(apiKey) ?? [];
    return { service, secret };
  });

/** Sign a token for one call (JWT, HS256); it is good for some seconds around its moment. */
export function signToken({ service, secret }: NotifyKey, now: number): string {
  const parts = [
    { typ: "JWT", alg: "HS256" },
    { iss: service, iat: Math.floor(now / 1000) },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  const content = parts.join(".");
  return `${content}.${createHmac("sha256", secret).update(content).digest("base64url")}`;
}
