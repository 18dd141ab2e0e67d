import {
  type Code,
  type ConnectorDefinition,
  type ConnectorDrift,
  type Design,
  type DriftFinding,
  Problem,
} from "@guildhall/contract";
import { type Baseline, findDrift, type Need } from "@guildhall/mapping";
import {
  appendEvent,
  type DriftRow,
  findConnector,
  findDriftRow,
  putDriftRow,
} from "@guildhall/store";
import { endAlarm, raiseAlarm } from "../alarm/raise.ts";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { presentDrift } from "./get.ts";
import { needsOf, type Wanted } from "./needs.ts";

/** What a back office tells of itself; what it does not tell is left out. */
export interface Told {
  readonly designs?: readonly Design[];
  readonly codes?: ReadonlyMap<string, readonly Code[]>;
  /** All designs by name; only where they were asked for. */
  readonly names?: readonly Pick<Design, "id" | "title">[];
}

/** Asks a back office what it takes now; undefined where it cannot be asked at the moment. */
export type AskOffice = (
  ctx: Context,
  connector: string,
  wanted: Wanted,
) => Promise<Told | undefined>;

/**
 * Compare a back office as it is now with what the mappings of live services need, and call whoever looks after it
 * where something would fail. The alarm ends by itself once everything fits again.
 *
 * What cannot be asked now is not known to have changed: the findings of the look before stay.
 *
 * @throws Problem `not-found` (connector)
 */
export async function lookForDrift(
  ctx: Context,
  connector: string,
  ask: AskOffice,
): Promise<ConnectorDrift> {
  requireScope(ctx, "connectors:write");
  const found = await findConnector(ctx.db, connector);
  if (!found) throw new Problem("not-found");
  const { needs, wanted } = await needsOf(ctx.db, found);
  const told = await ask(ctx, connector, wanted);
  return change(ctx, async (unit) => {
    const before = await findDriftRow(unit.tx, connector);
    const row = rowOf({ definition: found.definition, needs, told, before, now: ctx.now() });
    await putDriftRow(unit.tx, row);
    await callFor(unit, { row, before, definition: found.definition });
    return presentDrift(connector, row);
  });
}

interface Look {
  readonly definition: ConnectorDefinition;
  readonly needs: readonly Need[];
  readonly told: Told | undefined;
  readonly before: DriftRow | undefined;
  readonly now: number;
}

function rowOf({ definition, needs, told, before, now }: Look): DriftRow {
  const kept = { connector: definition.id, lookedAt: now, baseline: before?.baseline ?? null };
  if (!told) return { ...kept, state: "unreachable", findings: before?.findings ?? [] };
  if (!told.designs && !told.codes?.size) return { ...kept, state: "untold", findings: [] };
  const live = { kind: definition.kind, ...told, ours: writtenByConnector(definition) };
  const findings = findDrift(needs, live, baselineIn(before));
  if (findings.length > 0) return { ...kept, state: "drifted", findings };
  return { ...kept, state: "in-step", findings, baseline: baselineOf(told, needs) };
}

function baselineIn(before: DriftRow | undefined): Baseline | undefined {
  // Written by `baselineOf`.
  return before?.baseline ? (JSON.parse(before.baseline) as Baseline) : undefined;
}

function baselineOf({ designs = [] }: Told, needs: readonly Need[]): string {
  const versions = Object.fromEntries(needs.map(({ service, version }) => [service, version]));
  return JSON.stringify({ designs, versions } satisfies Baseline);
}

/** What Alloy's connector writes by itself: our reference, and the files. */
function writtenByConnector({ kind, settings }: ConnectorDefinition): string[] {
  if (kind !== "alloy") return [];
  const own = [settings.reference, settings.evidence].filter((code) => typeof code === "string");
  return own.map((code) => `attributes/${code}`);
}

async function callFor(
  unit: Unit,
  {
    row: { state, findings, connector },
    before,
    definition,
  }: { row: DriftRow; before: DriftRow | undefined; definition: ConnectorDefinition },
): Promise<void> {
  if (state === "in-step" || state === "untold") {
    await endAlarm(unit, "design-drifted", connector);
    return;
  }
  if (state !== "drifted") return;
  const services = servicesIn(findings);
  const data = { connector, name: definition.name, services };
  await raiseAlarm(unit, { kind: "design-drifted", subject: connector, data });
  if (JSON.stringify(before?.findings) === JSON.stringify(findings)) return;
  const { ctx, tx } = unit;
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  const told = { kinds, services: [...new Set(findings.flatMap(idsIn))] };
  const event = { type: "connector.drifted", subject: connector, actor: ctx.actor } as const;
  await appendEvent(tx, { ...event, at: ctx.now(), data: told });
}

/** What the council calls them. */
function servicesIn(findings: readonly DriftFinding[]): string[] {
  const rows = findings.flatMap((finding) => finding.rows);
  return [...new Map(rows.map((row) => [row.service, row.serviceTitle])).values()];
}

function idsIn({ rows }: DriftFinding): string[] {
  return rows.map(({ service }) => service);
}
