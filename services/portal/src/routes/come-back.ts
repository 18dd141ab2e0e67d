import { type Fields, readFields, writeFields } from "@guildhall/forms";
import {
  buttons,
  type FieldFault,
  filesButton,
  filesQuestions,
  type PlaceView,
} from "@guildhall/question-view";
import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import { answersOn } from "../journey/progress.ts";
import { revisionField } from "../journey/revision.ts";
import { readInField } from "../pages/language-switch.tsx";
import { settlePlaces } from "../places/settle-places.ts";
import type { Parts } from "./parts.ts";
import type { Reached } from "./reach-page.ts";
import { keepTyped } from "./save-page.ts";
import { showPage } from "./show-page.tsx";

interface ComingBack {
  readonly reached: Reached;
  readonly fields: Fields;
  /** What is wrong with the page's files, and with whatever else was to be checked. */
  readonly faults: readonly FieldFault[];
  /** The question to come back to. */
  readonly question?: string | undefined;
}

/**
 * Come back to a page when something was done with its files. What was typed into the other fields is kept, right or
 * not; what no answer can hold, such as a search, is shown again as it was sent.
 *
 * @throws Refused, where there is no draft any more
 */
export async function comeBack(
  c: Context<PortalEnv>,
  parts: Parts,
  { reached, fields, faults, question }: ComingBack,
): Promise<Response> {
  const { journey, page } = reached;
  const saved = await keepTyped(c, reached, readFields(page, fields), parts.today());
  if (!("draft" in saved)) return showPage(c, parts, reached, { fields, status: 422, ...saved });
  const now = { ...reached, journey: { ...journey, draft: saved.draft } };
  if (faults.length === 0 && !saysMore(now, fields))
    return c.redirect(pathOf(c, reached, question), 303);
  return showAgain(c, parts, { reached: now, fields, faults });
}

/** Show a page again as it was sent, and keep nothing of it. */
export async function showAgain(
  c: Context<PortalEnv>,
  parts: Parts,
  { reached, fields, faults }: ComingBack,
): Promise<Response> {
  const views = await viewsOf(c, reached, fields);
  const status = faults.length === 0 ? 200 : 422;
  return showPage(c, parts, reached, { fields, views, faults, status });
}

/** Whether something was typed that the saved answers would not show again. */
function saysMore({ journey, page, progress }: Reached, fields: Fields): boolean {
  const shown = writeFields(page, answersOn(progress.pages, journey.draft.answers));
  const files = filesQuestions(page).map(({ id }) => `${id}-label-`);
  const isOurs = (name: string) =>
    [revisionField, filesButton, readInField].includes(name) ||
    name.endsWith("-way") ||
    files.some((start) => name.startsWith(start));
  return [...fields].some(
    ([name, values]) => values.some((text) => text.trim()) && !shown.has(name) && !isOurs(name),
  );
}

/** What was looked up for the page's addresses, as it was shown before. */
async function viewsOf(
  { var: { council } }: Context<PortalEnv>,
  { page }: Reached,
  fields: Fields,
): Promise<ReadonlyMap<string, PlaceView>> {
  if (!council.tenant.places) return new Map();
  const settled = await settlePlaces(council, page, new Map(fields).set(buttons.place, [":files"]));
  return settled.views;
}

function pathOf(
  c: Context<PortalEnv>,
  { journey, page, changing }: Reached,
  question: string | undefined,
): string {
  const path = c.var.council.at.page(journey.service.id, page.id);
  return `${path}${changing ? "?change=yes" : ""}${question === undefined ? "" : `#${question}-files`}`;
}
