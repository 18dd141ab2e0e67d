import type { Draft } from "@guildhall/contract";
import { type Fields, readFields, writeFields } from "@guildhall/forms";
import { buttons, partOf } from "@guildhall/question-view";
import { Refused } from "@guildhall/sdk";
import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import { answersOn } from "../journey/progress.ts";
import { revisionField, revisionOf } from "../journey/revision.ts";
import { OutsidePage } from "../pages/outside-page.tsx";
import { type SettledPlaces, settlePlaces } from "../places/settle-places.ts";
import type { Parts } from "./parts.ts";
import type { Reached } from "./reach-page.ts";
import { keepTyped } from "./save-page.ts";
import { changesOne, showPage } from "./show-page.tsx";

interface Sending {
  readonly reached: Reached;
  readonly fields: Fields;
  /** Check the page and go on. */
  goOn(
    c: Context<PortalEnv>,
    parts: Parts,
    reached: Reached,
    fields: Fields,
  ): Response | Promise<Response>;
}

/** Look up what was searched for on a page; where nothing is left to choose, go on with what was found. */
export async function sendPlaces(
  c: Context<PortalEnv>,
  parts: Parts,
  { reached, fields, goOn }: Sending,
): Promise<Response> {
  const { council } = c.var;
  if (!council.tenant.places) return goOn(c, parts, reached, fields);
  const settled = await settlePlaces(council, reached.page, fields);
  if (settled.outside) {
    const now = await keptBefore(c, parts, reached, settled.fields);
    return showOutside(c, parts, { reached: now, settled });
  }
  if (settled.views.size === 0) return goOn(c, parts, reached, settled.fields);
  const step = reached.changing ? undefined : stepIn(settled);
  if (step && (await kept(c, parts, reached, settled.fields)))
    return c.redirect(`${pathOf(c, reached)}?${step}`, 303);
  const { views, faults } = settled;
  const status = faults.length > 0 ? 422 : 200;
  return showPage(c, parts, reached, { fields: settled.fields, views, faults, status });
}

function showOutside(
  c: Context<PortalEnv>,
  { look }: Parts,
  { reached, settled }: { reached: Reached; settled: SettledPlaces },
): Response | Promise<Response> {
  const { outside } = settled;
  const { council } = c.var;
  const { journey, page } = reached;
  if (!outside) throw new Error("There is no address outside");
  const action = `${pathOf(c, reached)}${reached.changing ? "?change=yes" : ""}`;
  const revision = revisionOf(page, journey.draft.answers);
  const fields = new Map(settled.fields).set(revisionField, [revision]);
  return c.html(
    <OutsidePage
      council={council}
      look={look}
      service={journey.service}
      outside={outside}
      action={action}
      fields={fields}
    />,
  );
}

/**
 * Show a page at the step that its address names, so that going back in the browser leads to it again.
 *
 * Undefined where the address names none.
 */
export async function showStep(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
): Promise<Response | undefined> {
  const { at, step = "", ...typed } = c.req.query();
  const { council } = c.var;
  if (at === undefined || !council.tenant.places || reached.changing) return undefined;
  const { journey, page, progress } = reached;
  const saved = writeFields(page, answersOn(progress.pages, journey.draft.answers));
  const fields = new Map(saved)
    .set(buttons.place, [`${step}:${at}`])
    .set(`${at}-way`, [""])
    .set(`${at}-search`, [typed.search ?? ""])
    .set(`${at}-number`, [typed.number ?? ""])
    .set(`${at}-anyway`, [typed.anyway ?? ""]);
  const settled = await settlePlaces(council, page, fields);
  if (settled.outside) return showOutside(c, parts, { reached, settled });
  const { views, faults } = settled;
  return showPage(c, parts, reached, { fields: settled.fields, views, faults });
}

const stepsOf: Readonly<Record<string, string>> = { choose: "find", hand: "hand", find: "again" };

/** The step that one field has come to, as a query; what went wrong is shown at once and has no address. */
function stepIn({ fields, views, faults }: SettledPlaces): URLSearchParams | undefined {
  const [first, ...more] = views;
  if (!first || more.length > 0 || faults.length > 0) return undefined;
  const [at, { way, trouble }] = first;
  const step = trouble === undefined ? stepsOf[way] : undefined;
  if (step === undefined) return undefined;
  const query = new URLSearchParams({ at, step });
  for (const part of ["search", "number", "anyway"]) {
    const value = partOf(fields, at, part);
    if (value !== "") query.set(part, value);
  }
  return query;
}

function pathOf(c: Context<PortalEnv>, { journey, page }: Reached): string {
  return c.var.council.at.page(journey.service.id, page.id);
}

/** Keep what was typed before a page that leads away is shown; an answer that is being changed stays as it was. */
async function keptBefore(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  fields: Fields,
): Promise<Reached> {
  const draft = changesOne(reached) ? undefined : await kept(c, parts, reached, fields);
  return draft ? { ...reached, journey: { ...reached.journey, draft } } : reached;
}

/** Keep what was typed, for the page that comes next to show; where that fails, this one shows it as it was sent. */
async function kept(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  fields: Fields,
): Promise<Draft | undefined> {
  try {
    const typed = readFields(reached.page, fields);
    const saved = await keepTyped(c, reached, typed, parts.today());
    return "draft" in saved ? saved.draft : undefined;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
