import { answering, answeringText, type Handler, unhurried } from "../test-server.ts";
import { openOffice, plain } from "../testing/office.ts";

const document = {
  components: {
    schemas: {
      Case: {
        title: "A case",
        required: ["title", "place"],
        properties: {
          title: { type: "string", title: "What it is" },
          kind: { type: ["string", "null"], enum: ["pothole", "light"] },
          place: { $ref: "#/components/schemas/Place" },
          photos: {
            type: "array",
            items: { type: "object", properties: { url: { type: "string" } } },
          },
        },
        allOf: [{ properties: { source: { type: "string" } } }],
      },
      Place: {
        type: "object",
        properties: { lat: { type: "number" }, near: { $ref: "#/components/schemas/Place" } },
      },
      Away: { $ref: "https://evil.example/schema.json" },
    },
  },
};
const shape = {
  path: "openapi.json",
  documents: {
    report: "#/components/schemas/Case",
    gone: "#/components/schemas/None",
    away: "#/components/schemas/Away",
  },
};

describe("describing what a REST back office takes", () => {
  const describeWith = async (handler: Handler, designs: readonly string[]) => {
    const office = await openOffice(plain, handler, { settings: { shape } });
    return { office, found: office.connector.describe?.(designs, unhurried()) };
  };

  it("reads the fields of a document, those within others under theirs", async () => {
    const { office, found } = await describeWith(answering(document), ["report"]);
    const [design] = (await found) ?? [];

    expect(office.server.seen[0]?.path).toBe("/base/openapi.json");
    expect(design).toMatchObject({ id: "report", title: "A case" });
    const named = await office.connector.designs?.(unhurried());
    expect(named?.map(({ id }) => id)).toEqual(["report", "gone", "away"]);
    const fields = Object.fromEntries((design?.fields ?? []).map((field) => [field.target, field]));
    expect(fields.title).toEqual({
      target: "title",
      title: "What it is",
      type: "string",
      required: true,
    });
    expect(fields.kind).toMatchObject({
      type: "string",
      required: false,
      options: [{ code: "pothole" }, { code: "light" }],
    });
    expect(Object.keys(fields)).toEqual(
      expect.arrayContaining(["place", "place/lat", "photos/url", "source"]),
    );
  });

  it("leaves out what is gone, unknown, or described elsewhere, and ends where a document holds itself", async () => {
    const { found } = await describeWith(answering(document), ["report", "gone", "away", "other"]);
    const designs = (await found) ?? [];

    expect(designs.map(({ id }) => id)).toEqual(["report"]);
    expect(designs[0]?.fields.length).toBeLessThan(30);
  });

  it.each<[string, Handler, string]>([
    ["is refused", answering({}, 404), "shape-refused"],
    ["is a page", answeringText("<html></html>"), "bad-answer"],
  ])("fails with a code of ours when the document %s", async (_, handler, code) => {
    const { found } = await describeWith(handler, ["report"]);

    await expect(found).rejects.toThrow(code);
  });
});
