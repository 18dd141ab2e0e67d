import {
  appendEvent,
  endHandedOver,
  findOutbox,
  findProcess,
  findReceipt,
  markApplied,
  type OutboxRow,
  type ReceiptRow,
  removeFollower,
  setToldBy,
} from "@guildhall/store";
import { raiseUnsent } from "../alarm/unsent.ts";
import type { Unit } from "../change.ts";
import { askTeam, otherwiseOf } from "../delivery/otherwise.ts";
import { followerPurpose } from "../follower/update.ts";
import { owe } from "../owe.ts";
import { tell } from "../tell.ts";
import type { TalkedOf } from "../telling.ts";
import { channelFor, reachOf, withoutChannel } from "./channel.ts";
import { letterPurpose } from "./owe-mail.ts";

/** A message, what its carrier said of it, and the process that it tells of, where it is of one. */
interface Receipted {
  readonly row: OutboxRow;
  readonly receipt: ReceiptRow;
  readonly process: TalkedOf | undefined;
}

/**
 * Do what follows from a receipt, once: it waits until we know ourselves that the message was handed over. True where
 * something followed.
 *
 * What arrived is told in the trail, and ends doubt about whether it was sent. What came back is a refusal that came
 * late: the person is told by text instead where that can be done, and else a person of the council is called.
 */
export async function applyReceipt(
  unit: Unit,
  id: string,
  process: TalkedOf | undefined,
): Promise<boolean> {
  const [row, receipt] = [await findOutbox(unit.tx, id), await findReceipt(unit.tx, id)];
  if (!row || !receipt || receipt.applied || !mayHaveGone(row)) return false;
  await markApplied(unit.tx, id);
  const receipted = { row, receipt, process };
  await (receipt.fate === "bounced" ? bounce(unit, receipted) : arrive(unit, receipted));
  return true;
}

async function arrive(unit: Unit, receipted: Receipted): Promise<void> {
  const { row, receipt } = receipted;
  await endHandedOver(unit.tx, row.id, { state: "accepted", lastCode: null, at: receipt.at });
  await note(unit, receipted);
}

function mayHaveGone({ state, attempts }: OutboxRow): boolean {
  return state === "accepted" || (state === "held" && attempts > 0);
}

async function bounce(unit: Unit, receipted: Receipted): Promise<void> {
  const { row, receipt, process } = receipted;
  const lastCode = bouncedCode(receipt);
  const isToldOtherwise = await tellOtherwise(unit, receipted);
  const state = isToldOtherwise ? "handled" : "refused";
  await endHandedOver(unit.tx, row.id, { state, lastCode, at: receipt.at });
  await note(unit, receipted);
  if (isToldOtherwise) return;
  const otherwise = otherwiseOf(row, process);
  if (process && otherwise?.action === "task")
    await askTeam(unit, process, otherwise, "Tell the person: a message came back");
  else if (otherwise?.action !== "go-on") await raiseUnsent(unit, { ...row, lastCode });
}

/** The code that a message which came back stands with. */
export function bouncedCode({ code }: Pick<ReceiptRow, "code">): string {
  return `bounced-${code ?? "unexplained"}`;
}

/**
 * Write no more to an address that does not exist; true where nobody has to see to what it was to be told.
 *
 * A person who left a mobile as well is told the same by text, from now on too. Who follows another's request follows it
 * no more.
 */
async function tellOtherwise(unit: Unit, { row, receipt }: Receipted): Promise<boolean> {
  if (!receipt.lasting || row.purpose === letterPurpose) return false;
  if (row.purpose === followerPurpose) {
    if (row.subject !== null) await removeFollower(unit.tx, row.subject);
    return true;
  }
  const process = await findProcess(unit.tx, row.process);
  if (!process || !isChannel(row.destination)) return false;
  const toldBy = withoutChannel(process, row.destination);
  await setToldBy(unit.tx, process.id, toldBy);
  const channel = await channelFor(unit.ctx, reachOf({ ...process, toldBy }), unit.tx);
  if (channel === undefined || row.destination === "sms") return false;
  const { kind, purpose, event, subject } = row;
  const again = { kind, process: row.process, purpose, event, destination: channel };
  await owe(unit, { ...again, ...(subject === null ? {} : { subject }) });
  return true;
}

/** What goes on paper goes by a connector, and is of no channel. */
function isChannel(destination: string): boolean {
  return destination === "email" || destination === "sms";
}

async function note(unit: Unit, { row, receipt, process }: Receipted): Promise<void> {
  const { ctx, tx } = unit;
  const type = receipt.fate === "bounced" ? "message.bounced" : "message.received";
  const data = {
    channel: row.destination,
    ...(receipt.code === null ? {} : { code: receipt.code }),
  };
  const happened = { type, subject: row.id, data } as const;
  if (process) await tell(unit, { ...happened, process });
  else await appendEvent(tx, { ...happened, actor: ctx.actor, at: ctx.now() });
}
