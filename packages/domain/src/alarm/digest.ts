import { Role } from "@guildhall/contract";
import {
  findDigestDay,
  findPerson,
  groupStuck,
  listActiveRoles,
  listBreakers,
  listConnectors,
  listOpenAlarms,
  listUnmappedRecords,
  putDigestDay,
} from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { wordsOfCode } from "../delivery/code-words.ts";
import { oweMail } from "../message/owe-mail.ts";
import { consoleUrl } from "../session/addresses.ts";
import { wordsOfAlarm } from "./words.ts";

/**
 * Write to everybody who looks after something what waits this morning; nothing is written where nothing does.
 *
 * The day is remembered with each letter, in the same transaction, so that nobody has two of one morning.
 */
export async function sendDigests(ctx: Context, day: string): Promise<void> {
  const lines = await linesOf(ctx);
  if (lines.length === 0) return;
  const roles = await rolesAfter(ctx);
  for (const id of await readersOf(ctx, roles)) await sendDigest(ctx, { id, roles, day, lines });
}

interface Digest {
  /** Whom it is for. */
  readonly id: string;
  /** Those that somebody must have to be told. */
  readonly roles: readonly Role[];
  readonly day: string;
  readonly lines: readonly string[];
}

async function sendDigest(ctx: Context, { id, roles, day, lines }: Digest): Promise<void> {
  await change(ctx, async (unit) => {
    if ((await findDigestDay(unit.tx, id)) === day) return;
    const person = await findPerson(unit.tx, id);
    if (!person?.active) return;
    await putDigestDay(unit.tx, id, day);
    await oweMail(unit, {
      to: person.email,
      subject: `What waits for ${ctx.tenant.name} this morning`,
      text: [`Dear ${person.name},`, ...lines].join("\n\n"),
      about: id,
      reader: { person: id, roles },
      action: { label: "See what waits", url: `${consoleUrl(ctx)}/deliveries` },
    });
  });
}

/** The roles that look after a connector, or for which an alarm is open. */
async function rolesAfter({ db }: Context): Promise<Role[]> {
  const connectors = await listConnectors(db);
  const roles = new Set<Role>([
    "tenant-admin",
    ...connectors.flatMap(({ definition }) => definition.lookedAfterBy ?? []),
    ...(await listOpenAlarms(db)).map(({ role }) => Role.parse(role)),
  ]);
  return [...roles];
}

async function readersOf({ db }: Context, roles: readonly Role[]): Promise<string[]> {
  const active = await listActiveRoles(db);
  return active
    .filter((person) => person.roles.some((role) => roles.includes(role)))
    .map(({ id }) => id);
}

/** What waits, a line for each. */
async function linesOf(ctx: Context): Promise<string[]> {
  const alarms = (await listOpenAlarms(ctx.db)).filter(({ kind }) => kind !== "delivery-stuck");
  return [
    ...(await stuckLines(ctx)),
    ...alarms.map((alarm) => `${wordsOfAlarm(alarm).title}. ${wordsOfAlarm(alarm).advice}`),
    ...(await breakerLines(ctx, new Set(alarms.map(({ subject }) => subject)))),
    ...(await unmappedLines(ctx)),
  ];
}

async function stuckLines(ctx: Context): Promise<string[]> {
  const groups = await groupStuck(ctx.db);
  return inTurn(groups, async ({ connector, code, count }) => {
    const { means, advice } = wordsOfCode(code ?? "");
    const name = await ctx.catalogue.connectorName(connector);
    return `${said(count, "delivery waits", "deliveries wait")} at ${name}. ${means}. ${advice}`;
  });
}

/** The connectors that are not spoken to, but for those that an alarm tells of. */
async function breakerLines(ctx: Context, told: ReadonlySet<string>): Promise<string[]> {
  const open = (await listBreakers(ctx.db)).filter(
    ({ state, connector }) => state !== "closed" && !told.has(connector),
  );
  return inTurn(open, async ({ connector, code }) => {
    const name = await ctx.catalogue.connectorName(connector);
    return `Nothing is sent to ${name} at the moment. ${wordsOfCode(code ?? "unavailable").means}.`;
  });
}

const mostUnmapped = 1000;

async function unmappedLines(ctx: Context): Promise<string[]> {
  const records = await listUnmappedRecords(ctx.db, mostUnmapped);
  const connectors = [...new Set(records.map(({ connector }) => connector))];
  return inTurn(connectors, async (connector) => {
    const count = records.filter((record) => record.connector === connector).length;
    const name = await ctx.catalogue.connectorName(connector);
    return `${said(count, "case of", "cases of")} ${name} ${count === 1 ? "stands" : "stand"} at a status that is in no status table.`;
  });
}

function said(count: number, one: string, several: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : several}`;
}

async function inTurn<T>(
  items: readonly T[],
  say: (item: T) => Promise<string>,
): Promise<string[]> {
  const lines: string[] = [];
  for (const item of items) lines.push(await say(item));
  return lines;
}
