import { nextOf } from "./next.ts";
import { trackWords } from "./track-words.ts";

const words = trackWords.en;
/** The Thursday before Easter 2026. */
const now = () => Date.parse("2026-04-02T09:00:00Z");
const open = (respondBy: string | null) => ({
  status: "open" as const,
  respondBy: respondBy === null ? null : Date.parse(respondBy),
});
const truth = { state: "received", text: "" } as const;
const standing = { words, truth, unpaid: false };

describe("what is next", () => {
  it("is the answer, by its day, in days that neither weekends nor bank holidays are counted in", () => {
    expect(nextOf({ now }, open("2026-04-08T09:00:00Z"), standing)).toEqual({
      next: { text: "We answer you", by: "2026-04-08T09:00:00.000Z", workingDays: 2 },
    });
  });

  it("is what the citizen is asked, whatever was promised", () => {
    const information = { id: "inf_1", respondBy: "2026-04-07" };
    const { next } = nextOf({ now }, open("2026-04-03T09:00:00Z"), { ...standing, information });
    expect(next).toEqual({
      text: "You answer what we asked you",
      by: "2026-04-07T22:59:00.000Z",
      workingDays: 1,
    });
  });

  it("is to pay, while that keeps it waiting", () => {
    const { next } = nextOf({ now }, open("2026-04-08T09:00:00Z"), { ...standing, unpaid: true });
    expect(next).toEqual({ text: "You pay. We begin after that." });
  });

  it("is said to be late once it is", () => {
    const { next } = nextOf({ now }, open("2026-04-01T09:00:00Z"), standing);
    expect(next).toMatchObject({ late: true, text: expect.stringContaining("sorry") });
    expect(next).not.toHaveProperty("workingDays");
  });

  it("is a person's to pass on where it could not be by itself", () => {
    const inHand = { ...standing, truth: { state: "in-hand", text: "" } as const };
    expect(nextOf({ now }, open(null), inHand).next?.text).toContain("passes your request on");
  });

  it("is nothing once it has ended", () => {
    expect(nextOf({ now }, { status: "closed", respondBy: null }, standing)).toEqual({});
  });
});
