import { HtmlValidate } from "html-validate";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // Both are how the JSX of hono writes HTML, and allowed.
    "void-style": "off",
    "doctype-style": "off",
    // Lines are ours to break.
    "long-title": "off",
    "no-trailing-whitespace": "off",
  },
});

describe("the pages of the documentation", () => {
  let world: ApiWorld;
  let reference: string;
  beforeAll(async () => {
    world = await createApiWorld();
    reference = await read("reference");
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const read = async (path: string) => {
    const response = await world.fetch(`/t/exampleshire/docs/${path}`);
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
    return response.text();
  };
  const guides = async () =>
    [
      ...(await read("guides/")).matchAll(/href="\/t\/exampleshire\/docs\/(guides\/[a-z0-9-]+)"/g),
    ].map(([, path = ""]) => path);

  it("explain every operation and every named schema of the document, in the council's name", async () => {
    const document = await (await world.fetch("/t/exampleshire/v1/openapi.json")).json();
    const operations = Object.values<Record<string, { operationId: string }>>(document.paths)
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId }) => operationId);
    const wanted = [
      ...operations,
      ...Object.keys(document.components.schemas).map((name) => `schema-${name}`),
    ];
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter((id) => !reference.includes(`id="${id}"`))).toEqual([]);
    expect(reference).toContain("<h1>Exampleshire District Council services API: reference</h1>");
  });

  it("say of an operation who may call it, what it takes, what it answers and how to call it", () => {
    const section = sectionOf(reference, "addNote");
    expect(section).toContain("<code>/processes/{id}/notes</code>");
    expect(section).toContain("with the scope <code>notes:write</code>");
    expect(section).toMatch(/Idempotency-Key<\/code><br\/?><span class="quiet">header, required/);
    expect(section).toMatch(/contents<\/code>|href="#schema-NewNote"/);
    expect(section).toContain("<strong>201</strong>");
    expect(section).toContain('href="https://guildhall.test/problems/process-closed"');
    expect(section).toContain("curl --request POST");
    expect(section).toContain("https://guildhall.test/t/exampleshire/v1/processes/");
    expect(sectionOf(reference, "listServices")).toContain("Anyone may call it.");
  });

  it("are HTML as it should be", async () => {
    for (const path of ["reference", "guides/", ...(await guides())]) {
      const report = await validator.validateString(await read(path));
      const faults = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => ({ ruleId, message, line, column })),
      );
      expect({ path, faults }).toEqual({ path, faults: [] });
    }
  });

  it("lead only to what is there", async () => {
    for (const path of ["reference", "guides/", ...(await guides())]) {
      const page = await read(path);
      const base = `https://guildhall.test/t/exampleshire/docs/${path}`;
      const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, href = ""] of page.matchAll(/ href="([^"]+)"/g)) {
        if (href.startsWith("#"))
          expect({ path, href, there: ids.has(href.slice(1)) }).toEqual({
            path,
            href,
            there: true,
          });
        const target = new URL(href, base);
        if (target.origin !== "https://guildhall.test" || !target.pathname.startsWith("/t/"))
          continue;
        expect({ path, href, status: (await world.fetch(target.pathname)).status }).toEqual({
          path,
          href,
          status: 200,
        });
      }
    }
  });

  it("run nothing, and load nothing but their stylesheet", async () => {
    const response = await world.fetch("/t/exampleshire/docs/reference");
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(reference).not.toMatch(/<script|<style| style=| on[a-z]+="/);
    const css = await world.fetch("/t/exampleshire/docs/pages.css");
    expect(css.headers.get("content-type")).toBe("text/css; charset=utf-8");
  });

  it("give the council's own addresses in every guide", async () => {
    const paths = await guides();
    expect(paths).toHaveLength(8);
    for (const path of paths) {
      const page = await read(path);
      expect(page).toContain("https://guildhall.test/t/exampleshire");
      expect(page).not.toMatch(/localhost:3000|cambridge-city/);
    }
  });

  it.each(["nothing", "demonstrate-the-loop", "..%2fguides%2fauthenticate", "constructor"])(
    "have no guide %s",
    async (name) => {
      expect((await world.fetch(`/t/exampleshire/docs/guides/${name}`)).status).toBe(404);
    },
  );

  it("are not there for a council that is not there", async () => {
    for (const path of ["reference", "guides/", "pages.css"])
      expect((await world.fetch(`/t/nowhere/docs/${path}`)).status).toBe(404);
  });
});

function sectionOf(page: string, id: string): string {
  return page.split(`<section><h3 id="${id}">`)[1]?.split("</section>")[0] ?? "";
}
