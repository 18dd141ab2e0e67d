import { Connection, pageOf, StatusCoverage } from "@guildhall/contract";
import { ask, getCoverage, listConnectors } from "@guildhall/sdk";
import type { As } from "./as.ts";

/** What the statuses of back offices mean to citizens. */
export function statusesApi(as: As) {
  return {
    connectors: async () => (await ask(listConnectors({ ...as }), pageOf(Connection))).data,
    coverage: async (connector: string) =>
      (await ask(getCoverage({ ...as, path: { connector } }), pageOf(StatusCoverage))).data,
  };
}
