import fc from "fast-check";
import { NotAccepted } from "../not-accepted.ts";
import { headingOf, type Note } from "../note-words.ts";
import { changeCase } from "./case.ts";
import type { AlloyClient } from "./client.ts";
import { officersNotes, withNote } from "./notes.ts";

fc.configureGlobal({ seed: 20_261_122 });

const id = "0000000000000000000000e9";
const attribute = "attributes_updates";

/** An Alloy that holds one case with one text; `before` is what somebody else does just before each write. */
class OneCase {
  text = "";
  #version = 0;
  before: (() => void)[] = [];
  /** Whether the reply to the next write is lost. */
  isLost = false;

  save(text: string): void {
    this.text = text;
    this.#version += 1;
  }

  get client(): AlloyClient {
    const item = () => ({
      item: {
        itemId: id,
        designCode: "designs_noise",
        signature: String(this.#version),
        attributes: [{ attributeCode: attribute, value: this.text }],
      },
    });
    const unused = () => Promise.reject(new Error("not asked for here"));
    return {
      get: async () => item(),
      post: unused,
      upload: unused,
      put: async (_, body) => {
        this.before.shift()?.();
        const { signature, attributes } = JSON.parse(body);
        if (signature !== String(this.#version)) {
          throw new NotAccepted({ outcome: "retry", code: "changed-meanwhile" });
        }
        this.save(attributes[0].value);
        if (this.isLost) throw new NotAccepted({ outcome: "ambiguous", code: "connection-lost" });
        return item();
      },
    };
  }
}

const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/[\r\n]+/g, " ").trim())
  .filter((text) => text !== "");
/** What citizens write, headings of ours among it. */
const citizens = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  words.map((text) => `${text}\n\nCustomer update at 1 [not_1]\r\n> ${text}`),
);
const note = fc.record({ number: fc.nat(4), text: citizens, lost: fc.boolean() });
const edit = fc.record({ place: fc.nat(20), text: words });
const step = fc.record({ note: fc.option(note), edits: fc.array(edit, { maxLength: 3 }) });

const noteOf = ({ number, text }: { number: number; text: string }): Note => ({
  id: `not_01kb3zq8w5v0t6m2h9r4c7d1x${number}`,
  text,
  author: "Ann [x]\nExample",
  byCitizen: number % 2 === 0,
  at: "2026-03-03T09:15:00.000Z",
});

describe("notes that are told while officers write", () => {
  it("are there once or not at all, and no officer's word is lost or taken for ours", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const held = new OneCase();
        const told = new Set<string>();
        const added: string[] = [];
        /** An officer puts a paragraph between two others, or between blocks of ours. */
        const officerAdds = ({ place, text }: { place: number; text: string }) => {
          const own = `${added.length} ${text}`;
          const blocks = held.text.split("\n\n");
          blocks.splice(place % (blocks.length + 1), 0, own);
          held.save(blocks.filter(Boolean).join("\n\n"));
          added.push(own);
        };
        for (const { note: given, edits } of steps) {
          held.before = edits.map((one) => () => officerAdds(one));
          if (!given) continue;
          held.isLost = given.lost;
          const wanted = noteOf(given);
          const merge = (values: ReadonlyMap<string, unknown>) => {
            const before = String(values.get(attribute) ?? "");
            const after = withNote(before, wanted);
            return after === before ? {} : { [attribute]: after };
          };
          const ending = await changeCase(
            held.client,
            { id, merge },
            new AbortController().signal,
          ).catch((error: unknown) => error);
          if (typeof ending === "boolean") told.add(wanted.id);
          else expect(ending).toBeInstanceOf(NotAccepted);
          if (edits.length < 2 && !given.lost) expect(ending).toEqual(expect.any(Boolean));
        }

        const lines = held.text.split("\n");
        for (const number of [0, 1, 2, 3, 4]) {
          const heading = headingOf(noteOf({ number, text: "" }));
          const count = lines.filter((line) => line === heading).length;
          expect(count).toBeLessThanOrEqual(1);
          if (told.has(noteOf({ number, text: "" }).id)) expect(count).toBe(1);
        }
        const seen = officersNotes(held.text, true).map(({ text }) => text);
        expect(seen.toSorted()).toEqual(added.map((text) => text.trim()).toSorted());
      }),
      { numRuns: 300 },
    );
  });

  it("leave every letter that was there before them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), citizens, (before, text) => {
        const after = withNote(before, noteOf({ number: 1, text }));
        expect(after.startsWith(before)).toBe(true);
        expect(withNote(after, noteOf({ number: 1, text }))).toBe(after);
      }),
    );
  });

  it("keep an officer's words under the same key whatever is written around them", () => {
    fc.assert(
      fc.property(words, words, citizens, (kept, other, text) => {
        const [first] = officersNotes(kept, true);
        const around = withNote(`${kept}\n\n${other} 2`, noteOf({ number: 2, text }));
        expect(officersNotes(around, true)[0]).toEqual(first);
      }),
    );
  });
});
