import { noiseService } from "@guildhall/question-view/testing";
import { foundAddress, otherCouncil } from "../testing/fake-places.ts";
import { council, fillUpTo, noise, rightAnswers, Visitor } from "../testing/visitor.ts";

const details = `${noise}/details`;
const {
  "yourAddress-line1": _1,
  "yourAddress-town": _2,
  "yourAddress-postcode": _3,
  ...person
} = rightAnswers.details ?? {};

async function someone(services = [noiseService]): Promise<Visitor> {
  const visitor = new Visitor();
  visitor.api.services = services;
  visitor.api.offers = { places: {} };
  visitor.api.places.addresses = [
    foundAddress(1),
    foundAddress(2),
    foundAddress(3, { outside: true }),
  ];
  await fillUpTo(visitor, "details");
  return visitor;
}

const search = (postcode: string, more: Record<string, string> = {}) => ({
  ...person,
  "yourAddress-way": "find",
  "yourAddress-search": postcode,
  ...more,
});
/** Send the page, and see what it leads to: each step has an address, so that a browser can go back to it. */
async function send(visitor: Visitor, fields: Record<string, string | string[]>) {
  const seen = await visitor.post(details, fields);
  return seen.location?.includes("?at=") ? visitor.get(seen.location) : seen;
}
const stored = (visitor: Visitor) => [...visitor.api.drafts.values()][0]?.answers.yourAddress;

describe("an address question", () => {
  it("asks for the lines where the council looks no addresses up", async () => {
    const visitor = new Visitor();
    await fillUpTo(visitor, "details");
    const { html } = await visitor.get(details);
    expect(html).toContain('name="yourAddress-line1"');
    expect(html).not.toContain("yourAddress-way");
  });

  it("asks for a postcode first, with a way to type the address", async () => {
    const { html } = await (await someone()).get(details);
    expect(html).toContain('name="yourAddress-search"');
    expect(html).toContain('value="hand:yourAddress"');
    expect(html).not.toContain('name="yourAddress-line1"');
  });

  it.each([{ "place-step": "find:yourAddress" }, {}])(
    "lists what is found, whichever button is pressed: %j",
    async (button) => {
      const seen = await send(await someone(), search("cb1 2aa", button));
      expect(seen.status).toBe(200);
      expect(seen.html).toContain("2 High Street, Exampleton, CB1 2AA");
      expect(seen.html).toContain("We found 2 addresses");
      expect(seen.html).toContain('value="none"');
      expect(seen.html).toContain('value="Ada &lt;b&gt;Byron&lt;/b&gt;"');
    },
  );

  it("fills in what is chosen, with its number and place, and goes on", async () => {
    const visitor = await someone();
    const pick = { ...search("CB1 2AA"), "yourAddress-way": "choose", "yourAddress-pick": "1002" };
    expect((await send(visitor, pick)).status).toBe(303);
    expect(stored(visitor)).toEqual(foundAddress(2).address);

    const { html } = await visitor.get(`${details}?change=yes`);
    expect(html).toContain("2 High Street");
    expect(html).toContain('value="again:yourAddress"');
    expect(html).toContain('name="yourAddress-uprn" value="1002"');
  });

  it("asks to choose when nothing was chosen, and lists again", async () => {
    const seen = await send(await someone(), {
      ...search("CB1 2AA"),
      "yourAddress-way": "choose",
    });
    expect(seen.status).toBe(422);
    expect(seen.html).toContain("Choose an address, or say that it is not in the list");
    expect(seen.html).toContain('href="#yourAddress-pick"');
    expect(seen.html).toContain("1 High Street, Exampleton");
  });

  it("lets an address be typed that is not in the list, and forgets the number of another", async () => {
    const visitor = await someone();
    const none = { ...search("cb1 2aa"), "yourAddress-way": "choose", "yourAddress-pick": "none" };
    const { html } = await send(visitor, none);
    expect(html).toContain('name="yourAddress-line1"');
    expect(html).toContain('value="cb1 2aa"');
    const typed = { ...rightAnswers.details, "yourAddress-way": "hand" };
    expect((await send(visitor, typed)).status).toBe(303);
    expect(stored(visitor)).toEqual({ line1: "1 High Street", town: "Ely", postcode: "CB7 4AA" });
  });

  it("keeps what was typed by hand while a search is begun and given up", async () => {
    const visitor = await someone();
    const typed = { ...rightAnswers.details, "yourAddress-way": "hand" };
    const { html } = await send(visitor, { ...typed, "place-step": "again:yourAddress" });
    expect(html).toContain('type="hidden" name="yourAddress-line1" value="1 High Street"');
    const back = await send(visitor, {
      ...search(""),
      ...typed,
      "place-step": "hand:yourAddress",
    });
    expect(back.html).toMatch(/id="yourAddress-line1"[^>]*value="1 High Street"/);
  });

  it.each([
    ["ab", "Enter a postcode or the name of a street"],
    ["ZZ1 1ZZ", "We could not find an address for this"],
  ])("says what to do about %j", async (typed, sentence) => {
    const seen = await (await someone()).post(
      details,
      search(typed, { "place-step": "find:yourAddress" }),
    );
    expect(seen.status).toBe(422);
    expect(seen.html).toContain(sentence);
    expect(seen.html).toContain('href="#yourAddress-search"');
    expect(seen.html).toContain(`value="${typed}"`);
  });

  it("says that an address is needed where nothing was entered", async () => {
    const seen = await send(await someone(), search(""));
    expect(seen.status).toBe(422);
    const target = /href="#(yourAddress[\w-]*)"/.exec(seen.html)?.[1];
    expect(seen.html).toContain(`id="${target}"`);
  });

  it.each(["places-unavailable", "rate-limited", "busy"] as const)(
    "falls back to typing, with nothing lost, when looking up fails: %s",
    async (code) => {
      const visitor = await someone();
      visitor.api.fail("GET /addresses", code);
      const seen = await send(visitor, search("CB1 2AA"));
      expect(seen.status).toBe(200);
      expect(seen.html).toContain("We cannot look up addresses at the moment");
      expect(seen.html).toMatch(/name="yourAddress-postcode"[^>]*value="CB1 2AA"/);
      expect(seen.html).toContain('value="Ada &lt;b&gt;Byron&lt;/b&gt;"');
    },
  );
});

describe("an address of another council", () => {
  it("has a page that names the council, keeps what was typed, and lets the person go on", async () => {
    const visitor = await someone();
    const seen = await send(visitor, search("CB7 4AA"));
    expect(seen.html).toContain(
      '<h1 class="govuk-heading-l">This address is in the area of East Council',
    );
    expect(seen.html).toContain('href="https://www.gov.uk/find-local-council"');
    expect(seen.html).toContain('type="hidden" name="yourEmail" value="ada@example.com"');

    const anyway = await send(visitor, search("CB7 4AA", { "place-step": "anyway:yourAddress" }));
    expect(anyway.html).toContain("3 High Street, Ely, CB7 4AA");
    expect(anyway.html).toContain('name="yourAddress-anyway" value="yes"');
    const chosen = await send(visitor, {
      ...search("CB7 4AA"),
      "yourAddress-way": "choose",
      "yourAddress-anyway": "yes",
      "yourAddress-pick": "1003",
    });
    expect(chosen.status).toBe(303);
  });

  it("links to the council's services where it is on the platform", async () => {
    const visitor = await someone();
    const tenant = { id: "east", name: "East Council" };
    visitor.api.places.addresses = [
      foundAddress(3, { outside: true, council: { ...otherCouncil, tenant } }),
    ];
    expect((await send(visitor, search("CB7 4AA"))).html).toContain('href="/c/east/"');
  });

  it("is the end of the road where the service says so, and no matter where it says that", async () => {
    const ask = async (outside: "allowed" | "refused") => {
      const pages = noiseService.form.pages.map((page) => ({
        ...page,
        questions: page.questions.map((one) =>
          one.type === "address" ? { ...one, outside } : one,
        ),
      }));
      const visitor = await someone([{ ...noiseService, form: { ...noiseService.form, pages } }]);
      return send(visitor, search("CB7 4AA", { "place-step": "anyway:yourAddress" }));
    };
    const refused = await ask("refused");
    expect(refused.html).toContain("in the area of East Council");
    expect(refused.html).not.toContain("anyway:yourAddress");
    expect((await ask("allowed")).html).toContain("3 High Street, Ely");
  });
});

describe("what a map asks for", () => {
  it("comes from us alone", async () => {
    const visitor = await someone();
    const tile = await visitor.get(`${council}/tiles/15/16394/10794`);
    expect([tile.status, tile.html]).toEqual([200, "<svg/>"]);
    const near = await visitor.get(`${council}/places?latitude=52.2&longitude=0.13`);
    expect(JSON.parse(near.html)).toEqual({ near: "1 High Street, Exampleton, CB1 2AA" });
  });

  it("is refused where it makes no sense, and is nothing where nobody can say", async () => {
    const visitor = await someone();
    expect((await visitor.get(`${council}/tiles/x/1/1`)).status).toBe(404);
    expect((await visitor.get(`${council}/places?latitude=x&longitude=0.13`)).status).toBe(422);
    visitor.api.fail("GET /places", "places-unavailable");
    const near = await visitor.get(`${council}/places?latitude=52.2&longitude=0.13`);
    expect([near.status, near.html]).toEqual([503, '{"near":null}']);
  });
});
