import { answering, answeringText, type Handler, json } from "../test-server.ts";
import { openOffice, outgoing, plain, webPage, withHeaders } from "../testing/office.ts";

const find = {
  method: "GET",
  path: "cases",
  query: { ours: "{reference}" },
  found: { items: "$.cases[*]", ours: "$.ours", reference: "$.id" },
};
const others = [{ ours: "CAM-OTHER", id: "x" }];
const own = [{ ours: outgoing.reference, id: "c-1" }];

/** Look a case up by settings that differ so, in a back office that answers so. */
async function look(handler: Handler, settings: object = {}) {
  const office = await openOffice(plain, handler, { settings: { find: { ...find, ...settings } } });
  const outcome = await office.send({ attempt: 2, looksOnly: true });
  return { outcome, paths: office.server.seen.map(({ path }) => path) };
}
const found = { outcome: "accepted", reference: "c-1", duplicate: true };
const notThere = { outcome: "retry", code: "not-there-yet" };

describe("what a look-up takes for “there is none”", () => {
  it.each<[string, Handler, object]>([
    ["a list without entries", answering({ cases: [] }), {}],
    ["an answer without contents", answeringText("", 204), {}],
    [
      "a status that the settings say so of",
      answering({}, 404),
      { answers: { refused: [{ when: { status: 404 }, code: "not-found" }] } },
    ],
    [
      "others' cases, where more would fit into the answer",
      answering({ cases: others }),
      { found: { ...find.found, most: 2 } },
    ],
    [
      "others' cases to the last page",
      ({ path }, response) => json(response, { cases: path.includes("p=3") ? [] : others }),
      { paging: { by: "page", parameter: "p" } },
    ],
  ])("is %s", async (_, handler, settings) => {
    expect((await look(handler, settings)).outcome).toEqual(notThere);
  });

  it.each<[string, Handler, object, string]>([
    ["a wrong address", answering({}, 404), {}, "answered-404"],
    ["nothing", answeringText(""), {}, "bad-answer"],
    ["a page", answeringText(webPage), {}, "bad-answer"],
    ["an answer without the list", answering({ ok: false }), {}, "list-missing"],
    ["others' cases, and perhaps not all", answering({ cases: others }), {}, "list-cut-short"],
    [
      "as many cases as an answer holds",
      answering({ cases: others }),
      { found: { ...find.found, most: 1 } },
      "list-cut-short",
    ],
    [
      "pages without an end",
      answering({ cases: others }),
      { paging: { by: "page", parameter: "p" } },
      "list-too-long",
    ],
    [
      "pages that lead back",
      answering({ cases: others, next: "same" }),
      { paging: { by: "cursor", parameter: "c", next: "$.next" } },
      "list-endless",
    ],
    [
      "a case without a reference",
      answering({}),
      { found: { reference: "$.id" } },
      "reference-missing",
    ],
    [
      "another's case",
      answering({ ours: "CAM-OTHER", id: "x" }),
      { found: { ours: "$.ours", reference: "$.id" } },
      "answer-ambiguous",
    ],
  ])("is not %s", async (_, handler, settings, code) => {
    expect((await look(handler, settings)).outcome).toEqual({ outcome: "retry", code });
  });
});

describe("a case on a later page", () => {
  const later =
    (mark: string, first: Handler): Handler =>
    (seen, response) =>
      seen.path.includes(mark) ? json(response, { cases: own }) : first(seen, response);

  it("is found where a link leads on, whatever the settings say of that", async () => {
    const link = { link: '</cases?p=2>; rel="next"' };
    const first = withHeaders(200, link, JSON.stringify({ cases: others }));

    const { outcome, paths } = await look(later("p=2", first));
    expect(outcome).toEqual(found);
    expect(paths).toEqual([
      `/base/cases?ours=${outgoing.reference}`,
      `/base/cases?ours=${outgoing.reference}&p=2`,
    ]);
  });

  it("is found where the settings say how the list goes on", async () => {
    const paging = { by: "cursor", parameter: "c", next: "$.next" };
    const first = answering({ cases: [], next: "b" });

    expect((await look(later("c=b", first), { paging })).outcome).toEqual(found);
  });
});
