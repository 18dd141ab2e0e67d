import { previewKey } from "../testing/fake-previews.ts";
import { headingOf, invalidIn, summaryOf } from "../testing/look.ts";
import { council, Visitor } from "../testing/visitor.ts";

const comments = `${council}/preview/${previewKey}/comments`;
const comment = { page: "source", author: "Grace", text: "I would not know." };

describe("a comment on a preview", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
  });

  it("is taken, and leads back to its page", async () => {
    const { status, location } = await visitor.post(comments, comment);
    expect([status, location?.endsWith("/services/noise/source?said=yes#comments")]).toEqual([
      303,
      true,
    ]);
    expect(visitor.api.comments).toMatchObject([{ ...comment, question: "source" }]);
  });

  it("is not lost where it cannot be taken just now", async () => {
    visitor.api.fail(`POST /shown-previews/${previewKey}/comments`, "rate-limited");
    const { status, html } = await visitor.post(comments, comment);
    expect([status, headingOf(html)]).toEqual([422, "Your comment"]);
    expect(summaryOf(html)[0]).toContain("What you typed is still here");
    expect(html).toContain("I would not know.");
    expect(await invalidIn(html)).toEqual([]);
  });
});
