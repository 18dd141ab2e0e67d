import type { Answers, Service } from "@guildhall/contract";
import { writeFields } from "@guildhall/forms";
import type { Page } from "playwright-core";
import { photo } from "./fill-in.ts";
import { enter, press, tabTo } from "./keyboard.ts";

export interface Walk {
  readonly service: Service;
  readonly answers: Answers;
  /** Called on each page as it comes up, and again once it is filled in. */
  readonly look: (page: Page) => Promise<void>;
}

const mostPages = 60;

/** Fill a service in without a mouse: whichever page is next, until all is read back to be checked. */
export async function walkByKeyboard(page: Page, walk: Walk): Promise<void> {
  for (let at = 0; at < mostPages; at += 1) {
    await walk.look(page);
    if (page.url().endsWith("/check-your-answers")) return;
    if ((await page.locator(".govuk-task-list").count()) > 0) await takeUpPart(page);
    else await answerPage(page, walk);
  }
  throw new Error(`${mostPages} pages were not enough, at ${page.url()}`);
}

/** Go into the first part that is not done, or on where all are. */
async function takeUpPart(page: Page): Promise<void> {
  const rows = page.locator(".govuk-task-list__item", { hasNotText: "Completed" });
  const open = await rows.locator("a").allInnerTexts();
  await press(page, open[0] ?? /^Check your answers/);
}

async function answerPage(page: Page, { service, answers, look }: Walk): Promise<void> {
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const asked = service.form.pages.find((one) => one.id === id);
  if (!asked) throw new Error(`There is no page ${id} in ${service.id}`);
  await byHand(page);
  for (const [name, values] of writeFields(asked, answers)) {
    if (!(await isThere(page, name))) continue;
    for (const value of values) await enter(page, name, value);
  }
  const files = asked.questions.find(({ type }) => type === "files");
  if (files) await addFile(page);
  await look(page);
  await press(page, "Continue");
}

/** What a place is can be typed where it is not looked up. */
async function byHand(page: Page): Promise<void> {
  const ways = page.locator('button[name="place-step"][value^="hand:"]');
  for (const words of await ways.allInnerTexts()) await press(page, words);
}

/** Tell whether a field is to be filled in here; another entry of a list has to be asked for. */
async function isThere(page: Page, name: string): Promise<boolean> {
  const field = page.locator(`[name="${name}"]:not([type="hidden"])`);
  if ((await field.count()) > 0) return true;
  const [, list, index] = /^([a-zA-Z]+)-(\d+)-/.exec(name) ?? [];
  if (list === undefined || (await page.locator(`[name^="${list}-${index}-"]`).count()) > 0)
    return false;
  await press(page, /^Add (another|an?) /);
  return (await field.count()) > 0;
}

/** A file is chosen in a window of the system's own, which every keyboard works. */
async function addFile(page: Page): Promise<void> {
  await tabTo(page, "the files", ({ type }) => type === "file");
  await page.setInputFiles("input[type=file]", photo);
  const label = page.locator('input[name$="-label"]');
  const name = (await label.count()) > 0 ? await label.getAttribute("name") : null;
  if (name !== null) await enter(page, name, "The dent from near");
  await press(page, /^Upload/);
}
