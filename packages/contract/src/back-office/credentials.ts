import { z } from "zod";
import type { ConnectorDefinition } from "../connector.ts";
import type { Auth, SoapAuth } from "./auth.ts";
import { settingsByKind } from "./settings.ts";

const secret = z.string().regex(/^[\x21-\x7e]{1,500}$/);
const password = z.string().regex(/^[\x20-\x7e]{1,200}$/);
/** PEM: its armour, and lines of base64. */
const pem = (label: string) =>
  z
    .string()
    .max(20_000)
    .regex(
      new RegExp(
        `^(?:-----BEGIN ${label}-----\\r?\\n[A-Za-z0-9+/=\\r\\n]+-----END ${label}-----\\s*)+$`,
      ),
    );

/** What can be among the secrets of a connector that is configuration only. */
const fields = {
  apiKey: secret,
  userName: password,
  password,
  clientId: secret,
  clientSecret: secret,
  certificate: pem("CERTIFICATE"),
  privateKey: pem("(?:EC |RSA )?PRIVATE KEY"),
} as const;
type Field = keyof typeof fields;

/** Every field that a credential of these kinds can have. */
export const genericCredentialFields = fields;

/** Texts of a credential by the names of its fields. */
type Given = Readonly<Record<string, string | undefined>>;

/** What each way of being let in needs. */
const needs = {
  "api-key": ["apiKey"],
  bearer: ["apiKey"],
  basic: ["userName", "password"],
  "username-token": ["userName", "password"],
  body: ["userName", "password"],
  oauth2: ["clientId", "clientSecret"],
  certificate: ["certificate", "privateKey"],
} as const satisfies Record<string, readonly Field[]>;

/**
 * What the credential of this connector has to hold: it follows from the way in which its settings say that it is let
 * in. A client certificate may be beside any of them. Undefined for a kind that is not configuration only.
 */
export function genericCredential({
  kind,
  settings,
}: Pick<ConnectorDefinition, "kind" | "settings">): z.ZodType<Given> | undefined {
  if (kind === "open311") return z.strictObject({ apiKey: secret.optional() });
  if (kind !== "http" && kind !== "soap") return undefined;
  const read = settingsByKind[kind].safeParse(settings);
  return read.success ? holding(neededBy(read.data.auth)) : z.never();
}

/** A log-on takes what its own request names. */
function neededBy(auth: Auth | SoapAuth): readonly Field[] {
  if (auth.by !== "session") return needs[auth.by];
  const written = JSON.stringify(auth.logOn);
  const names = ["userName", "password", "apiKey"] as const;
  return names.filter((name) => written.includes(`{credential.${name}}`));
}

function holding(names: readonly Field[]): z.ZodType<Given> {
  const { certificate, privateKey } = fields;
  const wanted = Object.fromEntries(names.map((name) => [name, fields[name]]));
  const pair = { certificate: certificate.optional(), privateKey: privateKey.optional() };
  return z
    .strictObject({ ...pair, ...wanted })
    .refine((given) => (given.certificate === undefined) === (given.privateKey === undefined), {
      path: ["privateKey"],
    });
}
