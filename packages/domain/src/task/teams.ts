import { Problem } from "@guildhall/contract";
import { listLiveVersions, listTeamsOfPeople, listTeamsOfTasks } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import { type Context, requireScope } from "../context.ts";

/** No tenant offers so many services. */
const mostServices = 1000;

/** List the names of teams that are in use, by name: those of live services, of what is still to do, and of people. */
export async function listTeams(ctx: Context): Promise<{ data: string[] }> {
  requireScope(ctx, "tasks:read");
  if (ctx.only) throw new Problem("scope-missing");
  const live = await listLiveVersions(ctx.db, { limit: mostServices });
  const services = await Promise.all(
    live.map(({ service, version }) => ctx.catalogue.version(service, version)),
  );
  const names = [
    ...services.flatMap(teamsOf),
    ...(await listTeamsOfTasks(ctx.db)),
    ...(await listTeamsOfPeople(ctx.db)).flat(),
  ];
  return { data: [...new Set(names)].sort((one, other) => one.localeCompare(other, "en")) };
}

function teamsOf({ definition }: CompiledService): string[] {
  return definition.steps.flatMap((step) =>
    [
      "team" in step ? step.team : undefined,
      "onFailure" in step ? step.onFailure?.team : undefined,
    ].filter((team) => team !== undefined && team !== ""),
  ) as string[];
}
