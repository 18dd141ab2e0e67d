import type { Draft } from "@guildhall/contract";
import { Form } from "@guildhall/contract";
import { documentOf } from "../testing/tracking.ts";
import { filesFor } from "./evidence.ts";

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
};

describe("filesFor", () => {
  it("gives each question its own files, and the first those that no answer names", () => {
    expect(filesFor(draft, form, "photos").map(({ id }) => id)).toEqual(["doc_1", "doc_3"]);
    expect(filesFor(draft, form, "letters").map(({ id }) => id)).toEqual(["doc_2"]);
  });
});
