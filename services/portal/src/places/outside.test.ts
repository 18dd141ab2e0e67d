import { noiseService } from "@guildhall/question-view/testing";
import { foundAddress } from "../testing/fake-places.ts";
import { council, fillUpTo, noise, rightAnswers, Visitor } from "../testing/visitor.ts";

const details = `${noise}/details`;

async function someone(services = [noiseService]): Promise<Visitor> {
  const visitor = new Visitor();
  visitor.api.services = services;
  visitor.api.offers = { places: {} };
  visitor.api.places.addresses = [foundAddress(3, { outside: true })];
  await fillUpTo(visitor, "details");
  return visitor;
}

/** Where the address of another council is searched for; every other answer is right. */
const search = (more: Record<string, string> = {}) => ({
  yourName: "Ada",
  yourEmail: "ada@example.com",
  "yourAddress-way": "find",
  "yourAddress-search": "CB7 4AA",
  ...more,
});

describe("the page that an address of another council leads to", () => {
  it("can be left for the page before it and for the other language, with nothing lost", async () => {
    const visitor = await someone();
    visitor.api.offersWelsh = true;
    const reader = new Visitor(visitor.api);
    reader.cookies = visitor.cookies;
    const { html } = await reader.post(details, search({ yourName: "Grace" }));
    expect((await reader.get(details)).html).toContain('value="Grace"');
    const welsh = details.replace(council, `${council}/cy`);
    expect(html).toMatch(new RegExp(`form="outside-form" formaction="${welsh}" name="read-in"`));
    const inWelsh = await reader.post(welsh, {
      ...search({ yourName: "Ada" }),
      "read-in": "cy",
    });
    expect(inWelsh.html).toContain('<html lang="cy"');
    for (const typed of ["Ada", "CB7 4AA"]) expect(inWelsh.html).toContain(`value="${typed}"`);
  });

  it("is no change made in another window by itself", async () => {
    const visitor = await someone();
    const opened = await visitor.get(details);
    const revisionIn = (html: string) =>
      /name="form-revision" value="([^"]*)"/.exec(html)?.[1] ?? "";
    const first = { ...search(), "form-revision": revisionIn(opened.html) };
    const { html } = await visitor.post(details, first);
    const on = await visitor.post(details, {
      ...first,
      "form-revision": revisionIn(html),
      "place-step": "hand:yourAddress",
      yourName: "Grace",
    });
    expect(on.status).not.toBe(409);
  });

  it("leaves a finished answer as it was while it is being changed", async () => {
    const visitor = await someone();
    await visitor.post(details, rightAnswers.details);
    const { html } = await visitor.post(`${details}?change=yes`, search());
    expect(html).toContain("in the area of East Council");
    const [draft] = visitor.api.drafts.values();
    expect(draft?.answers.yourAddress).toMatchObject({ line1: "1 High Street" });
  });

  it("keeps an answer whose question has the name of a button of old", async () => {
    const service = structuredClone(noiseService);
    const asking = service.form.pages.find(({ id }) => id === "details");
    asking?.questions.push({
      id: "place",
      type: "text",
      label: "Which place?",
      required: false,
      maxLength: 50,
    });
    const seen = await (await someone([service])).post(details, search({ place: "The mill" }));
    expect(seen.html).toContain('type="hidden" name="place" value="The mill"');
  });
});
