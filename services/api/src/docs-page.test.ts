import { type ApiWorld, createApiWorld } from "./testing.ts";

describe("the documentation page", () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await createApiWorld();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it("is the council's own, and runs and loads nothing but what we serve", async () => {
    const response = await world.fetch("/t/exampleshire/docs/");
    expect(response.status).toBe(200);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    const page = await response.text();
    expect(page).toContain("<title>Exampleshire District Council services API</title>");
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page).not.toMatch(/<script>|onload=/);
  });

  it("is found without its last slash", async () => {
    const response = await world.fetch("/t/exampleshire/docs");
    expect(response.status).toBe(301);
    expect(response.headers.get("location")).toBe("/t/exampleshire/docs/");
  });

  it.each([
    ["swagger-ui.css", "text/css; charset=utf-8"],
    ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
    ["start.js", "text/javascript; charset=utf-8"],
    ["favicon-32x32.png", "image/png"],
  ])("comes with %s", async (name, type) => {
    const response = await world.fetch(`/t/exampleshire/docs/${name}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  it.each(["package.json", "index.html", "..%2fpackage.json", "constructor", "__proto__"])(
    "comes with nothing else: %s",
    async (name) => {
      expect((await world.fetch(`/t/exampleshire/docs/${name}`)).status).toBe(404);
    },
  );

  it("is not there for a council that is not there", async () => {
    expect((await world.fetch("/t/nowhere/docs/")).status).toBe(404);
    expect((await world.fetch("/t/nowhere/docs/swagger-ui.css")).status).toBe(404);
  });
});
