import type { ServiceDefinition } from "@guildhall/contract";
import { compileForm } from "@guildhall/forms";
import { asPlatform } from "../context.ts";
import { listDocuments } from "../document/list.ts";
import { startProcess } from "../process/start.ts";
import { noise, sampleAnswers } from "../testing/exampleshire.ts";
import { createWorld, type World } from "../testing/world.ts";
import { withNeededFiles } from "./needed-files.ts";

const sample = {
  name: "sample.png",
  key: "k",
  contentType: "image/png",
  bytes: 1,
  sha256: "0".repeat(64),
  storage: "s",
};

/** The service with evidence that it can or cannot do without. */
function asking(required: boolean): ServiceDefinition {
  const pages = noise.form.pages.map((page) => ({
    ...page,
    questions: page.questions?.map((one) => (one.type === "files" ? { ...one, required } : one)),
  }));
  return { ...noise, form: { ...noise.form, pages } };
}

describe("a form that is tried out", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function withFiles(definition: ServiceDefinition) {
    const ctx = asPlatform(world.ground);
    const live = await ctx.catalogue.live(noise.id);
    const service = { ...live, definition, form: compileForm(definition.form) };
    return withNeededFiles(ctx, service, sampleAnswers, { keepSample: async () => sample });
  }

  it("has a file where it cannot do without one, which comes with it", async () => {
    const { ctx, answers } = await withFiles(asking(true));
    const { id } = await startProcess(ctx, { service: noise.id, answers });
    const [, evidence, ...more] = (await listDocuments(asPlatform(world.ground), id)).data;
    expect(evidence).toMatchObject({ name: "sample.png", kind: "evidence" });
    expect(answers.evidence).toEqual([evidence?.id]);
    expect(more).toEqual([]);
  });

  it("has none where it can do without", async () => {
    const { ctx, answers } = await withFiles(asking(false));
    expect([ctx.only, answers]).toEqual([undefined, sampleAnswers]);
  });
});
