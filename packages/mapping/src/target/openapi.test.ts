import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ShapeRefused } from "@guildhall/xml";
import { inBrief, read, refusal } from "./testing.ts";

describe("the shape of an operation in OpenAPI", () => {
  const ours = readFileSync(join(import.meta.dirname, "../../../../docs/api/openapi.json"), "utf8");

  it("is read from our own document, by id and by address", async () => {
    const byId = await read("openapi", ours, "addSubscription");
    expect(byId.fields.map(({ target }) => target)).toContain("url");
    const path = Object.entries<Record<string, { operationId?: string }>>(
      JSON.parse(ours).paths,
    ).find(([, item]) => item.post?.operationId === "addSubscription");
    expect(await read("openapi", ours, `post ${path?.[0]}`)).toEqual(byId);
    expect((await refusal(read("openapi", ours))).roots).toContain("addSubscription");
  });

  it("reads every operation of our own document that takes JSON", async () => {
    const { roots } = await refusal(read("openapi", ours));
    expect(roots.length).toBeGreaterThan(20);
    for (const root of roots) {
      const result = await read("openapi", ours, root).catch((error: unknown) => error);
      if (result instanceof ShapeRefused) expect(result.faults[0]?.sentence).toContain("no place");
      else expect(result).toMatchObject({ format: "json" });
    }
  });

  it("is read from YAML of 3.0 as well", async () => {
    const yaml = `openapi: 3.0.3
paths:
  /cases:
    post:
      requestBody: {$ref: '#/components/requestBodies/Case'}
components:
  requestBodies:
    Case:
      content:
        application/json: {schema: {$ref: '#/components/schemas/Case'}}
  schemas:
    Case:
      required: [title]
      properties:
        title: {type: string}
        age: {type: integer, minimum: 0, exclusiveMinimum: true, nullable: true}
`;
    const shape = await read("openapi", yaml);
    expect(inBrief(shape)).toEqual(["title text required", "age integer"]);
    expect(shape.fields[1]?.limits).toEqual({ min: 1 });
  });

  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`;
  it.each([
    ["another document", { hello: 1 }, "None of the files is an OpenAPI document."],
    ["Swagger 2.0", { swagger: "2.0" }, "It is Swagger 2.0"],
    ["a version to come", { openapi: "4.0.0" }, "other than 3.0 and 3.1"],
    ["no operation with a body", { openapi: "3.1.0", paths: {} }, "No operation in it takes JSON."],
    ["a bomb of aliases", bomb, "by aliases more often"],
    ["broken YAML", "a: [1", "neither JSON nor YAML"],
    ["a name that is there twice", "a: 1\na: 2\n", "A name is there twice."],
    ["too much YAML", `a: ${"x".repeat(200_001)}`, "no larger than 200 KB"],
  ])("is refused in one sentence for %s", async (_, value, sentence) => {
    const { faults } = await refusal(read("openapi", value));
    expect(faults.map((fault) => fault.sentence)).toEqual([expect.stringContaining(sentence)]);
  });
});
