import type { ChasedStage } from "@guildhall/contract";
import { chaseFindings } from "./findings.ts";

describe("chaseFindings", () => {
  const stage = (days: [number, number][], more: Partial<ChasedStage> = {}): ChasedStage => ({
    stage: "visit",
    title: "Visit",
    ended: false,
    views: days.reduce((sum, [, views]) => sum + views, 0),
    contacts: 0,
    days: days.map(([day, views]) => ({ day, views, contacts: 0 })),
    ...more,
  });
  const sentences = (...stages: ChasedStage[]) =>
    chaseFindings(stages, new Map()).map(({ sentence }) => sentence);

  it("says so where nothing is told after the first day", () => {
    expect(
      sentences(
        stage([
          [0, 10],
          [1, 40],
        ]),
      ),
    ).toEqual([
      "80% of views happen in “Visit” after its first day: nothing is told between its first day and the end of that stage.",
    ]);
  });

  it("says nothing of few looks, of early ones, of a small part, and of what has ended", () => {
    expect(sentences(stage([[3, 19]]))).toEqual([]);
    expect(sentences(stage([[0, 100]]))).toEqual([]);
    expect(
      sentences(
        stage([
          [0, 100],
          [3, 20],
        ]),
      ),
    ).toEqual([]);
    expect(sentences(stage([[3, 100]], { ended: true }))).toEqual([]);
  });
});
