import { noiseDraft } from "../gate/noise-service.fixture.ts";
import { comparisonsFor } from "./comparisons.ts";
import { sayCondition } from "./say.ts";

const more = [
  { id: "started", label: "When did it start?", type: "date" },
  { id: "paid", label: "What did it cost?", type: "money" },
  { id: "danger", label: "Is anyone in danger?", type: "yes-no" },
  { id: "home", label: "Your address", type: "address" },
];
const draft = noiseDraft(({ form }) => form.pages[3].questions.push(...more));
const source = { var: "noiseSource" };
const say = (logic: unknown) => sayCondition(draft, logic);

describe("sayCondition", () => {
  it.each<[unknown, string]>([
    [{ "==": [source, "pub"] }, "“Where is the noise coming from?” is “A pub”"],
    [{ "!=": [source, "pub"] }, "“Where is the noise coming from?” is not “A pub”"],
    [{ in: [source, ["pub", "shop"]] }, "“Where is the noise coming from?” is “A pub” or “A shop”"],
    [{ in: ["music", { var: "noiseKinds" }] }, "“What can you hear?” includes “Music”"],
    [{ "<": [{ var: "started" }, "2025-03-03"] }, "“When did it start?” is before 3 March 2025"],
    [{ ">=": [{ var: "paid" }, 5] }, "“What did it cost?” is at least £5"],
    [{ "==": [{ var: "danger" }, true] }, "“Is anyone in danger?” is “Yes”"],
    [{ "!!": [{ var: "danger" }] }, "“Is anyone in danger?” is “Yes”"],
    [{ "==": [{ var: "song" }, null] }, "“What is played?” is not answered"],
    [{ "!=": [{ var: "home.postcode" }, null] }, "the postcode in “Your address” is answered"],
    [{ condition: "is-pub" }, "it is a pub"],
    [{ "!": { condition: "is-pub" } }, "“It is a pub” does not hold"],
    [{ "==": [{ var: "gone" }, 1] }, "“gone”, a question that is gone, is 1"],
    [{ condition: "gone" }, "“gone” holds, which is a condition that is gone"],
    [{ "+": [1, 2] }, "a rule that was written by hand holds"],
    [true, "always"],
  ])("says %j", (logic, sentence) => expect(say(logic)).toBe(sentence));

  it("joins what is joined, and keeps apart what stands inside", () => {
    const pub = { "==": [source, "pub"] };
    expect(say({ and: [pub, { condition: "is-music" }] })).toBe(
      "“Where is the noise coming from?” is “A pub”, and it is music from a pub",
    );
    expect(
      say({ or: [{ and: [pub, { condition: "is-music" }] }, { "!": [{ or: [pub, pub] }] }] }),
    ).toContain("), or (“Where is the noise coming from?” is not “A pub”, and");
  });
});

describe("comparisonsFor", () => {
  it("offers what makes sense for a kind of question", () => {
    const words = (kind: Parameters<typeof comparisonsFor>[0]) =>
      comparisonsFor(kind).map((one) => one.words);
    expect(words("date")).toContain("is before");
    expect(words("number")).toContain("is more than");
    expect(words("checkboxes")).toEqual(["includes", "is answered"]);
    expect(words("files")).toEqual(["is answered"]);
  });
});
