import { type ApiWorld, createApiWorld } from "../testing.ts";

const schema = (properties: object, required: readonly string[] = []) =>
  JSON.stringify({ type: "object", required, properties });
const given = (text: string, more: object = {}) => ({
  name: "Street works case",
  source: "json-schema",
  files: [{ name: "case.json", text }],
  ...more,
});
const text = { type: "string" };

describe("targets over the API", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("services:read", "services:write", "connectors:read");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const add = (json: unknown) => world.ask("POST", "/targets", { as: key, json });
  const get = async (path: string) => (await world.ask("GET", path, { as: key })).json();
  const titles = {
    title: text,
    seen: { type: "string", format: "date" },
    caller: { properties: { postCode: text } },
  };

  it("are taken in, listed, read and removed", async () => {
    const added = await add(given(schema(titles, ["title"])));
    const target = await added.json();

    expect(added.status).toBe(201);
    expect(added.headers.get("location")).toMatch(/\/v1\/targets\/street-works-case$/);
    expect(target).toMatchObject({
      id: "street-works-case",
      format: "json",
      fields: 4,
      required: 1,
    });
    expect(await get("/targets")).toEqual({ data: [target] });
    expect(await get("/targets/street-works-case")).toEqual(target);
    expect((await add(given(schema(titles)))).headers.get("location")).toMatch(
      /street-works-case-2$/,
    );
    const remove = () => world.ask("DELETE", "/targets/street-works-case", { as: key });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect((await get("/targets")).data).toHaveLength(1);
  });

  it("give their fields a part at a time, filtered", async () => {
    await add(given(schema(titles, ["title"])));
    const fields = async (query: string) => get(`/targets/street-works-case/fields?${query}`);
    const first = await fields("limit=3");
    const targets = ({ data }: { data: { target: string }[] }) => data.map((field) => field.target);
    expect(targets(first)).toEqual(["title", "seen", "caller"]);
    expect(targets(await fields(`limit=3&cursor=${first.nextCursor}`))).toEqual([
      "caller/postCode",
    ]);
    expect(targets(await fields("q=POST+code"))).toEqual(["caller/postCode"]);
    expect(targets(await fields("under=caller"))).toEqual(["caller/postCode"]);
    expect(targets(await fields("requiredOnly=true"))).toEqual(["title"]);
    expect(await fields("cursor=none-of-ours&limit=1")).toMatchObject({ nextCursor: "1" });
  });

  it("say what a new description brought and took", async () => {
    await add(given(schema(titles, ["title"])));
    const json = given(
      schema({ title: { ...text, maxLength: 9 }, seen: titles.seen, phone: text }),
    );
    const put = await world.ask("PUT", "/targets/street-works-case", { as: key, json });
    expect(await put.json()).toMatchObject({
      fields: 3,
      came: ["phone"],
      went: ["caller", "caller/postCode"],
      changed: ["title"],
    });
    expect((await world.ask("PUT", "/targets/nowhere", { as: key, json })).status).toBe(404);
  });

  it("are read from XML schemas too, larger than other bodies", async () => {
    const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><!--${"x".repeat(400_000)}--><xs:element name="case"><xs:complexType><xs:attribute name="id" use="required"/></xs:complexType></xs:element></xs:schema>`;
    const added = await add(given(xsd, { source: "xsd" }));
    expect(await added.json()).toMatchObject({ format: "xml", root: "case", namespaces: {} });
  });

  it.each([
    ["{oops", "/files/0/text", "unreadable", "case.json, line 1: It is not well-formed JSON."],
    [
      schema({ a: { $ref: "http://evil.example/s.json" } }),
      "/files/0/text",
      "unreadable",
      "not among the files",
    ],
    [schema({}), "/files", "unreadable", "no place in it"],
  ])("are refused with a sentence at the file: %s", async (file, pointer, code, detail) => {
    const response = await add(given(file));
    expect(response.status).toBe(422);
    const fault = { pointer, code, detail: expect.stringContaining(detail) };
    expect(await response.json()).toMatchObject({ code: "request-invalid", errors: [fault] });
    expect(await get("/targets")).toEqual({ data: [] });
  });

  it("ask which of several is meant, and name them one by one", async () => {
    const defs = { $defs: { One: { properties: { a: text } }, Two: { properties: { b: text } } } };
    const { errors } = await (await add(given(JSON.stringify(defs)))).json();
    expect(errors).toEqual([
      { pointer: "/root", code: "root-needed", detail: expect.stringContaining("One, Two") },
      { pointer: "/root", code: "root-candidate", detail: "One" },
      { pointer: "/root", code: "root-candidate", detail: "Two" },
    ]);
    expect((await add(given(JSON.stringify(defs), { root: "Two" }))).status).toBe(201);
  });

  it("are the same when the same request comes again", async () => {
    const headers = { "Idempotency-Key": "7f3b8a52-1111-4222-8333-944445555666" };
    const again = () =>
      world.ask("POST", "/targets", { as: key, json: given(schema(titles)), headers });
    expect(await (await again()).json()).toEqual(await (await again()).json());
    expect((await get("/targets")).data).toHaveLength(1);
  });

  it("are neither shown nor changed without the scope", async () => {
    const other = await world.keyFor("processes:read");
    const reader = await world.keyFor("services:read");
    const json = given(schema(titles));
    const asked = [
      ["GET", "/targets", other],
      ["GET", "/targets/case", other],
      ["GET", "/targets/case/fields", other],
      ["GET", "/connectors/back-office/targets", reader],
      ["GET", "/connectors/back-office/targets/create-item", reader],
      ["GET", "/connectors/back-office/targets/create-item/fields", reader],
      ["POST", "/targets", reader],
      ["PUT", "/targets/case", reader],
      ["DELETE", "/targets/case", reader],
    ] as const;
    for (const [method, path, as] of asked) {
      const body = method === "POST" || method === "PUT" ? { json } : {};
      const response = await world.ask(method, path, { as, ...body });
      expect([path, response.status]).toEqual([path, 403]);
    }
  });

  it("of a back office are as it says they are now", async () => {
    const at = "/connectors/back-office/targets";
    expect((await get(at)).data).toContainEqual({ design: "create-item", title: "Noise case" });
    const design = await get(`${at}/create-item`);
    expect(design).toMatchObject({
      title: "Noise case",
      format: "json",
      required: expect.any(Number),
    });
    const { data } = await get(`${at}/create-item/fields?q=seen`);
    expect(data).toEqual([
      { target: "seen", title: "Seen on", type: "date", required: false, repeats: false },
    ]);
    expect((await world.ask("GET", `${at}/gone`, { as: key })).status).toBe(404);
    expect((await world.ask("GET", "/connectors/gone/targets", { as: key })).status).toBe(404);
  });
});
