import type { Language } from "@guildhall/contract";
import { digestOfCode, drawCode } from "@guildhall/keys";
import {
  countDraftLinks,
  type DraftReturnRow,
  type DraftRow,
  insertDraftLink,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { oweMail } from "../message/owe-mail.ts";
import { pagesUrl } from "../pages-url.ts";
import { letterWords } from "./letter-words.ts";
import { anHourMs, mostLinksInAnHour } from "./terms.ts";

interface Sent {
  readonly draft: DraftRow;
  readonly owner: DraftReturnRow;
  readonly letter: "saved" | "reminder";
  /** What the service is called. */
  readonly title: string;
  /** Whether it comes with another that was counted. */
  readonly uncounted?: boolean;
}

/** Whether an address may be written to once more in this hour. */
export async function hasRoomFor({ ctx, tx }: Unit, email: string): Promise<boolean> {
  const since = ctx.now() - anHourMs;
  return (await countDraftLinks(tx, { email, since })) < mostLinksInAnHour;
}

/** Send a new link to a draft. What is secret in it is kept as a digest; the letter lies sealed until it is sent. */
export async function sendLink(
  unit: Unit,
  { draft, owner, letter, title, uncounted = false }: Sent,
): Promise<void> {
  const { ctx, tx } = unit;
  const code = drawCode();
  const { email, factKind, language } = owner;
  const link = { digest: digestOfCode(code), draft: draft.id, at: ctx.now() };
  await insertDraftLink(tx, { ...link, email: uncounted ? undefined : email });
  const { subject, text, action } = letterWords[language][letter]({
    title,
    council: ctx.tenant.name,
    fact: factKind,
    until: draft.expiresAt,
  });
  const url = returnUrl(ctx, code, language);
  const mail = { to: email, about: draft.id, subject, text, action: { label: action, url } };
  await oweMail(unit, { ...mail, until: draft.expiresAt });
}

/** Where the link of a letter leads. */
function returnUrl(ctx: Context, code: string, language: Language): string {
  return `${pagesUrl(ctx, language)}/return/${code}`;
}
