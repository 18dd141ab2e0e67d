import { readFile } from "node:fs/promises";
import { ConnectorFault } from "@guildhall/connectors";
import type { TenantDefinition } from "@guildhall/contract";
import { type DryRunDesk, type Ending, endOf, type Mending } from "@guildhall/domain";
import type { Config } from "@guildhall/runtime";
import { StoreFault } from "@guildhall/store";
import type { DeliveryDeps } from "@guildhall/worker";

/** How deliveries would be written now, and which back office can be asked what it has. */
export function createMending({
  write,
  connectorFor,
}: Pick<DeliveryDeps, "write" | "connectorFor">): Mending & Pick<DryRunDesk, "lookUp"> {
  return {
    write,
    lookUp: async (ctx, id, reference) => {
      const ready = await connectorFor(ctx, id).catch(noneWithoutCredential);
      if (!ready?.connector.find) return undefined;
      const signal = AbortSignal.timeout(Math.min(ready.timeoutMs, lookUpMs));
      return ready.connector
        .find(reference, signal)
        .then((found) => ({ reference: found }), toCode);
    },
    canBeAsked: async (ctx, id, operation) => {
      const found = await connectorFor(ctx, id).catch(noneWithoutCredential);
      return found?.connector.canBeAsked(operation) ?? false;
    },
  };
}

/** Somebody waits for it. */
const lookUpMs = 10_000;

function toCode(error: unknown): { readonly code: string } {
  if (error instanceof ConnectorFault) return { code: error.code };
  throw error;
}

/** Whose credential does not open here cannot be asked, and keeps none of the others waiting. */
function noneWithoutCredential(error: unknown): undefined {
  if (!(error instanceof StoreFault) || error.code !== "sealed-elsewhere") throw error;
}

/**
 * When the certificate that the door serves ends: whoever runs the platform looks after it. One that cannot be read is
 * told of as such, and keeps nothing else from being told.
 */
export async function endingsOfDoor(
  { kind }: Pick<TenantDefinition, "kind">,
  { tls, publicUrl }: Pick<Config, "tls" | "publicUrl">,
): Promise<Ending[]> {
  if (kind !== "shared-service" || !tls) return [];
  const file = tls.cert;
  const [expiresAt] = endOf(await readFile(file, "utf8").catch(() => ""));
  const name = `of ${new URL(publicUrl).host}`;
  const door = { kind: "certificate-expiring", subject: "door", name, file } as const;
  return [expiresAt === undefined ? door : { ...door, expiresAt }];
}
