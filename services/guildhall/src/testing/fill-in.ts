import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answers, Service } from "@guildhall/contract";
import { writeFields } from "@guildhall/forms";
import type { Locator, Page } from "playwright-core";
import { productFolders } from "../folders.ts";

/** A photo of one grey pixel. */
export const photo = {
  name: "back yard.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
    "base64",
  ),
};

/** The answers of an example: the council's own, else that of the recipe, which is called as the service is. */
export function exampleOf(tenant: string, service: string, name: string): Answers {
  const { tenants } = productFolders(import.meta.url);
  const own = join(tenants, tenant, "services", service, "examples", `${name}.json`);
  const shared = join(tenants, "cookbook", service, "examples", `${name}.json`);
  return JSON.parse(readFileSync(existsSync(own) ? own : shared, "utf8")).answers;
}

/** The buttons that a form is gone through with, as its pages call them. */
const buttons = {
  en: { goOn: "Continue", another: /^Add another/, upload: "Upload this file" },
  cy: { goOn: "Parhau", another: /^Ychwanegu .* arall$/, upload: "Uwchlwytho’r ffeil hon" },
} as const;

function buttonsOn(page: Page) {
  return buttons[new URL(page.url()).pathname.includes("/cy/") ? "cy" : "en"];
}

/**
 * Fill a service in, page by page, as its citizen would: whatever page comes up is answered from the example,
 * until everything is read back to be checked.
 */
export async function fillIn(
  page: Page,
  {
    service,
    answers,
    look = async () => undefined,
  }: { service: Service; answers: Answers; look?: (page: Page) => Promise<void> },
): Promise<void> {
  const seen: string[] = [];
  while (!page.url().endsWith("/check-your-answers")) {
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    if (seen.includes(id))
      throw new Error(`The page ${id} came up again: ${await page.innerText("main")}`);
    seen.push(id);
    await look(page);
    await answerPage(page, service, { id, answers });
    await page.getByRole("button", { name: buttonsOn(page).goOn, exact: true }).click();
  }
}

/** Answer one page, and stay on it. */
export async function answerPage(
  page: Page,
  service: Service,
  { id, answers }: { id: string; answers: Answers },
): Promise<void> {
  const asked = service.form.pages.find((one) => one.id === id);
  if (!asked) throw new Error(`There is no page ${id} in ${service.id}`);
  await typeByHand(page);
  for (const [name, values] of writeFields(asked, answers)) await fill(page, name, values);
  if (!asked.questions.some(({ type }) => type === "files")) return;
  await page.setInputFiles("input[type=file]", photo);
  const upload = page.getByRole("button", { name: buttonsOn(page).upload });
  // Where scripts run, a file goes off as soon as it is chosen.
  if (await upload.isVisible()) await upload.click();
  else await page.locator("progress").waitFor({ state: "detached" });
}

/** Ask for the lines of each address in place of its look-up: an example's address need not be one that is found. */
async function typeByHand(page: Page): Promise<void> {
  const byHand = page.locator('button[name="place-step"][value^="hand:"]');
  while ((await byHand.count()) > 0) await byHand.first().click();
}

async function fill(page: Page, name: string, values: readonly string[]): Promise<void> {
  const field = page.locator(`[name="${name}"]`);
  if ((await field.count()) === 0) {
    // What a look-up would have added to an address is not typed; another entry of a list has to be asked for.
    if (!/-\d+-/.test(name)) return;
    await page.getByRole("button", { name: buttonsOn(page).another }).click();
  }
  const kind = await field
    .first()
    .evaluate((element) => element.getAttribute("type") ?? element.tagName);
  for (const value of values) await choose(page, { name, kind, value });
}

async function choose(
  page: Page,
  { name, kind, value }: { name: string; kind: string; value: string },
): Promise<void> {
  const field = page.locator(`[name="${name}"]`).first();
  if (kind === "SELECT") await select(page, field, value);
  else if (kind !== "radio" && kind !== "checkbox") await field.fill(value);
  else await page.locator(`[name="${name}"][value="${value}"]`).check();
}

/** Choose from a list, by typing where scripts have made it one to type in. */
async function select(page: Page, field: Locator, value: string): Promise<void> {
  if (await field.isVisible()) {
    await field.selectOption(value);
    return;
  }
  const label = await field.locator(`option[value="${value}"]`).innerText();
  await page.getByRole("combobox").fill(label);
  await page.getByRole("option", { name: label, exact: true }).click();
}
