import { findAnswer } from "@guildhall/store";
import { recall } from "./change.ts";
import { beginDraft } from "./draft/begin.ts";
import { addNote } from "./note/add.ts";
import { listNotes } from "./note/list.ts";
import { startProcess } from "./process/start.ts";
import { createWorld, sampleAnswers, type World } from "./testing.ts";

const request = { id: "vendor/notes/key-1", digest: "body-1" };
const note = { contents: "Seen on site", visibleToCitizen: true };

describe("a request that may come again", () => {
  let world: World;
  let process: string;
  beforeEach(async () => {
    world = await createWorld();
    process = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const again = (digest = request.digest) => world.as({ request: { ...request, digest } });

  it("is remembered with its answer", async () => {
    const added = await addNote(again(), process, note);
    expect(await recall(again())).toEqual({ answer: added });
  });

  it("has no answer before it came, nor where it may not come again", async () => {
    expect(await recall(again())).toBeUndefined();
    await addNote(world.ctx, process, note);
    expect(await recall(world.ctx)).toBeUndefined();
  });

  it("has one effect and one answer, though it is done twice", async () => {
    const first = await addNote(again(), process, note);
    world.clock.move(60_000);
    expect(await addNote(again(), process, note)).toEqual(first);
    expect((await listNotes(world.ctx, process)).data).toHaveLength(1);
  });

  it("has one effect and one answer when it comes twenty times at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => addNote(again(), process, note)),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect((await listNotes(world.ctx, process)).data).toHaveLength(1);
  });

  it("starts one process when a submission comes twenty times at once", async () => {
    const ctx = world.as({ request });
    const started = await Promise.all(
      Array.from({ length: 20 }, () =>
        startProcess(ctx, { service: "noise", answers: sampleAnswers }),
      ),
    );
    expect(new Set(started.map(({ id }) => id)).size).toBe(1);
    expect(await world.owed(started[0]?.id ?? "")).toHaveLength(2);
    // Two for the process that the world began with, two for this one.
    expect(world.handover.given).toHaveLength(4);
  });

  it("is answered alike when a draft is submitted with it twice at once", async () => {
    const { token = "" } = await beginDraft(world.ctx, { service: "noise" });
    const citizen = await world.bearing(token);
    if (!citizen) throw new Error("the draft's own token is no good");
    const submit = () =>
      startProcess({ ...citizen, request }, { service: "noise", answers: sampleAnswers });
    const [first, second] = await Promise.all([submit(), submit()]);
    expect(second).toEqual(first);
  });

  it("is refused when its key came with another body", async () => {
    await addNote(again(), process, note);
    await expect(recall(again("body-2"))).rejects.toMatchObject({ code: "idempotency-mismatch" });
    await expect(addNote(again("body-2"), process, note)).rejects.toMatchObject({
      code: "idempotency-mismatch",
    });
    expect((await listNotes(world.ctx, process)).data).toHaveLength(1);
  });

  it("is not remembered when it was refused, so that it can be made good", async () => {
    const tooFew = { service: "noise", answers: {} };
    await expect(startProcess(again(), tooFew)).rejects.toMatchObject({ code: "answers-invalid" });
    expect(await findAnswer(world.ctx.db, request.id)).toBeUndefined();
  });
});
