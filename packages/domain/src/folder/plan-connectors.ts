import type { ConnectorDefinition } from "@guildhall/contract";
import {
  appendEvent,
  findConnector,
  listLiveServices,
  probeBreakers,
  putConnector,
} from "@guildhall/store";
import { connectorFaults } from "../service/check/connector.ts";
import { inTurns } from "./in-turns.ts";
import type { Beside, Item } from "./item.ts";
import { itemOf, markOf } from "./plan-parts.ts";

/** What becomes of connections. Credentials are in no folder: one that is here stays, a new connection has none yet. */
export async function planConnectors(beside: Beside): Promise<Item[]> {
  const { db, contents } = beside;
  const services = (await listLiveServices(db, { limit: 10_000 })).map((one) => one.definition);
  return inTurns(contents.connectors, async (given): Promise<Item> => {
    const { id, name } = given;
    const before = (await findConnector(db, id))?.definition;
    const mark = markOf("connector", id, before);
    const told = { mark, kind: "connector", id, title: name } as const;
    const called = `The connection “${name}”`;
    const item = itemOf(told, before, given, { called, carry: putting(given, before) });
    const objection = item.change && objectionTo(beside, given, services);
    if (objection)
      return {
        mark,
        leftOut: {
          kind: "connector",
          id,
          title: name,
          sentence: `${called} is not taken. ${objection}`,
        },
      };
    return before || !item.change ? item : withCredential(item, item.change);
  });
}

function objectionTo(
  { ctx, mayCall }: Beside,
  given: ConnectorDefinition,
  services: Parameters<typeof connectorFaults>[1],
): string | undefined {
  if (!ctx.scopes.has("connectors:write"))
    return "Whoever looks after the connections to back offices has to import it.";
  if (!given.address.startsWith("simulator:") && !mayCall(given.address))
    return `Its address ${given.address} may not be called from here.`;
  const [fault] = connectorFaults(given, services);
  return fault?.[1];
}

function withCredential(item: Item, change: Required<Item>["change"]): Item {
  const sentence = `${change.sentence} Its credential has to be set before anything can be sent.`;
  return { ...item, change: { ...change, sentence } };
}

function putting(
  given: ConnectorDefinition,
  before: ConnectorDefinition | undefined,
): Required<Item>["carry"] {
  return async ({ ctx, tx }) => {
    const { id } = given;
    const [at, { actor }] = [ctx.now(), ctx];
    await putConnector(tx, given);
    await probeBreakers(tx, { now: at, probes: true, connector: id });
    const event = { type: "connector.changed", subject: id, actor, at } as const;
    await appendEvent(tx, { ...event, data: { created: before === undefined } });
  };
}
