import { createHash, randomBytes } from "node:crypto";
import { type AssistedChannel, type Draft, Problem } from "@guildhall/contract";
import { appendEvent, insertAssistedDraft, insertDraft } from "@guildhall/store";
import { isAbout, noteUse } from "../agreement/use.ts";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { draftLifeMs } from "../draft/terms.ts";
import { instant } from "../process/present.ts";
import { mayAssist } from "./may-assist.ts";

/** How long the code opens the draft: as long as it takes to be led to the pages. */
export const handOverMs = 60_000;

/**
 * Begin to fill in a service for a caller; a member of staff who is signed in may.
 *
 * No token is given here, only a code that opens the draft once: so no token ever stands in an address.
 *
 * @throws Problem `scope-missing`, `not-found` (service)
 */
export async function assistDraft(
  ctx: Context,
  service: string,
  channel: AssistedChannel,
): Promise<Draft> {
  requireScope(ctx, "drafts:write", "or-under-agreement");
  const officer = officerIn(ctx);
  if (!officer || !mayAssist(ctx)) throw new Problem("scope-missing");
  const { definition, version } = await ctx.catalogue.live(service);
  if (!isAbout(ctx, definition.id)) throw new Problem("not-found");
  const id = ctx.ids.id("drf");
  const code = randomBytes(32).toString("base64url");
  const at = ctx.now();
  const [expiresAt, opensUntil] = [at + draftLifeMs, at + handOverMs];
  const begun = { id, service: definition.id, answers: {} };
  return change(ctx, async ({ tx }) => {
    await insertDraft(tx, { ...begun, version, expiresAt, process: null });
    await insertAssistedDraft(tx, {
      draft: id,
      channel,
      ...officer,
      digest: digestOfCode(code),
      opensUntil,
    });
    const event = { type: "draft.assisted", subject: id, actor: ctx.actor, at } as const;
    await appendEvent(tx, { ...event, data: { service: definition.id, channel } });
    await noteUse(ctx, tx, { act: "began", subject: id });
    return {
      ...begun,
      serviceVersion: version,
      documents: [],
      expiresAt: instant(expiresAt),
      standing: "open" as const,
      seen: [],
      asks: [],
      kept: false,
      assisted: { channel },
      handOver: { code, expiresAt: instant(opensUntil) },
    };
  });
}

/** Who fills it in, in which session; a key fills in nothing for anybody. */
function officerIn({ actor, session, only }: Context) {
  if (only?.agreement) {
    const { id: agreement, person, session } = only.agreement;
    return { agreement, person, session };
  }
  return session === undefined ? undefined : { agreement: null, person: actor.id, session };
}

export function digestOfCode(code: string): string {
  return createHash("sha256").update(code).digest("base64url");
}
