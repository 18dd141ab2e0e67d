import { type ApiWorld, createApiWorld } from "./testing.ts";

const unknown = "prc_01kb3zq8w5v0t6m2h9r4c7d1xe";
const task = "tsk_01kb3zq8w5v0t6m2h9r4c7d1xe";
const draft = "drf_01kb3zq8w5v0t6m2h9r4c7d1xe";
const note = { contents: "Seen", visibleToCitizen: true };

/** Every route that a credential is needed for: the scope, then what is asked. */
const routes: [string, string, string, unknown?][] = [
  ["processes:write", "POST", "/processes", { service: "noise", answers: {} }],
  ["processes:read", "GET", "/processes"],
  ["processes:read", "GET", "/processes/:id"],
  ["documents:read", "GET", "/processes/:id/documents"],
  ["documents:read", "GET", "/documents/:form"],
  ["notes:write", "POST", "/processes/:id/notes", note],
  ["notes:read", "GET", "/processes/:id/notes"],
  ["tasks:read", "GET", "/processes/:id/tasks"],
  ["tasks:write", "PATCH", `/tasks/${task}`, {}],
  ["tasks:write", "POST", `/tasks/${task}/complete`, {}],
  ["events:read", "GET", "/processes/:id/events"],
  ["processes:read", "GET", "/processes/:id/payments"],
  ["processes:write", "POST", `/processes/${unknown}/payments`, {}],
  ["drafts:write", "GET", `/drafts/${draft}`],
  ["drafts:write", "PATCH", `/drafts/${draft}`, { answers: {} }],
  ["drafts:write", "POST", `/drafts/${draft}/documents`],
  ["drafts:write", "DELETE", `/drafts/${draft}/documents/${unknown}`],
];

describe("a credential", () => {
  let world: ApiWorld;
  let process: string;
  beforeAll(async () => {
    world = await createApiWorld();
    process = (await world.start()).id;
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it("is asked for at every route that the document says needs one", async () => {
    const document = await (await world.fetch("/t/exampleshire/v1/openapi.json")).json();
    const needing = Object.entries<Record<string, { security: object[] }>>(document.paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods)
          .filter(([, { security }]) => JSON.stringify(security) === '[{"bearer":[]}]')
          .map(([method]) => `${method.toUpperCase()} ${path.replaceAll(/\{.+?\}/g, "*")}`),
    );
    const tried = routes.map(
      ([, method, path]) => `${method} ${path.replaceAll(/\/(:\w+|\w{3}_\w+)/g, "/*")}`,
    );
    expect(tried.sort()).toEqual(needing.sort());
  });

  it.each(routes)("must have the scope %s for %s %s", async (_, method, path, json) => {
    const as = await world.keyFor("deliveries:read");
    const response = await world.ask(method, filled(path, process), { as, json });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "scope-missing" });
  });

  it.each(routes)("must be shown (one with %s) for %s %s", async (_, method, path, json) => {
    const response = await world.ask(method, filled(path, process), { json });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "unauthenticated" });
  });

  it.each(routes.filter(([, , path]) => path.includes("/:")))(
    "is told the same (one with %s) by %s %s of another's process as of none",
    async (_, method, path, json) => {
      const other = await world.start();
      const as = world.grantFor(other.id);
      const foreign = await world.ask(method, filled(path, process), { as, json });
      const random = await world.ask(method, filled(path, unknown), { as, json });
      expect(foreign.status).toBe(404);
      expect(await foreign.text()).toBe(await random.text());
    },
  );

  it("is told the same of another's task as of none", async () => {
    const tasks = await world.ask("GET", `/processes/${process}/tasks`, { as: world.key });
    const [{ id }] = (await tasks.json()).data;
    const as = world.grantFor((await world.start()).id);
    for (const [method, end] of [
      ["PATCH", ""],
      ["POST", "/complete"],
    ] as const) {
      const foreign = await world.ask(method, `/tasks/${id}${end}`, { as, json: {} });
      const random = await world.ask(method, `/tasks/${task}${end}`, { as, json: {} });
      expect(foreign.status).toBe(404);
      expect(await foreign.text()).toBe(await random.text());
    }
  });

  function filled(path: string, id: string): string {
    return path.replace(":id", id).replace(":form", id.replace("prc_", "frm_"));
  }
});
