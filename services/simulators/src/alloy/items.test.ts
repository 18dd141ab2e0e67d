import { attribute, attributeOf, call, create, newCase, status } from "../fixtures/test-alloy.ts";
import { apiKey, startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";

describe("Alloy's items", () => {
  let world: TestSimulators;
  beforeEach(() => {
    world = startSimulators();
  });
  afterEach(() => world.close());

  const refusal = async (attributes: Record<string, unknown>) =>
    (await call(world, "POST", "item", newCase(attributes))).json.errorCodeString;

  it("are created live, in the first status, and read back the same", async () => {
    const made = await create(world, { [attribute.occasions]: 3 });

    expect(made).toMatchObject({ collection: "Live", locked: false, context: "Customer" });
    expect(made.itemId).toMatch(/^[0-9a-f]{24}$/);
    expect(attributeOf(made, attribute.status)).toEqual([status.received]);
    expect((await call(world, "GET", `item/${made.itemId}`)).json.item).toEqual(made);
  });

  it.each([
    ["a text for a Boolean", { [attribute.anonymous]: "true" }, "DodiAttributeTypeViolated"],
    ["one id for a Link", { [attribute.status]: status.received }, "DodiAttributeTypeViolated"],
    ["null", { [attribute.process]: null }, "DodiAttributeTypeViolated"],
    ["a local time", { [attribute.received]: "2026-03-03T09:15:00" }, "DodiAttributeTypeViolated"],
    ["too large a number", { [attribute.occasions]: 100 }, "DodiAttributeOptionConstraintViolated"],
    [
      "too long a text",
      { [attribute.summary]: "x".repeat(201) },
      "DodiAttributeOptionConstraintViolated",
    ],
    [
      "a text that does not match",
      { [attribute.postcode]: "cb24" },
      "DodiAttributeOptionConstraintViolated",
    ],
    [
      "two links where one may be",
      { [attribute.status]: [status.received, status.completed] },
      "DodiAttributeOptionConstraintViolated",
    ],
    [
      "an unknown link",
      { [attribute.status]: ["00000000000000000000ffff"] },
      "DodiAttributeLinkItemNotFound",
    ],
    [
      "a link to another design",
      { [attribute.closure]: [status.received] },
      "DodiAttributeLinkItemNotFound",
    ],
    ["nothing for what is required", { [attribute.summary]: "" }, "DodiAttributeRequiredViolated"],
    [
      "a value for what is read only",
      { [attribute.officer]: "Me" },
      "DodiAttributeReadonlyViolated",
    ],
    ["an unknown attribute", { attributes_other: 1 }, "DodiAttributeNotInDesign"],
    [
      "latitude before longitude",
      { [attribute.geometry]: { type: "Point", coordinates: [52.2, 100.1] } },
      "ItemGeometryConstraintViolated",
    ],
    [
      "no geometry for one",
      { [attribute.geometry]: { type: "Circle" } },
      "ItemGeometryConstraintViolated",
    ],
  ])("are refused with %s", async (_, attributes, code) => {
    expect(await refusal(attributes)).toBe(code);
    const all = {
      aqs: {
        type: "MathAggregation",
        properties: { dodiCode: newCase({}).designCode, aggregationType: "Count" },
      },
    };
    expect((await call(world, "POST", "aqs/statistics", all)).json.results[0].value.value).toBe(0);
  });

  it("take what the rules allow", async () => {
    await create(world, {
      [attribute.anonymous]: false,
      [attribute.received]: "2026-03-03T09:15:00.000Z",
      [attribute.postcode]: "CB24 9ZZ",
      [attribute.geometry]: { type: "Point", coordinates: [0.0917, 52.2196] },
    });
  });

  it("hold a unique value once", async () => {
    await create(world, { [attribute.reference]: "EXA-2222-3333" });

    expect(await refusal({ [attribute.reference]: "EXA-2222-3333" })).toBe(
      "DodiAttributeUniqueViolated",
    );
  });

  it("say what is wrong in both of Alloy's ways, code and string", async () => {
    const { status, json } = await call(world, "POST", "item", newCase({ [attribute.process]: 1 }));

    expect(json).toEqual({
      errorCode: status,
      errorCodeString: "DodiAttributeTypeViolated",
      debugErrorMessage: expect.stringContaining(attribute.process),
    });
  });

  it.each([
    ["no JSON", "{", "JsonDeserializationFailed"],
    ["another shape", "[]", "ModelValidationFailed"],
    [
      "an unknown design",
      JSON.stringify({ designCode: "designs_x", attributes: [] }),
      "DesignNotFound",
    ],
    [
      "an attribute twice",
      JSON.stringify({
        ...newCase({}),
        attributes: [1, 2].map(() => ({ attributeCode: attribute.summary, value: "x" })),
      }),
      "ModelValidationFailed",
    ],
  ])("are not made of %s", async (_, body, code) => {
    const headers = { authorization: `Bearer ${apiKey}` };
    const response = await world.request("/alloy/exampleshire/api/item", {
      method: "POST",
      body,
      headers,
    });

    expect((await response.json()).errorCodeString).toBe(code);
  });

  it.each([undefined, "Bearer wrong", apiKey, "Bearer undefined"])(
    "are closed to the credential %s",
    async (authorization) => {
      const headers = authorization ? { authorization } : {};
      const response = await world.request("/alloy/exampleshire/api/design", { headers });

      expect(response.status).toBe(401);
      expect((await response.json()).errorCodeString).toBe("UserUnauthorized");
    },
  );

  describe("when edited", () => {
    const edit = (signature: string, attributes: Record<string, unknown>) => ({
      signature,
      attributes: Object.entries(attributes).map(([attributeCode, value]) => ({
        attributeCode,
        value,
      })),
    });

    it("keep what is not named and get a new signature", async () => {
      const { itemId, signature } = await create(world, { [attribute.occasions]: 3 });
      const changes = edit(signature, { [attribute.status]: [status.investigating] });
      const { json } = await call(world, "PUT", `item/${itemId}`, changes);

      expect(attributeOf(json.item, attribute.occasions)).toBe(3);
      expect(attributeOf(json.item, attribute.status)).toEqual([status.investigating]);
      expect(json.item.signature).not.toBe(signature);
    });

    it("refuse the second of two writers who read the same", async () => {
      const { itemId, signature } = await create(world);
      await call(world, "PUT", `item/${itemId}`, edit(signature, { [attribute.occasions]: 1 }));
      const { json } = await call(
        world,
        "PUT",
        `item/${itemId}`,
        edit(signature, { [attribute.occasions]: 2 }),
      );

      expect(json.errorCodeString).toBe("ItemSignatureMismatch");
      const { json: read } = await call(world, "GET", `item/${itemId}`);
      expect(attributeOf(read.item, attribute.occasions)).toBe(1);
    });

    it("may be cleared by null, unless required", async () => {
      const { itemId, signature } = await create(world, { [attribute.occasions]: 3 });
      const { json } = await call(
        world,
        "PUT",
        `item/${itemId}`,
        edit(signature, { [attribute.occasions]: null }),
      );
      expect(attributeOf(json.item, attribute.occasions)).toBeUndefined();

      const refused = await call(
        world,
        "PUT",
        `item/${itemId}`,
        edit(json.item.signature, { [attribute.summary]: null }),
      );
      expect(refused.json.errorCodeString).toBe("DodiAttributeRequiredViolated");
    });
  });

  it("are gone once deleted, all but their log", async () => {
    const { itemId } = await create(world);
    await call(world, "DELETE", `item/${itemId}`);

    expect((await call(world, "GET", `item/${itemId}`)).json.errorCodeString).toBe(
      "DatabaseNotFound",
    );
    const { json } = await call(world, "GET", `item-log/item/${itemId}`);
    expect(json.results.map(({ action }: { action: string }) => action)).toEqual([
      "Create",
      "Delete",
    ]);
  });

  it("know the items that link to them, by any attribute or one", async () => {
    const { itemId } = await create(world);
    const parent = await create(world, { [attribute.related]: [itemId] });
    const parents = async (query: string) =>
      (await call(world, "GET", `item/${itemId}/parents${query}`)).json.results.map(
        (item: { itemId: string }) => item.itemId,
      );

    expect(await parents("")).toEqual([parent.itemId]);
    expect(await parents(`?AttributeCode=${attribute.status}`)).toEqual([]);
  });

  it("are hung on the parents that their creation names", async () => {
    const parent = await create(world);
    const parents = { [attribute.related]: [parent.itemId] };
    const { json } = await call(world, "POST", "item", newCase({}, { parents }));
    const { json: read } = await call(world, "GET", `item/${parent.itemId}`);

    expect(attributeOf(read.item, attribute.related)).toEqual([json.item.itemId]);
  });

  it("survive a restart, whether closed or not", async () => {
    const made = await create(world);
    world.restart();

    expect((await call(world, "GET", `item/${made.itemId}`)).json.item).toEqual(made);
  });
});
