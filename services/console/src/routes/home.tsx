import type { Handler } from "hono";
import type { ConsoleEnv, Desk, Parts } from "../environment.ts";
import { HomePage, type Waiting } from "../pages/home-page.tsx";

/** The first page of an organisation: what waits, and what this person can do. */
export function showHome({ look }: Parts): Handler<ConsoleEnv> {
  return async (c) => {
    const waiting = await waitingFor(c.var.desk);
    return c.html(<HomePage {...c.var} look={look} waiting={waiting} />);
  };
}

async function waitingFor({ scopes, api }: Desk): Promise<Waiting | undefined> {
  if (!scopes.has("deliveries:read")) return undefined;
  const groups = await api.deliveryGroups();
  const { data: alarms } = await api.alarms({ ended: false });
  return {
    deliveries: groups.reduce((sum, { count }) => sum + count, 0),
    alarms: alarms
      .filter(({ acknowledgedAt }) => acknowledgedAt === undefined)
      .map(({ title }) => title),
  };
}
