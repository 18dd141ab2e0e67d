import { type ApiWorld, createApiWorld } from "./testing.ts";

const limit = 256 * 1024;

describe("a JSON body", () => {
  let world: ApiWorld;
  let process: string;
  beforeAll(async () => {
    world = await createApiWorld();
    process = (await world.start()).id;
  });
  afterAll(() => world[Symbol.asyncDispose]());
  afterEach(() => {
    expect(world.faults).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  const type = "application/json";

  it.each<[string, BodyInit]>([
    ["nothing", ""],
    ["half an object", '{"a":'],
    ["a comma too many", '{"contents":"a","visibleToCitizen":true,}'],
    ["a byte order mark", '\ufeff{"contents":"a","visibleToCitizen":true}'],
    ["bytes that are not UTF-8", Buffer.from('{"contents":"\xe9"}', "latin1")],
    ["UTF-16", Buffer.from('{"contents":"a"}', "utf16le")],
    ["a surrogate as bytes", Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ["a number that JSON has not", '{"contents":NaN}'],
    ["a control character in a text", '"a\u0001b"'],
    ["XML", "<note/>"],
  ])("is not %s", async (_, body) => {
    const response = await note(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "malformed-json" });
  });

  it.each([
    undefined,
    "",
    "text/xml",
    "text/plain",
    "application/xml",
    "application/json; charset=utf-7",
    "application/json; charset=iso-8859-1",
    "application/json, text/plain",
    "application/jsonp",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=b",
  ])("is not sent as %s", async (contentType) => {
    const headers = contentType === undefined ? {} : { "Content-Type": contentType };
    const body = Buffer.from('{"contents":"a","visibleToCitizen":true}');
    const response = await ask(body, headers);
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ code: "media-type-unsupported" });
  });

  it.each([type, "application/json; charset=utf-8", 'Application/JSON;charset="UTF-8"'])(
    "may be sent as %s",
    async (contentType) => {
      const body = '{"contents":"a","visibleToCitizen":true}';
      expect((await ask(body, { "Content-Type": contentType })).status).toBe(201);
    },
  );

  it.each([
    ["a lone surrogate", '{"contents":"a\\ud800b","visibleToCitizen":true}', "/contents"],
    ["a low surrogate", '{"contents":"\\udc00","visibleToCitizen":true}', "/contents"],
    ["U+0000", '{"contents":"ab\\u0000cd","visibleToCitizen":true}', "/contents"],
    ["a control character", '{"contents":"\\u001b[2J","visibleToCitizen":true}', "/contents"],
    ["a noncharacter", '{"contents":"\\uffff","visibleToCitizen":true}', "/contents"],
    ["a lone surrogate as a key", '{"contents":"a","x":{"\\ud800":1}}', "/x"],
    ["U+0000 in a key", '{"a\\u0000":1}', ""],
    ["one in a list", '{"a":[{"b/c":["x","\\u0000"]}]}', "/a/0/b~1c/1"],
    ["a text alone", '"\\ud800"', ""],
  ])("holds no text that could not be stored: %s", async (_, body, pointer) => {
    const response = await note(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: "invalid-text",
      errors: [{ pointer, code: "invalid-text" }],
    });
  });

  it("holds no text that could not be stored, whatever route reads it", async () => {
    const bad = { "x\u0000": "\ud800" };
    const task = "tsk_01kb3zq8w5v0t6m2h9r4c7d1xe";
    for (const [method, path] of [
      ["POST", "/processes"],
      ["POST", `/processes/${process}/notes`],
      ["POST", "/drafts"],
      ["PATCH", "/drafts/drf_01kb3zq8w5v0t6m2h9r4c7d1xe"],
      ["PATCH", `/tasks/${task}`],
      ["POST", `/tasks/${task}/complete`],
      ["POST", "/tracking/EXM-2222-2222/token"],
    ] as const) {
      const response = await world.ask(method, path, { as: world.key, json: bad });
      expect([method, path, response.status]).toEqual([method, path, 422]);
    }
  });

  it("holds a text of any kind that can be stored, unchanged", async () => {
    const contents =
      "'; DROP TABLE notes;-- \u202e %00 \\u0000 {{7*7}} #{x} <b> 𝔘 👩🏽‍⚕️ 2025-02-29";
    const response = await note(JSON.stringify({ contents, visibleToCitizen: false }));
    expect(await response.json()).toMatchObject({ contents });
  });

  it.each([
    ["__proto__", '{"contents":"a","visibleToCitizen":true,"__proto__":{"polluted":true}}'],
    ["constructor", '{"contents":"a","visibleToCitizen":true,"constructor":{"prototype":{}}}'],
    ["author", '{"contents":"a","visibleToCitizen":true,"author":"The Mayor"}'],
    ["tenantId", '{"contents":"a","visibleToCitizen":true,"tenantId":"otherford"}'],
    ["a~1b", '{"contents":"a","visibleToCitizen":true,"a/b":1}'],
  ])("has no field %s of its own", async (field, body) => {
    const response = await note(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: "request-invalid",
      errors: [{ pointer: `/${field}`, code: "unknown-field" }],
    });
  });

  it("has no field of its own deep in an answer either", async () => {
    const body = '{"service":"noise","answers":{"nights":[{"__proto__":{"polluted":true}}]}}';
    const response = await world.ask("POST", "/processes", {
      as: world.key,
      body,
      headers: { "Content-Type": type },
    });
    expect(await response.json()).toMatchObject({
      errors: [{ pointer: "/answers/nights/0/__proto__", code: "unknown-field" }],
    });
  });

  it("counts a key that is there twice as its last", async () => {
    const body = '{"contents":"first","visibleToCitizen":false,"contents":"last"}';
    expect(await (await note(body)).json()).toMatchObject({ contents: "last" });
  });

  it.each([
    ["10,000 lists in each other", "[".repeat(10_000) + "]".repeat(10_000)],
    ["10,000 objects in each other", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`],
    ["17 levels where the form has 3", `${'{"a":'.repeat(17)}1${"}".repeat(17)}`],
  ])("is no deeper than anything of ours: %s", async (_, body) => {
    const response = await note(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ code: "too-deep" }] });
  });

  it("is refused as too large when it is a list of a million", async () => {
    const response = await note(`[${"1,".repeat(1_000_000)}1]`);
    expect(response.status).toBe(413);
  });

  it("is refused in few words, however many faults it has", async () => {
    const fields = Array.from({ length: 20_000 }, (_, at) => `"f${at}":1`).join();
    const response = await note(`{${fields}}`);
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toHaveLength(100);
  });

  it.each([
    ["as long as it says", { "Content-Length": String(limit + 1) }],
    ["longer than it says", { "Content-Length": "10" }],
    ["of a length that is no number", { "Content-Length": "many" }],
    ["of no length it says", {}],
  ])("is refused as too large: %s", async (_, headers) => {
    const body = JSON.stringify({ contents: "x".repeat(limit), visibleToCitizen: true });
    const response = await ask(body, { "Content-Type": type, ...headers });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: "body-too-large" });
  });

  it("is refused as too large by what it says, before anything of it is read", async () => {
    let pulled = 0;
    const pull = () => {
      pulled += 1;
    };
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    const headers = { "Content-Type": type, "Content-Length": String(limit + 1) };
    expect((await ask(body, headers)).status).toBe(413);
    expect(pulled).toBe(0);
  });

  it("is refused as too large in the middle of what never ends", async () => {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(Buffer.alloc(64 * 1024, " "));
      },
    });
    expect((await ask(body, { "Content-Type": type })).status).toBe(413);
    expect(pulled).toBeLessThanOrEqual(7);
  });

  it("may be as large as the limit", async () => {
    const json = '{"contents":"a","visibleToCitizen":true}';
    expect((await note(json.padEnd(limit))).status).toBe(201);
    expect((await note(json.padEnd(limit + 1))).status).toBe(413);
  });

  function note(body: BodyInit): Promise<Response> {
    return ask(body, { "Content-Type": type });
  }

  function ask(body: BodyInit, headers: Record<string, string>): Promise<Response> {
    return world.ask("POST", `/processes/${process}/notes`, { as: world.key, body, headers });
  }
});
