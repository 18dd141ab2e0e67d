import type { StatusRow } from "@guildhall/contract";
import {
  countStatus,
  findConnector,
  findRecord,
  isUnmapped,
  listOpenAlarms,
  putRecord,
  type RecordRow,
} from "@guildhall/store";
import { endAlarm, raiseAlarm } from "../alarm/raise.ts";
import type { Unit } from "../change.ts";
import { endRaised, raiseTask } from "../task/raise.ts";
import { meaningOf } from "../task/status.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";

/** Where a case of a back office stands now. */
export interface Stands {
  readonly connector: string;
  /** What the back office calls it; the process itself, where it speaks of that. */
  readonly record: string;
  readonly external: string;
  /** When it came to stand there. */
  readonly at: number;
}

/**
 * Remember where a case stands, count its status, and give what it means; what nobody has said the meaning of is
 * given to a person.
 */
export async function stand(
  unit: Unit,
  process: TalkedOf,
  { connector, record, external, at }: Stands,
): Promise<StatusRow | undefined> {
  const { ctx, tx } = unit;
  const known = await findRecord(tx, connector, record);
  const before = leftFor(known, external);
  const meaning = await meaningOf(tx, process, { connector, external, before });
  const mapped = meaning !== undefined;
  const row = { connector, record, process: process.id, mapped, status: external, at };
  const { changeKey = null } = known ?? {};
  await putRecord(tx, { ...row, before: before ?? null, changeKey });
  const service = process.service.definition.id;
  await countStatus(tx, { connector, service, external, mapped, at: ctx.now() });
  if (!mapped) await keepUnmapped(unit, process, { connector, external });
  else if (known && !known.mapped && known.status === external)
    await endUnmapped(unit, process, { connector, external });
  return meaning;
}

/** What was a person's to say has been said. */
async function endUnmapped(
  unit: Unit,
  process: TalkedOf,
  status: { connector: string; external: string },
): Promise<void> {
  const { connector, external } = status;
  await endRaised(unit, process, { step: "status-unmapped", external });
  if (!(await isUnmapped(unit.tx, status)))
    await endAlarm(unit, "status-unmapped", `${connector}/${external}`);
}

/** The status that a case left: the same at every look, as long as it stands where it does. */
function leftFor(known: RecordRow | undefined, external: string): string | undefined {
  const left = known?.status === external ? known.before : known?.status;
  return left ?? undefined;
}

/** Keep a code that nobody has mapped, where staff will see it; the citizen's stage stays as it is. */
export async function keepUnmapped(
  unit: Unit,
  process: TalkedOf,
  { connector, external }: { connector: string | undefined; external: string },
): Promise<void> {
  const found = connector === undefined ? undefined : await findConnector(unit.tx, connector);
  const data = { external, ...(connector === undefined ? {} : { connector }) };
  await tell(unit, { type: "status.unmapped", process, subject: process.id, data });
  const who = found?.definition.name ?? "the back office";
  const title = `Say what “${external}” of ${who} means: nobody has`;
  await raiseTask(unit, process, { step: "status-unmapped", external, title });
  if (connector === undefined) return;
  const subject = await calledFor(unit, connector, external);
  await raiseAlarm(unit, { kind: "status-unmapped", subject, data });
}

/** So many codes of one back office call somebody each. Where there are more, it is no code that is missing. */
const mostCalls = 20;

/** What an alarm is about: the code, or all further ones of a back office that never says the same twice. */
async function calledFor({ tx }: Unit, connector: string, external: string): Promise<string> {
  const subject = `${connector}/${external}`;
  const open = (await listOpenAlarms(tx, ["status-unmapped"])).map((alarm) => alarm.subject);
  const isFull = open.filter((one) => one.startsWith(`${connector}/`)).length >= mostCalls;
  return isFull && !open.includes(subject) ? `${connector}/` : subject;
}
