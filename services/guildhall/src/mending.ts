import { readFile } from "node:fs/promises";
import type { TenantDefinition } from "@guildhall/contract";
import { type Ending, endOf, type Mending } from "@guildhall/domain";
import type { Config } from "@guildhall/runtime";
import { StoreFault } from "@guildhall/store";
import type { DeliveryDeps } from "@guildhall/worker";

/** How deliveries would be written now, and which back office can be asked what it has. */
export function createMending({
  write,
  connectorFor,
}: Pick<DeliveryDeps, "write" | "connectorFor">): Mending {
  return {
    write,
    canBeAsked: async (ctx, id, operation) => {
      const found = await connectorFor(ctx, id).catch(noneWithoutCredential);
      return found?.connector.canBeAsked(operation) ?? false;
    },
  };
}

/** Whose credential does not open here cannot be asked, and keeps none of the others waiting. */
function noneWithoutCredential(error: unknown): undefined {
  if (!(error instanceof StoreFault) || error.code !== "sealed-elsewhere") throw error;
}

/** When the certificate that the door serves ends: whoever runs the platform looks after it. */
export async function endingsOfDoor(
  { kind }: Pick<TenantDefinition, "kind">,
  { tls, publicUrl }: Pick<Config, "tls" | "publicUrl">,
): Promise<Ending[]> {
  if (kind !== "shared-service" || !tls) return [];
  const [expiresAt] = endOf(await readFile(tls.cert, "utf8"));
  if (expiresAt === undefined) return [];
  const name = `of ${new URL(publicUrl).host}`;
  return [{ kind: "certificate-expiring", subject: "door", name, expiresAt }];
}
