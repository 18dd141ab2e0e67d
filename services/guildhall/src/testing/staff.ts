import type { Page } from "playwright-core";
import type { Town } from "./town.ts";

/** Where the staff pages of an organisation are. */
export function staffPages(town: Town, tenant: string): string {
  return `${town.base}/console/${tenant}`;
}

/** Ask for a link as this person, and give the one that was sent. */
export async function askForLink(page: Page, town: Town, email: string): Promise<string> {
  const before = new Set(await linksTo(town, email));
  await page.getByLabel("Your work email address").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByRole("heading", { name: "Check your email" }).waitFor();
  return vi.waitFor(async () => {
    const link = (await linksTo(town, email)).find((one) => !before.has(one));
    if (link === undefined) throw new Error(`no link was sent to ${email}`);
    return link;
  }, 20_000);
}

/** Sign in on the page that asks for it, by the link that is sent. */
export async function signIn(page: Page, town: Town, email: string): Promise<void> {
  await page.goto(await askForLink(page, town, email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("You work for").waitFor();
}

async function linksTo(town: Town, email: string): Promise<string[]> {
  const mails = (await town.running.platform.mailbox?.list({ limit: 50 })) ?? [];
  return mails
    .filter(({ to }) => to === email)
    .flatMap(({ text }) => /https?:\S+\/sign-in\/link\/[\w-]+/.exec(text) ?? []);
}

/** Type the name that a page asks for before something that cannot be taken back. */
export async function typeAskedName(page: Page): Promise<void> {
  const asked = await page.locator("label", { hasText: "to confirm" }).innerText();
  const [, name = ""] = /“([^”]+)”/.exec(asked) ?? [];
  await page.getByLabel("to confirm").fill(name);
}
