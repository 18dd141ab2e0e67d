import { type CaseSearch, Problem, type Process } from "@guildhall/contract";
import { contactOf } from "@guildhall/forms";
import {
  type Findable,
  findCases,
  findProcessByReference,
  findProcessWithAnswers,
  formsOf,
  type ProcessRow,
  plainOf,
} from "@guildhall/store";
import { noteSearch, withinAgreement } from "../agreement/use.ts";
import { type Context, requireScope } from "../context.ts";
import { presentProcesses } from "../process/present.ts";

/** Beside those that are answered with: two values may share an index, and those that only share it are left out. */
const spare = 20;

/**
 * Find the processes of somebody who calls, newest first, by what they are known by; all that is given has to be right.
 *
 * What is found by its index is opened and compared, so that nobody is shown another's. A token for one process finds
 * nothing.
 *
 * @throws Problem `request-invalid` (nothing to search by)
 */
export async function searchCases(ctx: Context, search: CaseSearch): Promise<{ data: Process[] }> {
  requireScope(ctx, "processes:read", "or-under-agreement");
  if (ctx.only && !ctx.only.agreement) throw new Problem("scope-missing");
  const { reference, email, phone, postcode, surname, limit } = search;
  const by = given({ email, phone, postcode, surname });
  if (reference === undefined && Object.keys(by).length === 0)
    throw new Problem("request-invalid", {
      faults: [{ pointer: "/reference", code: "nothing-asked" }],
    });
  const asked = withinAgreement(ctx, search);
  const rows = reference === undefined ? await byIndex(ctx, by, asked) : await named(ctx, asked);
  const right: ProcessRow[] = [];
  for (const row of rows)
    if (right.length < limit && (await isRight(ctx, row, by))) right.push(row);
  await noteSearch(ctx, right);
  return { data: await presentProcesses(ctx, right) };
}

function given(by: { [kind in keyof Findable]: string | undefined }): Findable {
  return Object.fromEntries(
    Object.entries(by).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
}

function byIndex({ db }: Context, by: Findable, { service, status, limit }: CaseSearch) {
  return findCases(db, { by, services: service, status, limit: limit + spare });
}

async function named(
  { db }: Context,
  { reference = "", service, status }: CaseSearch,
): Promise<ProcessRow[]> {
  const row = await findProcessByReference(db, reference);
  const isAsked =
    row &&
    (service === undefined || service.includes(row.service)) &&
    (status === undefined || row.status === status);
  return isAsked ? [row] : [];
}

/** Whether a process is known by just these values. */
async function isRight(ctx: Context, row: ProcessRow, by: Findable): Promise<boolean> {
  const kinds = Object.keys(by) as (keyof Findable)[];
  if (kinds.length === 0) return true;
  const whole = await findProcessWithAnswers(ctx.db, row.id);
  if (!whole) return false;
  const { definition } = await ctx.catalogue.version(row.service, row.version);
  const known = contactOf(definition, whole.answers);
  return kinds.every((kind) =>
    formsOf(kind, by[kind] ?? "").includes(plainOf(kind, known[kind] ?? "")),
  );
}
