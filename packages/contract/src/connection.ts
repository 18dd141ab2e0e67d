import { z } from "zod";
import { genericCredential, genericCredentialFields } from "./back-office/credentials.ts";
import { ConnectorDefinition } from "./connector.ts";
import { Instant } from "./id.ts";

/** All that is ever said of a secret. */
export const SecretState = z
  .object({
    set: z.boolean(),
    last4: z.string().optional(),
    updatedAt: Instant.optional(),
    /** The name of whoever set it. */
    setBy: z.string().optional(),
  })
  .meta({ id: "SecretState" });
export type SecretState = z.infer<typeof SecretState>;

/** A connector as those who look after it see it. */
export const Connection = ConnectorDefinition.extend({ credential: SecretState }).meta({
  id: "Connection",
});
export type Connection = z.infer<typeof Connection>;

/** A connector as it is to be; its id is in the address. */
export const ConnectionChange = ConnectorDefinition.omit({ id: true }).meta({
  id: "ConnectionChange",
});
export type ConnectionChange = z.infer<typeof ConnectionChange>;

/** Secrets are visible ASCII, so that they fit a header and no look-alike goes unseen. */
const secret = z.string().regex(/^[\x21-\x7e]{1,500}$/);
const password = z.string().regex(/^[\x20-\x7e]{1,200}$/);

/** What a connector of each kind is let in with, where the kind alone says it. */
const credentialsByKind = {
  alloy: z.strictObject({ apiKey: secret }),
  uniform: z.strictObject({ userName: password, password }),
  valuebill: z.strictObject({ userName: password, password }),
  "govuk-pay": z.strictObject({ apiKey: secret, webhookSecret: secret }),
  "govuk-notify": z.strictObject({ apiKey: secret }),
} as const;

/** What this connector is let in with: by its kind, or by what its settings say where it is configuration only. */
export function credentialOf(
  definition: Pick<ConnectorDefinition, "kind" | "settings">,
): z.ZodType<Readonly<Record<string, string | undefined>>> {
  const { kind } = definition;
  if (kind === "http" || kind === "soap" || kind === "open311")
    return genericCredential(definition) ?? z.never();
  return credentialsByKind[kind];
}

/** The names of what this connector is let in with; none where its settings do not say. */
export function credentialFieldsOf(
  definition: Pick<ConnectorDefinition, "kind" | "settings">,
): readonly CredentialField[] {
  const schema = credentialOf(definition);
  // Whatever a connector is let in with is among what any is.
  return schema instanceof z.ZodObject ? (Object.keys(schema.shape) as CredentialField[]) : [];
}

/** A credential of any kind; which fields it has goes by the connector's kind. */
export const NewCredential = z
  .strictObject({
    webhookSecret: secret.optional(),
    ...z.strictObject(genericCredentialFields).partial().shape,
  })
  .meta({ id: "NewCredential" });
export type NewCredential = z.infer<typeof NewCredential>;
export type CredentialField = keyof NewCredential;
