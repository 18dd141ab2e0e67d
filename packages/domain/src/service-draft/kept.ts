import type { ServiceDraft } from "@guildhall/contract";
import { change, recall, type Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { presentDraft } from "./present.ts";
import { reachServiceDraft } from "./reach.ts";

/** What is remembered of what was done to a draft: a draft is large, and changed often. */
interface KeptDraft {
  readonly service: string;
  readonly revision: number;
}

/** Do something to a draft, and show it as it is then. */
export async function changeDraft(
  ctx: Context,
  work: (unit: Unit) => Promise<KeptDraft>,
): Promise<ServiceDraft> {
  const kept = await change(ctx, async (unit): Promise<KeptDraft> => {
    const { service, revision } = await work(unit);
    return { service, revision };
  });
  return present(ctx, kept);
}

/**
 * Show the draft as it is now, where the same request came before.
 *
 * @throws Problem `not-found` (it has ended since), `idempotency-mismatch`, `unauthenticated`
 */
export async function recallDraft(ctx: Context): Promise<{ answer: ServiceDraft } | undefined> {
  const before = await recall<KeptDraft>(ctx);
  return before && { answer: await present(ctx, before.answer) };
}

async function present({ db }: Context, { service }: KeptDraft): Promise<ServiceDraft> {
  return presentDraft(await reachServiceDraft(db, service));
}
