import type { Language } from "@guildhall/contract";
import type { FakeApi } from "../fake-api.ts";
import { publicUrl, type Seen, Visitor } from "../visitor.ts";

/** A page as somebody came upon it. */
export interface ShownPage extends Seen {
  readonly name: string;
  readonly url: string;
}

/** Goes from page to page, and keeps what is seen under a name. */
export class Tour {
  readonly pages: ShownPage[] = [];
  readonly visitor: Visitor;
  readonly #language: Language;

  constructor(pages: ShownPage[] = [], api?: FakeApi, language: Language = "en") {
    this.pages = pages;
    this.visitor = new Visitor(api, language);
    this.#language = language;
  }

  /** Go on as somebody else, before an API of their own or the same. */
  other(api?: FakeApi): Tour {
    return new Tour(this.pages, api, this.#language);
  }

  async see(name: string, path: string): Promise<void> {
    await this.keep(name, path, this.visitor.get(path));
  }

  async send(
    name: string,
    path: string,
    fields: Record<string, string | string[]> = {},
  ): Promise<void> {
    await this.keep(name, path, this.visitor.post(path, fields));
  }

  async keep(name: string, path: string, answer: Promise<Seen>): Promise<void> {
    const seen = await answer;
    if (!seen.html.includes("</html>"))
      throw new Error(`There is no page “${name}”: ${seen.status} ${seen.location ?? seen.html}`);
    this.pages.push({ name, url: `${publicUrl}${path}`, ...seen });
  }
}
