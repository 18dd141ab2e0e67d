import { Connection, ConnectorDrift, pageOf, StatusCoverage } from "@guildhall/contract";
import { ask, getCoverage, getDrift, listConnectors, lookForDrift } from "@guildhall/sdk";
import type { As } from "./as.ts";

/** What the statuses of back offices mean to citizens, and whether they take what is sent to them. */
export function statusesApi(as: As) {
  return {
    connectors: async () => (await ask(listConnectors({ ...as }), pageOf(Connection))).data,
    drift: (connector: string) => ask(getDrift({ ...as, path: { connector } }), ConnectorDrift),
    lookForDrift: (connector: string) =>
      ask(lookForDrift({ ...as, path: { connector } }), ConnectorDrift),
    coverage: async (connector: string) =>
      (await ask(getCoverage({ ...as, path: { connector } }), pageOf(StatusCoverage))).data,
  };
}
