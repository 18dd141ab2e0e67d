import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("the kinds of steps", () => {
  let world: ApiWorld;
  beforeEach(async () => {
    world = await createApiWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("are listed with what each asks, for a page to be drawn of it", async () => {
    const key = await world.keyFor("services:read");
    const { data } = await (await world.ask("GET", "/step-kinds", { as: key })).json();
    expect(data.map(({ kind }: { kind: string }) => kind)).toEqual([
      "deliver",
      "task",
      "payment",
      "wait",
      "message",
      "letter",
    ]);
    const wait = data.find(({ kind }: { kind: string }) => kind === "wait");
    expect(wait.fields).toContainEqual({
      name: "stage",
      label: "Which stage",
      type: "stage",
      required: true,
      onlyIf: { field: "until", is: ["stage"] },
    });
  });

  it("make steps that an edit adds to a draft, and whose faults are named at their place", async () => {
    const key = await world.keyFor("services:read", "services:write");
    await world.ask("POST", "/service-drafts", { as: key, json: { service: "noise" } });
    const steps = [
      { id: "wait", kind: "wait", until: "stage", stage: "gone", workingDays: 3 },
      { id: "say-so", kind: "message", when: "never", subject: "Hello", text: "((nobody))" },
    ];
    const edits = steps.map((item) => ({ act: "add", to: "/steps", item }));
    const edited = await world.ask("POST", "/service-drafts/noise/edits", {
      as: key,
      json: { since: 1, edits },
    });
    expect(edited.status).toBe(200);
    const readiness = await world.ask("GET", "/service-drafts/noise/readiness", { as: key });
    const { sections } = await readiness.json();
    const found = sections.flatMap(({ findings }: { findings: { code: string }[] }) => findings);
    const named = found.filter(({ code }: { code: string }) => code === "step-unworkable");
    expect(named.map(({ at, sentence }: Record<string, string>) => [at, sentence])).toEqual([
      ["/steps/wait/stage", "There is no stage “gone”."],
      ["/steps/say-so/when", "The form has no condition “never”."],
      ["/steps/say-so/text", expect.stringContaining("“((nobody))” cannot be filled in.")],
    ]);
  });

  it("are not told to a key that may not read services", async () => {
    const key = await world.keyFor("tasks:read");
    const refused = await world.ask("GET", "/step-kinds", { as: key });
    expect(await refused.json()).toMatchObject({ code: "scope-missing" });
  });
});
