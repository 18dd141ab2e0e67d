import fc from "fast-check";
import { addNote } from "../note/add.ts";
import { attachToProcess } from "../note/attach.ts";
import { addCitizenNote } from "../note/say.ts";
import { sampleAnswers } from "../testing/exampleshire.ts";
import { createWorld, type World } from "../testing.ts";
import { trackProcess } from "./track.ts";

const seed = 20_261_122;
/** Nothing that the platform says of itself holds it. */
const canary = fc.stringMatching(/^[a-z]{6}$/).map((word) => `Zq${word}Xj`);

describe("whoever has the reference alone", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("sees nothing that anybody wrote, sent or is called, whatever it is", async () => {
    const secrets = fc.record({
      answer: canary,
      note: canary,
      own: canary,
      author: canary,
      file: canary,
    });
    await fc.assert(
      fc.asyncProperty(secrets, async ({ answer, note, own, author, file }) => {
        const { id, reference } = await world.start({ ...sampleAnswers, fullName: answer });
        const actor = { kind: "staff", id: "per_1", name: author } as const;
        const staff = world.as({ actor });
        await addNote(staff, id, { contents: note, visibleToCitizen: true });
        await addNote(staff, id, { contents: note, visibleToCitizen: false });
        const you = { kind: "citizen", id, name: "You" } as const;
        const citizen = world.as({ actor: you, only: { process: id } });
        await addCitizenNote(citizen, reference, { contents: own });
        await attachToProcess(citizen, reference, { ...received, name: file, label: own });
        const seen = JSON.stringify(await trackProcess(world.as({ scopes: [] }), reference));
        for (const secret of [answer, note, own, author, file, id])
          expect(seen).not.toContain(secret);
        const whole = JSON.stringify(await trackProcess(citizen, reference));
        for (const secret of [note, own, author, file]) expect(whole).toContain(secret);
      }),
      { seed, numRuns: 20 },
    );
  });
});

const received = {
  key: "k",
  contentType: "image/png",
  bytes: 1,
  sha256: "aa",
  storage: "s/1",
};
