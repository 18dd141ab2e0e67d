import { type CaseSearch, Problem } from "@guildhall/contract";
import { appendEvent, type ProcessRow, type Tx, transact } from "@guildhall/store";
import type { Context } from "../context.ts";

/** What an officer of another tenant did under an agreement. */
type Use =
  | { readonly act: "found" | "looked" | "noted" | "counted" | "sent"; readonly process: string }
  | { readonly act: "began" | "sought"; readonly subject?: string };

/** Whether a service may be begun: for whoever acts under an agreement, only what it is about. */
export function isAbout({ only }: Context, service: string): boolean {
  const services = only?.agreement?.services;
  return services === undefined || services.includes(service);
}

/** Whether a process may be reached: for whoever acts under an agreement, only open ones of what it is about. */
export function covers(ctx: Context, { service, status }: ProcessRow): boolean {
  return ctx.only?.agreement === undefined || (status === "open" && isAbout(ctx, service));
}

/** Write into the audit trail of the tenant what somebody else's officer did; of its own staff, nothing. */
export async function noteUse({ only, assists, actor, now }: Context, tx: Tx, use: Use) {
  const agreement = only?.agreement?.id ?? assists?.agreement;
  if (agreement === undefined) return;
  const { act } = use;
  const about = "process" in use ? use.process : undefined;
  await appendEvent(tx, {
    type: "agreement.used",
    ...(about === undefined ? {} : { process: about }),
    subject: about ?? ("subject" in use ? use.subject : undefined) ?? agreement,
    actor,
    at: now(),
    data: { agreement, act },
  });
}

/**
 * Let an officer of another tenant see what the citizen sees of a process, and write down that they did; false for
 * anybody else.
 *
 * @throws Problem `not-found` where the agreement is not about it
 */
export async function lookUnderAgreement(ctx: Context, row: ProcessRow): Promise<boolean> {
  if (ctx.only?.agreement === undefined) return false;
  if (!covers(ctx, row)) throw new Problem("not-found");
  await transact(ctx.db, (tx) => noteUse(ctx, tx, { act: "looked", process: row.id }));
  return true;
}

/** Narrow a search to what may be found: under an agreement, open processes of what it is about. */
export function withinAgreement(ctx: Context, search: CaseSearch): CaseSearch {
  const under = ctx.only?.agreement;
  if (under === undefined) return search;
  const asked = search.service ?? under.services;
  const service = asked?.filter((one) => isAbout(ctx, one));
  return { ...search, ...(service && { service: [...service] }), status: "open" };
}

/** Write down what was found by an officer of another tenant, also where it was nothing. */
export async function noteSearch(ctx: Context, found: readonly ProcessRow[]): Promise<void> {
  if (ctx.only?.agreement === undefined) return;
  await transact(ctx.db, async (tx) => {
    if (found.length === 0) await noteUse(ctx, tx, { act: "sought" });
    for (const { id } of found) await noteUse(ctx, tx, { act: "found", process: id });
  });
}
