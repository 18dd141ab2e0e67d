import { type Role, scopesOf } from "@guildhall/contract";
import { type AccessRequestRow, findPerson, listActiveRoles } from "@guildhall/store";
import type { Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { oweMail } from "../message/owe-mail.ts";
import { pagesUrl } from "../pages-url.ts";
import { grantedIn } from "./present.ts";
import { collectWithinMs } from "./terms.ts";

const mostAdmins = 10;

/** Tell those who look after keys that somebody asks for one. */
export async function tellAdmins(unit: Unit, { id, details }: AccessRequestRow): Promise<void> {
  const { ctx, tx } = unit;
  const active = await listActiveRoles(tx);
  const admins = active.filter(({ roles }) => roles.some(looksAfterKeys));
  for (const admin of admins.slice(0, mostAdmins)) {
    const person = await findPerson(tx, admin.id);
    if (!person) continue;
    await oweMail(unit, {
      to: person.email,
      about: id,
      reader: { person: admin.id, roles: admin.roles.filter(looksAfterKeys) },
      subject: `${details.organisation} asks for access to ${ctx.tenant.name}`,
      text: [
        `Dear ${person.name},`,
        `${details.organisation} asks for a key to ${ctx.tenant.name}. They have a test key, which reaches nothing real.`,
        "Somebody who may issue keys has to approve or refuse it. Nothing happens until then.",
      ].join("\n\n"),
    });
  }
}

function looksAfterKeys(role: Role): boolean {
  return scopesOf([role]).has("keys:write");
}

/** Tell the applicant that a key can be collected. The key itself is in no letter, and neither is what collects it. */
export async function tellApproved(unit: Unit, row: AccessRequestRow): Promise<void> {
  const { ctx } = unit;
  const granted = grantedIn(row);
  await oweMail(unit, {
    ...addressed(row),
    subject: `${ctx.tenant.name} has approved your request for access`,
    text: [
      `Dear ${row.details.contact.name},`,
      `${ctx.tenant.name} has approved the access that ${row.details.organisation} asked for. It allows: ${granted?.scopes.join(", ")}.`,
      `You can collect your key until ${ukDay(ctx.now() + collectWithinMs)}. It is shown once. You need the request code that you were given when you asked.`,
    ].join("\n\n"),
    action: { label: "Collect your key", url: pageOf(ctx, row.id) },
  });
}

/** Tell the applicant why there will be no key. */
export async function tellRefused(unit: Unit, row: AccessRequestRow): Promise<void> {
  const { ctx } = unit;
  await oweMail(unit, {
    ...addressed(row),
    subject: `${ctx.tenant.name} has not approved your request for access`,
    text: [
      `Dear ${row.details.contact.name},`,
      `${ctx.tenant.name} has not approved the access that ${row.details.organisation} asked for. They say:`,
      row.reason ?? "",
      "Your test key goes on working until it ends. You can ask again.",
    ].join("\n\n"),
    action: { label: "See your request", url: pageOf(ctx, row.id) },
  });
}

function addressed({ id, details }: AccessRequestRow) {
  return { to: details.contact.email, about: id };
}

function pageOf(ctx: Context, id: string): string {
  return `${pagesUrl(ctx)}/developers/access/${id}`;
}

function ukDay(at: number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" }).format(
    at,
  );
}
