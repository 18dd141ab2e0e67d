import { Role } from "@guildhall/contract";
import {
  type AlarmRow,
  findPerson,
  listActiveRoles,
  type PersonRow,
  type Tx,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { oweMail } from "../message/owe-mail.ts";
import { consoleUrl } from "../session/addresses.ts";
import { wordsOfAlarm } from "./words.ts";

/** Write to everybody whose task an alarm is. */
export async function writeToLookers(unit: Unit, alarm: AlarmRow): Promise<void> {
  const { title, advice } = wordsOfAlarm(alarm);
  const role = Role.parse(alarm.role);
  for (const { id, name, email, roles } of await lookersAfter(unit.tx, role)) {
    await oweMail(unit, {
      to: email,
      subject: `${title} (${unit.ctx.tenant.name})`,
      text: `Dear ${name},\n\n${title}. ${advice}\n\nWe write about this once a day until somebody says that they are looking after it, or it has ended.`,
      about: id,
      reader: { person: id, roles: [roles.includes(role) ? role : "tenant-admin"] },
      action: actionOf(unit.ctx, alarm),
    });
  }
}

/** Feedback is read by those who make services; what else waits is looked after with the alarms. */
function actionOf(ctx: Context, { kind, subject }: AlarmRow) {
  const here = consoleUrl(ctx);
  return kind === "feedback-waiting"
    ? { label: "Read what was said", url: `${here}/feedback/${subject}` }
    : { label: "See the alarm", url: `${here}/alarms` };
}

/** What a letter about an alarm says and to whom, to tell whether another would say the same. */
export function letterOf({ role, ...alarm }: AlarmRow): string {
  const { title, advice } = wordsOfAlarm(alarm);
  return [role, title, advice].join("\n");
}

/** Those with a role who can sign in; where nobody has it, the administrators. */
export async function lookersAfter(tx: Tx, role: Role): Promise<PersonRow[]> {
  const active = await listActiveRoles(tx);
  const having = (wanted: Role) => active.filter(({ roles }) => roles.includes(wanted));
  const ids = having(role).length > 0 ? having(role) : having("tenant-admin");
  const people = await Promise.all(ids.map(({ id }) => findPerson(tx, id)));
  return people.filter((person) => person !== undefined);
}
