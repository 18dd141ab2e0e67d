import { QuestionId } from "./id.ts";

describe("the name of a question", () => {
  it.each(["name", "place", "noiseSource2"])("may be %s", (name) => {
    expect(QuestionId.safeParse(name).success).toBe(true);
  });

  it.each([
    "constructor",
    "valueOf",
    "toString",
    "hasOwnProperty",
    "Name",
    "two-words",
    "__proto__",
  ])("is not %s", (name) => {
    expect(QuestionId.safeParse(name).success).toBe(false);
  });
});
