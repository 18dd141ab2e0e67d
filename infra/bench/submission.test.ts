import { checkAnswers, compileForm } from "@guildhall/forms";
import { submissionOf } from "./submission.ts";
import { benchTenant } from "./tenant.ts";

const variety = Array.from({ length: 256 }, (_, nth) => submissionOf(nth));

describe("submissionOf", () => {
  it("gives answers that the bench's own form accepts", () => {
    const [service] = benchTenant("bench").services;
    if (!service) throw new Error("no service");
    const form = compileForm(service.form);

    for (const submission of variety) {
      expect(checkAnswers(form, submission, "2026-06-01")).toHaveProperty("answers");
    }
  });

  it("gives about a kilobyte, no two the same", () => {
    const texts = variety.map((submission) => JSON.stringify(submission));

    expect(new Set(texts).size).toBe(variety.length);
    for (const text of texts) {
      expect(text.length).toBeGreaterThan(800);
      expect(text.length).toBeLessThan(1100);
    }
  });
});
