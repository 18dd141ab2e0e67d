import { mobileNumber } from "@guildhall/forms";
import type { Db, ProcessRow, Tx } from "@guildhall/store";
import type { Catalogue } from "../catalogue.ts";
import type { TalkedOf } from "../telling.ts";

/** A way by which a person is told what happens. Letters on paper are steps of a service, and no channel of messages. */
export type Channel = "email" | "sms";

interface Details {
  readonly email?: string;
  readonly phone?: string;
}

/** By which channels somebody can be told who left these details, as it is kept with their process. */
export function toldBy({ email, phone }: Details): string {
  const isMobile = phone !== undefined && mobileNumber(phone) !== undefined;
  return [...(email === undefined ? [] : ["email"]), ...(isMobile ? ["sms"] : [])].join();
}

/** By which channels the person of a process can be told now. */
export function reachOf(
  row: Pick<ProcessRow, "toldBy" | "emailIndex">,
): Pick<TalkedOf, "hasEmail" | "hasMobile"> {
  const channels = channelsOf(row);
  return { hasEmail: channels.includes("email"), hasMobile: channels.includes("sms") };
}

/** The channels that are left once one of them is of no use. */
export function withoutChannel(
  row: Pick<ProcessRow, "toldBy" | "emailIndex">,
  channel: string,
): string {
  return channelsOf(row)
    .filter((known) => known !== channel)
    .join();
}

function channelsOf({ toldBy: told, emailIndex }: Pick<ProcessRow, "toldBy" | "emailIndex">) {
  return told === null ? (emailIndex === null ? [] : ["email"]) : told.split(",");
}

/**
 * Choose the one channel that a person is told by: e-mail where they left an address, else a text where they left a
 * mobile and the tenant has who sends texts. Undefined where there is none.
 */
export async function channelFor(
  { catalogue }: { readonly catalogue: Catalogue },
  { hasEmail, hasMobile = false }: Pick<TalkedOf, "hasEmail" | "hasMobile">,
  db: Db | Tx,
): Promise<Channel | undefined> {
  if (hasEmail) return "email";
  if (!hasMobile) return undefined;
  return (await catalogue.carriers(db)).sms === undefined ? undefined : "sms";
}
