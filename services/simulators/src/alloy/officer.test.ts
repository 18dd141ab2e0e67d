import { callbackUrl, createFakePlatform, type FakePlatform } from "../fixtures/fake-platform.ts";
import { attribute, attributeOf, call, create, status } from "../fixtures/test-alloy.ts";
import { form, startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";

describe("Alloy's officer", () => {
  let world: TestSimulators;
  let platform: FakePlatform;
  let id: string;
  beforeEach(async () => {
    platform = createFakePlatform();
    world = startSimulators({ fetch: platform.fetch });
    const link = { [attribute.callback]: callbackUrl, [attribute.grant]: "grant-1" };
    id = (await create(world, link)).itemId;
  });
  afterEach(() => world.close());

  const post = (action: string, fields: Record<string, string>, origin?: string) =>
    world.request(`/alloy/exampleshire/items/${id}/${action}`, form(fields, origin));
  const settle = () => world.current().settled();
  const read = async () => (await call(world, "GET", `item/${id}`)).json.item;
  const page = async () => (await world.request(`/alloy/exampleshire/items/${id}`)).text();

  it("tells the platform of a new status, with the grant of the item", async () => {
    const response = await post("status", { status: status.investigating });
    await settle();

    expect(response.status).toBe(303);
    expect(attributeOf(await read(), attribute.status)).toEqual([status.investigating]);
    expect(platform.lines()).toEqual(["GET processes/prc_1/tasks", "PATCH tasks/tsk_1"]);
    expect(platform.calls[1]?.body).toEqual({ externalStatus: status.investigating });
    expect(platform.calls[1]?.headers.get("authorization")).toBe("Bearer grant-1");
  });

  it("asks the citizen for one more thing, which can be answered on a page", async () => {
    await post("questions", { question: "Which floor is it?" });
    await settle();

    expect(platform.lines()).toEqual(["POST processes/prc_1/information-requests"]);
    expect(platform.calls[0]?.body).toMatchObject({
      ownQuestion: "Which floor is it?",
      files: true,
    });
    expect(await page()).toContain("Question to the citizen");
  });

  it("tells of a note with who may read it, as it was typed", async () => {
    await post("notes", { contents: "We will visit\r\non Tuesday <b>", visible: "yes" });
    await settle();

    expect(platform.lines()).toEqual(["POST processes/prc_1/notes"]);
    expect(platform.calls[0]?.body).toEqual({
      contents: "We will visit\non Tuesday <b>",
      visibleToCitizen: true,
    });
    expect(platform.calls[0]?.headers.get("idempotency-key")).toMatch(/^[!-~]{16,255}$/);
    expect(await page()).toContain("Tuesday &lt;b&gt;");
  });

  it("takes the task that is still open", async () => {
    platform.tasks = [
      { id: "tsk_1", state: "completed" },
      { id: "tsk_2", state: "in-progress" },
    ];
    await post("status", { status: status.investigating });
    await settle();

    expect(platform.lines()).toContain("PATCH tasks/tsk_2");
  });

  it("tries again until it is answered, under the same key, and in the officer's order", async () => {
    platform.next.push(
      new Error("down"),
      Response.json({}, { status: 503 }),
      Response.json({}, { status: 429, headers: { "retry-after": "0" } }),
    );
    await post("notes", { contents: "first" });
    await post("notes", { contents: "second" });
    await settle();

    const said = platform.calls.map(({ body }) => (body as { contents: string }).contents);
    expect(said).toEqual(["first", "first", "first", "first", "second"]);
    const keys = platform.calls.map(({ headers }) => headers.get("idempotency-key"));
    expect(new Set(keys.slice(0, 4)).size).toBe(1);
    expect(keys[4]).not.toBe(keys[0]);
  });

  it("shows every call with its outcome, and never the grant", async () => {
    platform.next.push(new Error("down"));
    await post("notes", { contents: "x" });
    await settle();

    const html = await page();
    expect(html).toContain("POST /t/exampleshire/v1/processes/prc_1/notes → No answer (Error)");
    expect(html).toContain("POST /t/exampleshire/v1/processes/prc_1/notes → 201");
    expect(html).not.toContain("grant-1");
  });

  it.each([401, 404, 409, 422, 302])(
    "does not repeat what was answered with %i",
    async (answer) => {
      platform.next.push(new Response(null, { status: answer }));
      await post("notes", { contents: "x" });
      await settle();

      expect(platform.calls).toHaveLength(1);
      expect(await page()).toContain("Not accepted");
    },
  );

  it("still owes after a crash what was not answered", async () => {
    platform.next.push(...Array.from({ length: 3 }, () => new Error("down")));
    await post("notes", { contents: "x" });
    await world.current().close();
    expect(await page()).toContain("Not yet answered");
    world.restart();
    await settle();

    expect(await page()).toContain("→ 201");
  });

  it("tells nobody of an item that the platform did not hand over, and says so", async () => {
    id = (await create(world)).itemId;
    await post("status", { status: status.investigating });
    await settle();

    expect(platform.calls).toEqual([]);
    expect(await page()).toContain("No call was made");
  });

  it.each([
    ["status", { status: status.completed }, "Choose a status"],
    ["notes", { contents: " " }, "Enter a note"],
    ["notes", { contents: "x".repeat(4001) }, "The note must be 4,000 characters or fewer"],
    ["questions", { question: "" }, "Enter a question"],
    ["questions", { question: "x".repeat(301) }, "The question must be 300 characters or fewer"],
    ["visits", { day: "2026-02-30", time: "10:00", officer: "A" }, "Enter a day"],
    ["visits", { day: "2026-02-20", time: "25:00", officer: "A" }, "Enter a time"],
    ["visits", { day: "2026-02-20", time: "10:00", officer: " " }, "Enter who will visit"],
    ["visits", { day: "2026-02-20", time: "10:00", officer: "x".repeat(201) }, "The name must be"],
    ["closure", { closure: status.completed }, "Choose a reason"],
    ["complete", { closing: status.received }, "Choose a final status"],
    ["complete", { closing: status.completed, words: "x".repeat(4001) }, "The words must be"],
  ])("is told what is wrong with %s %j", async (action, fields, words) => {
    const before = await read();
    const response = await post(action, fields);

    expect(response.status).toBe(400);
    expect(await response.text()).toContain(words);
    expect(await read()).toEqual(before);
    expect(platform.calls.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("keeps what was typed into a form that was not accepted", async () => {
    const fields = { closing: "", words: "Kept <this>" };
    const html = await (await post("complete", fields)).text();

    expect(html).toContain("Kept &lt;this&gt;");
  });

  it.each(["https://elsewhere.test", "null"])(
    "is not acted for by a page of %s",
    async (origin) => {
      const response = await post("status", { status: status.investigating }, origin);

      expect(response.status).toBe(403);
      expect(attributeOf(await read(), attribute.status)).toEqual([status.received]);
    },
  );
});
