import type { Role } from "@guildhall/contract";
import type { ConsoleWorld } from "../console-world.ts";
import type { StaffBrowser, StaffPage } from "../staff-browser.ts";

export const root = "/console/exampleshire/";

/** A staff page as somebody came upon it. */
export interface ShownStaffPage extends StaffPage {
  readonly name: string;
  readonly url: string;
}

/** Goes from page to page as one member of staff, and keeps what is seen under a name. */
export class StaffTour {
  readonly pages: ShownStaffPage[];
  readonly world: ConsoleWorld;
  readonly browser: StaffBrowser;
  /** Who is signed in. */
  me = "";

  constructor(world: ConsoleWorld, pages: ShownStaffPage[] = []) {
    this.world = world;
    this.pages = pages;
    this.browser = world.open();
  }

  /** Go on as somebody else. */
  other(): StaffTour {
    return new StaffTour(this.world, this.pages);
  }

  async enter(roles: Role[] = ["tenant-admin", "designer", "caseworker"]): Promise<void> {
    this.me = await this.world.enter(this.browser, { roles });
  }

  /** See a page below the organisation's own first page. */
  async see(name: string, path: string): Promise<string> {
    return this.keep(name, path, this.browser.get(`${root}${path}`));
  }

  async send(name: string, path: string, fields: Record<string, string> = {}): Promise<string> {
    return this.keep(name, path, this.browser.post(`${root}${path}`, fields));
  }

  /** Keep a page, and give what it says. */
  async keep(name: string, path: string, answer: Promise<StaffPage>): Promise<string> {
    const seen = await answer;
    if (!seen.html.includes("</html>"))
      throw new Error(`There is no page “${name}”: ${seen.status} ${seen.location}`);
    this.pages.push({ name, url: new URL(path, `${this.world.publicUrl}${root}`).href, ...seen });
    return seen.html;
  }

  /** Press a button whose page leads on, and give where to, below the organisation's first page. */
  async press(path: string, fields: Record<string, string> = {}): Promise<string> {
    const { location, html } = await this.browser.post(`${root}${path}`, fields);
    if (location === "") throw new Error(`${path} leads nowhere: ${/<main.*/s.exec(html)?.[0]}`);
    return location.slice(root.length);
  }

  context() {
    return this.world.contextOf("exampleshire");
  }
}

/** The first id of this kind that a page names. */
export function idIn(html: string, kind: string): string {
  const [id] = new RegExp(`\\b${kind}_\\w{26}\\b`).exec(html) ?? [];
  if (id === undefined) throw new Error(`The page names no ${kind}`);
  return id;
}
