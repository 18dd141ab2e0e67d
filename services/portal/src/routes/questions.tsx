import type { Draft, Page } from "@guildhall/contract";
import { type Fields, readFields } from "@guildhall/forms";
import { buttons, firstControl } from "@guildhall/question-view";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { type NoJourney, reasonIn } from "../journey/journey.ts";
import { readTyped } from "../journey/page-answers.ts";
import { after, progressOf } from "../journey/progress.ts";
import { readInField } from "../pages/language-switch.tsx";
import { clashes } from "./clash.ts";
import { comeBack, showAgain } from "./come-back.ts";
import { stayForFiles, staysForFiles, type WithFiles } from "./files.tsx";
import { lookAfter } from "./look-after.ts";
import { answerNoJourney } from "./no-journey.tsx";
import { keepOvertaken } from "./overtaken.tsx";
import type { Parts } from "./parts.ts";
import { type Reached, reachPage, whereNext } from "./reach-page.ts";
import { receivePage } from "./receive-page.ts";
import { rescueTyped } from "./rescue-typed.tsx";
import { keepTyped, type Saved, savePage } from "./save-page.ts";
import { sendPlaces, showStep } from "./send-places.tsx";
import { serviceOf } from "./service-of.ts";
import { backFrom, changesOne, showPage } from "./show-page.tsx";
import { showUnsent } from "./show-unsent.tsx";

type Answer = Response | Promise<Response>;

/** The question pages of a service, one after the other. */
export function questionRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get("/:service/:page", async (c) => {
    const reached = await reachPage(c, parts);
    if ("why" in reached) return answerNoJourney(c, reached.why, serviceOf(c), parts);
    if ("first" in reached) return c.redirect(reached.first, 303);
    const step = await showStep(c, parts, reached);
    return step ?? showPage(c, parts, reached, { adding: c.req.query("add") });
  });

  app.post("/:service/:page", async (c) => {
    const { fields, reached, faults } = await receivePage(c, parts);
    if ("why" in reached) {
      return rescue(c, parts, reached.why, fields);
    }
    if ("first" in reached) return c.redirect(reached.first, 303);
    return act(c, parts, { reached, fields, faults });
  });
  return app;
}

/** Lose nothing of a page that was sent although its form cannot be gone on with. */
function rescue(c: Context<PortalEnv>, parts: Parts, why: NoJourney, fields: Fields): Answer {
  if (why === "gone") return rescueTyped(c, parts, fields);
  if (why === "sent") return showUnsent(c, parts, fields);
  return keepOvertaken(c, parts, fields);
}

/** Do what the button that was pressed says, unless it would undo what was entered in another window. */
function act(c: Context<PortalEnv>, parts: Parts, sent: WithFiles): Answer {
  const { reached, fields, faults } = sent;
  if (clashes(reached, fields, parts.today())) {
    const trouble = c.var.council.words.questions.clash;
    const shown = { fields, faults, clashes: true, trouble, status: 409 } as const;
    return showPage(c, parts, reached, shown);
  }
  if (staysForFiles(sent)) return orRescued(c, parts, fields, stayForFiles(c, parts, sent));
  if (fields.has(buttons.later)) return saveForLater(c, parts, reached, fields);
  if (fields.has(readInField)) return readOn(c, parts, reached, fields);
  if (fields.has(buttons.back)) return goBack(c, parts, reached, fields);
  const adding = fieldOf(fields, buttons.add);
  if (adding !== undefined) return addItem(c, parts, reached, { fields, list: adding });
  const removing = fieldOf(fields, buttons.remove);
  if (removing !== undefined) return removeItem(c, parts, reached, { fields, item: removing });
  return sendPlaces(c, parts, { reached, fields, goOn });
}

/** Keep what was typed, right or not, and ask where to send the link that leads back to it. */
async function saveForLater(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  fields: Fields,
): Promise<Response> {
  const typed = readFields(reached.page, fields);
  const saved = await orGone(keepTyped(c, reached, typed, parts.today()));
  const to = () => c.var.council.at.save(reached.journey.service.id);
  return settle(c, parts, { reached, fields, saved, to });
}

/** Keep the page's answers if they are right, and go on; else show it again with what was typed. */
export async function goOn(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  fields: Fields,
): Promise<Response> {
  const typed = readTyped(reached.journey.form, reached.page, fields);
  const saved = await orGone(savePage(c, reached, typed, parts.today()));
  return settle(c, parts, {
    reached,
    fields,
    saved,
    to: (draft) => lookAfter(c, reached, draft) ?? nextAfter(c, parts, reached, draft),
  });
}

/** Keep what was typed, right or not, and go back. An answer that is being changed stays as it was if it is not right. */
async function goBack(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  fields: Fields,
): Promise<Response> {
  const typed = readFields(reached.page, fields);
  const to = () => backFrom(c, reached);
  const save = changesOne(reached) ? savePage : keepTyped;
  const saved = await orGone(save(c, reached, typed, parts.today()));
  if (changesOne(reached) && "faults" in saved) return c.redirect(to(), 303);
  return settle(c, parts, { reached, fields, saved, to });
}

/**
 * Keep what was typed, right or not, and show the page in the language that was asked for. An answer that is being
 * changed stays as it was until it is gone on with.
 */
async function readOn(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  fields: Fields,
): Promise<Response> {
  const { api, at } = c.var.council;
  const language = fieldOf(fields, readInField) === "cy" ? "cy" : "en";
  // The button sends to the page in that language; one that was opened before it did so is led there.
  if (language === api.language) {
    const sent = { reached, fields, faults: [] };
    const showing = changesOne(reached) ? showAgain(c, parts, sent) : comeBack(c, parts, sent);
    return orRescued(c, parts, fields, showing);
  }
  const to = () => at.inLanguage(language, pathOf(c, reached, {}));
  if (changesOne(reached)) return c.redirect(to(), 303);
  const typed = readFields(reached.page, fields);
  const saved = await orGone(keepTyped(c, reached, typed, parts.today()));
  return settle(c, parts, { reached, fields, saved, to });
}

async function addItem(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  { fields, list }: { fields: Fields; list: string },
): Promise<Response> {
  const typed = readFields(reached.page, fields);
  const saved = await orGone(keepTyped(c, reached, typed, parts.today()));
  const items = typed[list];
  const at = Array.isArray(items) ? items.length : 0;
  const first = firstField(reached.page, list);
  // Where the list is shown with one empty entry of itself, that is the one to fill in.
  const to = () => `${pathOf(c, reached, { add: list })}${first ? `#${list}-${at}-${first}` : ""}`;
  return settle(c, parts, { reached, fields, saved, to });
}

async function removeItem(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  { fields, item }: { fields: Fields; item: string },
): Promise<Response> {
  const typed = readFields(reached.page, fields);
  const [, list = "", index = ""] = /^([a-zA-Z0-9]{1,60})-(\d{1,2})$/.exec(item) ?? [];
  const items = typed[list];
  if (Array.isArray(items)) typed[list] = items.filter((_, at) => at !== Number(index));
  const saved = await orGone(keepTyped(c, reached, typed, parts.today()));
  return settle(c, parts, { reached, fields, saved, to: () => pathOf(c, reached, {}) });
}

async function orRescued(
  c: Context<PortalEnv>,
  parts: Parts,
  fields: Fields,
  answering: Promise<Response>,
): Promise<Response> {
  try {
    return await answering;
  } catch (error) {
    return rescue(c, parts, reasonIn(error), fields);
  }
}

type Gone = { readonly gone: ReturnType<typeof reasonIn> };

async function orGone(saving: Promise<Saved>): Promise<Saved | Gone> {
  try {
    return await saving;
  } catch (error) {
    return { gone: reasonIn(error) };
  }
}

interface Settling {
  readonly reached: Reached;
  readonly fields: Fields;
  readonly saved: Saved | Gone;
  to(draft: Draft): string;
}

/** Go where the saved answers lead, or show the page again as it was sent. */
function settle(
  c: Context<PortalEnv>,
  parts: Parts,
  { reached, fields, saved, to }: Settling,
): Answer {
  if ("draft" in saved) return c.redirect(to(saved.draft), 303);
  if ("gone" in saved) {
    return rescue(c, parts, saved.gone, fields);
  }
  return showPage(c, parts, reached, { fields, status: 422, ...saved });
}

/** Where a form goes on once a page is right. */
export function nextAfter(
  c: Context<PortalEnv>,
  parts: Parts,
  reached: Reached,
  draft: Draft,
): string {
  const { journey, page, changing } = reached;
  const { service, form } = journey;
  const progress = progressOf(form, draft, parts.today());
  const next = after(progress, page);
  if (changing || !next) return whereNext(c, { service, progress, changing });
  return c.var.council.at.page(service.id, next.id);
}

function pathOf(c: Context<PortalEnv>, reached: Reached, query: Record<string, string>): string {
  const { journey, page, changing } = reached;
  const search = new URLSearchParams({ ...query, ...(changing ? { change: "yes" } : {}) });
  const path = c.var.council.at.page(journey.service.id, page.id);
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The control that a new entry of a list begins with. */
function firstField(page: Page, list: string): string | undefined {
  const group = page.questions.find(({ id }) => id === list);
  if (group?.type !== "group") return undefined;
  const [first] = group.questions;
  return first && firstControl(first);
}
