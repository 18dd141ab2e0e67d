import { buttons } from "@guildhall/question-view";
import { askForMore, endAsking } from "../testing/fake-information.ts";
import { headingOf } from "../testing/look.ts";
import { reference, trackingKey, trackingOf } from "../testing/tracking.ts";
import { council, Visitor } from "../testing/visitor.ts";

const tracking = `${council}/track/${reference}`;
const answer = `${tracking}/answer`;
const page = `${answer}/noise/answer`;
const check = `${answer}/noise/check-your-answers`;

describe("one more thing that is asked", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    askForMore(visitor.api);
    await visitor.get(`${answer}?key=${trackingKey}`);
  });
  afterEach(() => expect(visitor.faults).toEqual([]));

  const fill = async (words = "The second") => {
    const files = { "moreFiles-file": ["hall.png", "a picture"] } as const;
    return visitor.sendFiles(page, { ownQuestion: words }, files);
  };

  it("is said at the top of the tracking page, with the day and the way there", async () => {
    const { html } = await visitor.get(tracking);
    expect(html).toContain("We need one more thing from you by 4 December 2026");
    expect(html).toContain(`href="${answer}"`);
  });

  it("is reached by the key of the link in the message", async () => {
    const fresh = new Visitor(visitor.api);
    const first = await fresh.get(`${answer}?key=${trackingKey}`);
    expect([first.status, first.location]).toEqual([303, answer]);
    expect((await fresh.get(answer)).location).toBe(page);
    expect((await fresh.get(`${answer}?key=wrong`)).status).toBe(404);
    expect((await fresh.get(`${answer}?key=%3Cscript%3E`)).status).toBe(404);
  });

  it("is a page of these questions alone, with why and until when", async () => {
    const { status, html } = await visitor.get(page);
    expect(status).toBe(200);
    expect(html).toContain("The officer could not find the place.");
    expect(html).toContain("Answer by 4 December 2026.");
    expect(html).toContain("Which floor is it?");
    expect(html).toContain("Photos or other files");
    expect(html).not.toContain("What kind of noise");
  });

  it("goes round: answered with a file, read back, sent once and confirmed", async () => {
    const filled = await fill();
    expect(filled.location).toBe(check);
    const read = await visitor.get(check);
    expect(read.html).toContain("The second");
    expect(read.html).toContain("hall.png");
    const answers = /name="answers" value="([^"]*)"/
      .exec(read.html)?.[1]
      ?.replaceAll("&quot;", '"');
    const sent = await visitor.post(check, { answers: answers ?? "" });
    expect(sent.location).toBe(`${answer}/sent`);
    expect((await visitor.get(`${answer}/sent`)).html).toContain("We have your answer");
    expect(visitor.api.information.answers).toEqual([
      { ownQuestion: "The second", moreFiles: [expect.stringMatching(/^doc_/)] },
    ]);
    const again = await visitor.post(check, { answers: answers ?? "" });
    expect([again.status, visitor.api.information.answers.length]).toEqual([410, 1]);
  });

  it("comes back with what was typed and what is wrong", async () => {
    const missing = await visitor.post(page, { ownQuestion: "" });
    expect(missing.status).toBe(422);
    expect(missing.html).toContain("There is a problem");
    const halfway = await visitor.post(page, { ownQuestion: "The <b>second</b>" });
    expect(halfway.html).toContain("The &lt;b&gt;second&lt;/b&gt;");
  });

  it("asks first what is not answered, before it is read back", async () => {
    expect((await visitor.get(check)).location).toBe(page);
  });

  it("can be left and come back to", async () => {
    const left = await visitor.post(page, { ownQuestion: "The second", [buttons.later]: "yes" });
    expect(left.location).toBe(`${answer}/noise/save-for-later`);
    const kept = await visitor.get(left.location ?? "");
    expect(kept.html).toContain("until 4 December 2026");
    expect((await visitor.get(page)).html).toContain("The second");
  });

  it("shows nothing of it to whoever has the reference alone, asked or not", async () => {
    const stranger = new Visitor(visitor.api);
    const pages = [answer, page, check, `${answer}/sent`];
    const asked = await Promise.all(pages.map((one) => stranger.get(one)));
    expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await stranger.get(tracking)).html).not.toContain("one more thing");
    visitor.api.tracking.set(reference, trackingOf("noise"));
    expect((await stranger.get(answer)).html).toBe(asked[0]?.html);
    for (const { html } of asked) expect(html).not.toContain("Which floor");
  });

  it("shows what was typed to whoever opened the link too long ago", async () => {
    visitor.cookies.clear();
    const late = await visitor.post(page, { ownQuestion: "The <i>second</i>" });
    expect(late.status).toBe(403);
    expect(late.html).toContain("The &lt;i&gt;second&lt;/i&gt;");
  });

  it.each([
    ["answered", "You have answered this already"],
    ["over", "The time to answer is over"],
    ["withdrawn", "We do not need this from you any longer"],
  ] as const)("says when it was %s, and shows what was typed", async (state, title) => {
    endAsking(visitor.api, state);
    const late = await visitor.post(page, { ownQuestion: "The second" });
    expect([late.status, late.html.includes(title)]).toEqual([410, true]);
    expect(late.html).toContain("The second");
    expect((await visitor.get(state === "answered" ? page : answer)).html).toContain(title);
  });

  it("says so too where it ended a moment ago", async () => {
    endAsking(visitor.api, "withdrawn", false);
    const late = await visitor.post(page, { ownQuestion: "The second" });
    expect(late.html).toContain("We do not need this from you any longer");
    expect(late.html).toContain("The second");
  });

  it("says that the request has ended", async () => {
    endAsking(visitor.api, "withdrawn");
    const open = visitor.api.tracking.get(reference);
    if (open) visitor.api.tracking.set(reference, { ...open, status: "completed" });
    const { status, html } = await visitor.get(answer);
    expect([status, html.includes("This request has ended")]).toEqual([410, true]);
  });

  it("tells of a file that is not what it says, and keeps the words", async () => {
    visitor.api.fail("POST /drafts/{draft}/documents", "file-not-allowed", {
      pointer: "/file",
      code: "kind",
    });
    const { status, html } = await fill();
    expect(status).toBe(422);
    expect(html).toContain("The second");
    expect(html).toContain("There is a problem");
  });

  it("keeps the answers where the platform is busy at that moment", async () => {
    await fill();
    const id = visitor.api.information.request?.id;
    const process = visitor.api.information.request?.process;
    visitor.api.fail(`POST /processes/${process}/information-requests/${id}/answers`, "busy");
    const answers = JSON.stringify({ ownQuestion: "The second", moreFiles: ["doc_1"] });
    const { status, html } = await visitor.post(check, { answers });
    expect([status, html.includes("The second")]).toEqual([503, true]);
  });

  it("says so where nothing was ever asked, and knows no other service", async () => {
    expect((await visitor.get(`${answer}/rubbish/answer`)).status).toBe(404);
    visitor.api.information.request = undefined;
    endAsking(visitor.api, "over");
    const { status, html } = await visitor.get(answer);
    expect([status, headingOf(html)]).toEqual([404, "Nothing is asked of you now"]);
    expect(html).toContain(`href="${tracking}"`);
  });

  it("speaks Welsh", async () => {
    const reader = new Visitor(visitor.api, "cy");
    await reader.get(`${answer}?key=${trackingKey}`);
    expect((await reader.get(tracking)).html).toContain(
      "Mae arnom angen un peth arall gennych erbyn 4 Rhagfyr 2026",
    );
    expect((await reader.get(page)).html).toContain("Atebwch erbyn 4 Rhagfyr 2026.");
  });
});
