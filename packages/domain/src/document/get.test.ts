import { attachFile } from "../draft/attach.ts";
import { beginDraft } from "../draft/begin.ts";
import { startProcess } from "../process/start.ts";
import { createWorld, noise, sampleAnswers, type World } from "../testing.ts";
import { openDocument } from "./get.ts";
import { formDocumentId, listDocuments } from "./list.ts";

const file = {
  name: "night.mp3",
  key: "k",
  contentType: "audio/mpeg",
  bytes: 3,
  sha256: "aa",
  storage: "2025/05/1",
};

describe("documents", () => {
  let world: World;
  let process: string;
  let evidence: string;
  beforeEach(async () => {
    world = await createWorld();
    const { id: draft, token = "" } = await beginDraft(world.ctx, { service: "noise" });
    const citizen = (await world.bearing(token)) ?? world.ctx;
    evidence = (await attachFile(citizen, draft, file)).document.id;
    const answers = { ...sampleAnswers, evidence: [evidence] };
    process = (await startProcess(citizen, { service: "noise", answers })).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("are listed with the form first, then what came with it", async () => {
    expect((await listDocuments(world.ctx, process)).data).toMatchObject([
      { id: formDocumentId(process), kind: "form", contentType: "text/html" },
      { id: evidence, kind: "evidence", name: "night.mp3", sha256: "aa" },
    ]);
  });

  it("give the form in the words that the citizen read", async () => {
    const found = await openDocument(world.ctx, formDocumentId(process));
    expect(found).toMatchObject({
      form: {
        serviceTitle: "Report a noise nuisance",
        receivedAt: "2025-05-22T09:00:00.000Z",
        answers: { noiseSource: "home" },
      },
    });
    const rows = "form" in found ? found.form.sections.flatMap((section) => section.rows) : [];
    expect(rows).toContainEqual({ label: "Where does the noise come from?", text: ["A home"] });
    expect(rows).toContainEqual({ label: "Your name", text: ["Ada Byron"] });
  });

  it("give the form in the language that it was filled in, where that is asked for, with its files", async () => {
    const welsh = { title: { of: noise.title, text: "Rhoi gwybod am sŵn" } };
    await world.publish({ welsh });
    const given = { service: "noise", answers: sampleAnswers, language: "cy" } as const;
    const { id } = await startProcess(world.ctx, given);
    const asSent = await openDocument(world.ctx, formDocumentId(id), { asSent: true });
    expect(asSent).toMatchObject({ form: { serviceTitle: "Rhoi gwybod am sŵn" }, language: "cy" });
    expect(await openDocument(world.ctx, formDocumentId(id))).toMatchObject({
      form: { serviceTitle: "Report a noise nuisance", files: [] },
    });
    expect(await openDocument(world.ctx, formDocumentId(process))).toMatchObject({
      form: { files: ["night.mp3"] },
    });
  });

  it("give the form of the version that was filled in", async () => {
    await world.publish({ title: "Noise" });
    expect(await openDocument(world.ctx, formDocumentId(process))).toMatchObject({
      form: { serviceTitle: "Report a noise nuisance" },
    });
  });

  it("give a file's name, and the key and place of its bytes", async () => {
    expect(await openDocument(world.ctx, evidence)).toMatchObject({ file });
  });

  it("record who read them", async () => {
    await openDocument(world.as({}), formDocumentId(process));
    await openDocument(world.as({}), evidence);
    expect(await world.told(process)).toEqual([
      "process.started",
      "document.read",
      "document.read",
    ]);
  });

  it("are not those of another process, nor one that was never given, and nothing is recorded", async () => {
    const other = world.as({ only: { process: (await world.start()).id } });
    for (const [ctx, id] of [
      [other, evidence],
      [other, formDocumentId(process)],
      [world.ctx, "doc_01zzzzzzzzzzzzzzzzzzzzzzzz"],
      [world.ctx, "frm_01zzzzzzzzzzzzzzzzzzzzzzzz"],
    ] as const)
      await expect(openDocument(ctx, id)).rejects.toMatchObject({ code: "not-found" });
    expect(await world.told(process)).toEqual(["process.started"]);
  });

  it("are not those of a draft that is not submitted", async () => {
    const { id: draft, token = "" } = await beginDraft(world.ctx, { service: "noise" });
    const citizen = (await world.bearing(token)) ?? world.ctx;
    const { id } = (await attachFile(citizen, draft, file)).document;
    await expect(openDocument(world.ctx, id)).rejects.toMatchObject({ code: "not-found" });
  });
});
