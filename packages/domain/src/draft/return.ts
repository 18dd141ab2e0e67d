import {
  type Draft,
  type FoundReturn,
  type NewReturnLink,
  Problem,
  type ReturnProof,
} from "@guildhall/contract";
import { digestOfCode, drawCode, sameHash } from "@guildhall/keys";
import {
  countWrong,
  type Db,
  type DraftLinkRow,
  type DraftReturnRow,
  type DraftRow,
  findDraft,
  findDraftLink,
  findDraftReturn,
  insertDraftLink,
  listKeptFor,
  type Tx,
} from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { instant } from "../process/present.ts";
import { hashTypedFact } from "./fact.ts";
import { hasRoomFor, sendLink } from "./letters.ts";
import { presentDraft } from "./reach.ts";
import { mostWrong } from "./terms.ts";
import { draftToken } from "./token.ts";

const mostAtOnce = 3;

/**
 * Send the link to a kept draft again; anyone may ask.
 *
 * The answer is the same whether there is a draft or not, and the work alike: a link is written down that leads
 * nowhere, and only the letter is left out. It counts once however many drafts there are, so that nobody learns that
 * from how soon there is no more room.
 */
export async function askForReturn(ctx: Context, { service, email }: NewReturnLink): Promise<void> {
  const now = ctx.now();
  await change(ctx, async (unit) => {
    const { tx } = unit;
    if (!(await hasRoomFor(unit, email))) return;
    const owners = await listKeptFor(tx, { service, email, now }, mostAtOnce);
    for (const [at, owner] of owners.entries()) {
      const draft = await findDraft(tx, owner.draft);
      if (!draft) continue;
      const { definition } = await ctx.catalogue.version(draft.service, draft.version);
      const { title } = definition;
      await sendLink(unit, { draft, owner, letter: "saved", title, uncounted: at > 0 });
    }
    const nowhere = { digest: digestOfCode(drawCode()), draft: "", email, at: now };
    if (owners.length === 0) await insertDraftLink(tx, nowhere);
  });
}

/**
 * See which service a link leads to and which fact it asks for; anyone may who has the link.
 *
 * @throws Problem `not-found`, whatever is wrong with it
 */
export async function findReturn(ctx: Context, key: string): Promise<FoundReturn> {
  const found = await follow(ctx, ctx.db, key);
  if (!found) throw new Problem("not-found");
  const { draft, owner } = found;
  return {
    service: draft.service,
    serviceVersion: draft.version,
    fact: owner.factKind,
    expiresAt: instant(draft.expiresAt),
  };
}

/**
 * Open a kept draft with its link and the fact that was chosen, wherever it was begun.
 *
 * A wrong fact is counted before anything is told of it, so a thousand tries at once are a thousand. After five the
 * link leads nowhere, as if there were none.
 *
 * @throws Problem `not-found`, `fact-wrong`
 */
export async function openReturn(ctx: Context, { key, fact }: ReturnProof): Promise<Draft> {
  const tried = await change(ctx, async ({ tx }) => {
    const found = await follow(ctx, tx, key);
    if (!found) return undefined;
    const { draft, owner, link } = found;
    const typed = hashTypedFact(ctx, { draft: draft.id, kind: owner.factKind, value: fact });
    const isRight = sameHash(owner.factHash, typed);
    await countWrong(tx, link.digest, !isRight);
    return { draft, isRight, isLast: link.wrong + 1 >= mostWrong };
  });
  if (!tried || (!tried.isRight && tried.isLast)) throw new Problem("not-found");
  if (!tried.isRight) throw new Problem("fact-wrong");
  return { ...(await presentDraft(ctx, tried.draft)), token: draftToken(ctx, tried.draft) };
}

interface Followed {
  readonly link: DraftLinkRow;
  readonly draft: DraftRow;
  readonly owner: DraftReturnRow;
}

async function follow(ctx: Context, db: Db | Tx, key: string): Promise<Followed | undefined> {
  const link = await findDraftLink(db, digestOfCode(key), mostWrong);
  const draft = link && (await findDraft(db, link.draft));
  const owner = draft && (await findDraftReturn(db, draft.id));
  const isOver = !draft || draft.process !== null || draft.expiresAt <= ctx.now();
  return link && owner && !isOver ? { link, draft, owner } : undefined;
}
