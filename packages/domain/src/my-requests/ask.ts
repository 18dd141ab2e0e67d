import type { NewMyRequestsLink } from "@guildhall/contract";
import { sealAddress, trackingKey } from "@guildhall/keys";
import { countOwedSince } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { firstIdAt } from "../ids.ts";
import { oweMail } from "../message/owe-mail.ts";
import { pagesUrl } from "../pages-url.ts";
import { letterWords } from "./letter-words.ts";
import { anHourMs, linkKeptMs, mostLinksInAnHour } from "./terms.ts";

/**
 * Send somebody a link to all that they have sent, here and to the other councils of the installation: open to anyone.
 *
 * A letter goes to any address, so that neither the answer nor the mailbox says whether we know it here. From a sandbox
 * none goes, since what it would open is not the sandbox's.
 */
export async function askForMyRequests(
  ctx: Context,
  { email, language }: NewMyRequestsLink,
): Promise<void> {
  if (ctx.tenant.sandboxOf !== undefined) return;
  const about = aboutOf(ctx, email);
  await change(ctx, async (unit) => {
    const firstId = firstIdAt("out", ctx.now() - anHourMs + 1);
    // Nobody's mailbox is filled by whoever knows it.
    if ((await countOwedSince(unit.tx, { about, firstId })) >= mostLinksInAnHour) return;
    const until = ctx.now() + linkKeptMs;
    const { subject, text, action } = letterWords[language](ctx.tenant.name);
    const token = sealAddress(ctx.linkSecret, { email, expiresAt: new Date(until) });
    const url = `${platformPages(ctx, language)}/my-requests/${token}`;
    const mail = { to: email, about, subject, text, action: { label: action, url } };
    await oweMail(unit, { ...mail, language, until });
  });
}

/** What the letters to one address are about: an id that follows from it, and from which nobody learns it. */
function aboutOf({ keys }: Context, email: string): string {
  return `myr_${trackingKey(keys.trackingSecret, `my-requests ${email}`)}`;
}

/**
 * The tenant's pages at the platform's own address, whatever domain it has: what opens requests at every tenant is
 * shown to no host that one of them names.
 */
function platformPages({ tenant, issuer }: Context, language: NewMyRequestsLink["language"]) {
  const { domains: _, ...placed } = tenant;
  return pagesUrl({ issuer, tenant: placed }, language);
}
