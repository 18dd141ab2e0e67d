import {
  Allocation,
  Figure,
  type FiguresQuery,
  Health,
  pageOf,
  TenantHealth,
  Workload,
} from "@guildhall/contract";
import {
  allocateTeam,
  ask,
  getFigures,
  getHealth,
  getWorkload,
  listTenantHealth,
  refusedBy,
} from "@guildhall/sdk";
import { type As, under } from "./as.ts";

/** Which figures are looked for. */
export type FigureSearch = {
  readonly [Key in keyof FiguresQuery]?: NonNullable<FiguresQuery[Key]>;
};

/** The work as those see it who look after all of it, and what leads to the outside. */
export function workApi(as: As) {
  return {
    figures: async (query: FigureSearch) =>
      (await ask(getFigures({ ...as, query }), pageOf(Figure))).data,
    figureSheet: async (query: FigureSearch) => {
      const headers = { Accept: "text/csv" };
      const { response, error } = await getFigures({ ...as, query, headers, parseAs: "stream" });
      if (!response?.ok) throw refusedBy(response, error);
      return response;
    },
    workload: () => ask(getWorkload(as), Workload),
    shareOut: (team: string, once: string) =>
      ask(allocateTeam({ ...as, path: { team }, ...under(once) }), Allocation),
    health: () => ask(getHealth(as), Health),
    tenantHealth: async () => (await ask(listTenantHealth(as), pageOf(TenantHealth))).data,
  };
}
