import { normalReference } from "./normal-reference.ts";

describe("normalReference", () => {
  it.each([
    ["CAM-2V4K-7XQP", "CAM-2V4K-7XQP"],
    [" cam 2v4k 7xqp ", "CAM-2V4K-7XQP"],
    ["cam2v4k7xqp", "CAM-2V4K-7XQP"],
    ["CAM–2V4K–7XQP.", "CAM-2V4K-7XQP"],
    ["HUNT-2V4K-7XQP", "HUNT-2V4K-7XQP"],
  ])("reads %j as %s", (typed, reference) => {
    expect(normalReference(typed)).toBe(reference);
  });

  it.each(["", "CAM", "CAM-2V4K-7XQ", "CAM-2V4K-7XQP-9", "CAM-2V4I-7XQP", "../../etc"])(
    "reads no reference from %j",
    (typed) => {
      expect(normalReference(typed)).toBeUndefined();
    },
  );
});
