import { Problem, type Session, type SignIn } from "@guildhall/contract";
import { digestOfCode, drawCode } from "@guildhall/keys";
import {
  countSignIns,
  emailIndexOf,
  findPerson,
  findPersonByEmail,
  findSignIn,
  insertSignIn,
  type PersonRow,
  transact,
  useSignIn,
} from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { oweMail } from "../message/owe-mail.ts";
import { linkUrl } from "./addresses.ts";
import { signInFailed } from "./failed.ts";
import { openSession } from "./open.ts";
import { linkLifeMs } from "./times.ts";

/**
 * How many links one address can have at once: nobody's mailbox is filled by whoever knows their address. Many more
 * than anybody may ask for from one place, or whoever knows it would keep them out.
 */
const mostLinks = 50;

/**
 * Send a link that signs in, if the address is one of ours.
 *
 * The answer is the same if it is not, and the work alike: what is looked for and written down is the same but for the letter.
 */
export async function beginByLink(ctx: Context, email: string): Promise<SignIn> {
  const now = ctx.now();
  const code = drawCode();
  const browserSecret = drawCode();
  const expiresAt = now + linkLifeMs;
  await change(ctx, async (unit) => {
    const { tx } = unit;
    const emailIndex = emailIndexOf(tx, email);
    const begun = await countSignIns(tx, emailIndex, now);
    const found = await findPersonByEmail(tx, email);
    const person = found?.active && begun < mostLinks ? found : undefined;
    const row = {
      digest: digestOfCode(code),
      browser: digestOfCode(browserSecret),
      emailIndex,
      person: person?.id ?? null,
      checks: undefined,
      expiresAt,
    };
    await insertSignIn(tx, row, now);
    if (person) await oweMail(unit, { ...letter(ctx, person, code), until: expiresAt });
  });
  return { browserSecret, expiresAt: new Date(expiresAt).toISOString() };
}

/**
 * Give a link that signs a person in from any browser, for whoever has the platform's command line.
 *
 * @throws Problem `not-found`, `scope-missing`, `sign-in-failed` for somebody who is not active
 */
export async function giveLink(ctx: Context, id: string): Promise<string> {
  requireScope(ctx, "people:write");
  if (ctx.actor.kind !== "platform") throw new Problem("scope-missing");
  const person = await findPerson(ctx.db, id);
  if (!person) throw new Problem("not-found");
  if (!person.active) throw signInFailed("not-active");
  const now = ctx.now();
  const code = drawCode();
  const row = {
    digest: digestOfCode(code),
    browser: null,
    emailIndex: null,
    person: id,
    checks: undefined,
    expiresAt: now + linkLifeMs,
  };
  await transact(ctx.db, (tx) => insertSignIn(tx, row, now));
  return linkUrl(ctx, code);
}

/**
 * Begin a session with the code of a link. It is used up by that, and only in the browser that asked for it: in another
 * one, such as a mail scanner's, it stays as it is.
 *
 * @throws Problem `sign-in-failed`
 */
export async function startByLink(
  ctx: Context,
  { code, browserSecret = "" }: { code: string; browserSecret?: string | undefined },
): Promise<Session> {
  return change(ctx, async (unit) => {
    const { tx } = unit;
    const row = await findSignIn(tx, digestOfCode(code), ctx.now());
    if (!row || row.person === null) throw signInFailed("link-unknown");
    if (row.browser !== null && row.browser !== digestOfCode(browserSecret))
      throw signInFailed("another-browser");
    await useSignIn(tx, row.digest);
    const person = await findPerson(tx, row.person);
    if (!person?.active) throw signInFailed("not-active");
    return openSession(unit, person, { method: "email", provedAt: ctx.now() });
  });
}

function letter(ctx: Context, { id, name, email }: PersonRow, code: string) {
  return {
    to: email,
    subject: `Your link to sign in for ${ctx.tenant.name}`,
    text: `Dear ${name},\n\nOpen the link below to sign in. It works once, within 15 minutes, and only in the browser in which you asked for it. If it opens in another one, copy it there.\n\nIf you did not ask for it, you need do nothing: it lets nobody in without this email and that browser.`,
    about: id,
    reader: { person: id },
    action: { label: "Sign in", url: linkUrl(ctx, code) },
  };
}
