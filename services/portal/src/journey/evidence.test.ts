import type { Draft } from "@guildhall/contract";
import { Form } from "@guildhall/contract";
import { hasRoom } from "@guildhall/question-view";
import { documentOf } from "../testing/tracking.ts";
import { answeringFor, filesFor, readFile } from "./evidence.ts";

const files = { type: "files", label: "Files", required: false };
const form = Form.parse({
  pages: [
    { id: "one", title: "One", questions: [{ ...files, id: "photos" }] },
    { id: "two", title: "Two", questions: [{ ...files, id: "letters" }] },
  ],
});

const draft: Draft = {
  id: "drf_00000000000000000000000001",
  service: "noise",
  serviceVersion: 1,
  answers: { photos: ["doc_1"], letters: ["doc_2", "doc_gone"] },
  documents: ["doc_1", "doc_2", "doc_3"].map((id) => documentOf(id, `${id}.png`)),
  expiresAt: "2026-11-23T12:00:00.000Z",
  standing: "open" as const,
  seen: [],
  asks: [],
  kept: false,
};

describe("filesFor", () => {
  it("gives each question its own files, and the first those that no answer names", () => {
    expect(filesFor(draft, form, "photos").map(({ id }) => id)).toEqual(["doc_1", "doc_3"]);
    expect(filesFor(draft, form, "letters").map(({ id }) => id)).toEqual(["doc_2"]);
  });

  it("answer nothing where a virus was found in them, though they are shown", () => {
    const [first, ...rest] = draft.documents;
    if (!first) throw new Error("There is a file");
    const found = { ...draft, documents: [{ ...first, state: "infected" as const }, ...rest] };
    const question = Object.keys(draft.answers)[0] ?? "";
    const shown = filesFor(found, form, question).length;
    expect(answeringFor(found, form, question)).toHaveLength(shown - 1);
  });

  it("are read back with what they show", () => {
    const file = {
      id: "doc_1",
      kind: "evidence",
      name: "a.png",
      contentType: "",
      href: "",
    } as const;
    expect(readFile(file)).toBe("a.png");
    expect(readFile({ ...file, label: "The garden" })).toBe("a.png: The garden");
  });

  it("have room while their question and the whole draft have some", () => {
    const question = { id: "a", type: "files", label: "a", required: true, maxFiles: 2 } as const;
    expect([hasRoom(question, 1, 9), hasRoom(question, 2, 2), hasRoom(question, 0, 10)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
