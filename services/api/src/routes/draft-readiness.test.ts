import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("a draft before it is changed", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("services:read", "services:write");
    await ask("POST", "", { service: "noise" });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (method: string, path: string, json?: unknown) =>
    world.ask(method, `/service-drafts${path}`, { as: key, json });

  it("shows the ways through its form", async () => {
    const flow = await (await ask("GET", "/noise/flow")).json();
    expect(flow.route).toEqual(["page-noise", "page-you", "check"]);
    expect(flow).toMatchObject({ columns: 1, rows: 3, findings: [] });
  });

  it("shows what uses a part", async () => {
    const uses = await ask("GET", "/noise/uses?at=/form/conditions/is-pub");
    expect(await uses.json()).toMatchObject({
      sentence: "Used by 1 question and in 1 row of a mapping.",
      uses: [
        { kind: "question", title: "Name of the pub" },
        { kind: "mapping", title: "pub (back-office)" },
      ],
    });
    const misspelt = await ask("GET", "/noise/uses?at=form");
    expect(await misspelt.json()).toMatchObject({ code: "request-invalid" });
  });

  it("shows its conditions as they are read and built", async () => {
    const { conditions, questions } = await (await ask("GET", "/noise/conditions")).json();
    const row = { question: "noiseSource", comparison: "is", values: ["pub"] };
    expect(conditions).toMatchObject([
      {
        at: "/form/conditions/is-pub",
        sentence: "“Where does the noise come from?” is “A pub or club”",
        parts: { join: "all", rows: [row] },
        isWhole: true,
      },
    ]);
    expect(questions[0]).toMatchObject({
      id: "noiseSource",
      values: [{ value: "home" }, { value: "pub" }],
    });
    expect(questions[0].comparisons[0]).toMatchObject({ comparison: "is", words: "is" });
  });

  it("puts a condition together that an edit can keep", async () => {
    const rows = [
      { question: "noiseSource", comparison: "one-of", values: ["pub", "home"] },
      { condition: "is-pub", negated: true },
    ];
    const read = await ask("POST", "/noise/condition-readings", { parts: { join: "all", rows } });
    const { when, sentence } = await read.json();
    expect(sentence).toBe(
      "“Where does the noise come from?” is “A pub or club” or “A home”, and “It is a pub” does not hold",
    );
    const item = { id: "not-pub", name: "It is no pub", when };
    const edits = [{ act: "add", to: "/form/conditions", item }];
    const edited = await ask("POST", "/noise/edits", { since: 1, edits });
    expect(edited.status).toBe(200);
    const { conditions } = await (await ask("GET", "/noise/conditions")).json();
    expect(conditions[1].parts).toEqual({ join: "all", rows });
  });

  it("is not there where there is no draft", async () => {
    for (const part of ["flow", "uses?at=/form", "conditions"])
      expect((await ask("GET", `/nothing/${part}`)).status).toBe(404);
    const parts = { join: "all", rows: [] };
    expect((await ask("POST", "/nothing/condition-readings", { parts })).status).toBe(404);
  });
});
