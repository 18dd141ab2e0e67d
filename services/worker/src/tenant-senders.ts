import { ConnectorFault, createMessageSender, resolveAddress } from "@guildhall/connectors";
import type { Sender } from "@guildhall/contract";
import type { Context } from "@guildhall/domain";
import { type ConnectorOptions, loadConnector } from "./connectors.ts";

/**
 * Give the senders that are a tenant's own, by their connectors: of letters, texts and e-mails; undefined for one that
 * is not there, or whose settings or credential will not do. What goes to a simulator stays here.
 */
export function createTenantSenders({
  request,
  simulators,
}: ConnectorOptions): (ctx: Context, connector: string) => Promise<Sender | undefined> {
  return async (ctx, id) => {
    const found = await loadConnector(ctx, id);
    if (!found) return undefined;
    const { definition, credentials } = found;
    const address = resolveAddress(definition.address, simulators);
    const staysHere = address !== definition.address;
    try {
      return {
        ...createMessageSender({ ...definition, address }, credentials, { request }),
        staysHere,
      };
    } catch (error) {
      if (error instanceof ConnectorFault) return undefined;
      throw error;
    }
  };
}
