import { approvedOf, requestCode, requestId } from "../testing/fake-access.ts";
import { headingOf, summaryOf } from "../testing/look.ts";
import { council, rightAccess, Visitor } from "../testing/visitor.ts";

const developers = `${council}/developers`;
const path = `${developers}/access`;
const requestPath = `${path}/${requestId}`;

describe("asking for access", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
  });

  it("is led to from every page of the council, and says where the documentation is", async () => {
    expect((await visitor.get(`${council}/`)).html).toContain(`href="${developers}"`);
    const { html } = await visitor.get(developers);
    for (const href of [path, "/t/exampleshire/docs/", "/t/exampleshire/docs/reference"])
      expect(html).toContain(`href="${href}"`);
  });

  it("asks the API for what was typed, once for each form", async () => {
    const { html } = await visitor.get(path);
    const [, once = ""] = /name="once" value="([^"]+)"/.exec(html) ?? [];
    await visitor.post(path, { ...rightAccess, once });
    expect(visitor.api.access.asked).toEqual([
      {
        key: once,
        body: {
          organisation: "Warm Homes <Advice>",
          kind: "partner",
          contact: { name: "Grace Hopper", email: "grace@warm-homes.example" },
          purpose: "To show people how far\ntheir request is.",
          scopes: ["processes:read", "notes:read"],
          wants: "live",
        },
      },
    ]);
  });

  it("shows the test key, a first call and the link to keep, on that page alone", async () => {
    const { status, html } = await visitor.post(path, rightAccess);
    expect([status, headingOf(html)]).toEqual([201, "We have your request"]);
    expect(html).toContain("gh_test_shown-once");
    expect(html).toContain("export API=https://api.example/t/exampleshire-test/v1\n");
    expect(html).toContain("export GUILDHALL_KEY=gh_test_shown-once\n");
    expect(html).toContain(`https://services.example${requestPath}?code=${requestCode}`);
    expect(html).toContain("20 February 2027");
    const after = await visitor.get(requestPath);
    expect(headingOf(after.html)).toBe("We are looking at your request");
    expect(after.html).not.toMatch(/gh_(test|live|request)_/);
  });

  it("says each thing that is missing, in the order of the page, and keeps what was typed", async () => {
    const empty = await visitor.post(path);
    expect(empty.status).toBe(422);
    expect(summaryOf(empty.html)).toEqual([
      "#organisation Enter the name of your organisation",
      "#kind Select what your organisation does",
      "#contactName Enter your full name",
      "#contactEmail Enter your email address",
      "#purpose Enter what you will use it for",
      "#scopes Select what you need to do",
      "#wants Select which keys you want",
    ]);
    const wrong = { ...rightAccess, contactEmail: "grace", scopes: ["notes:read", "keys:write"] };
    const { html } = await visitor.post(path, wrong);
    expect(summaryOf(html)).toEqual([
      "#contactEmail Enter an email address in the correct format, like name@example.com",
      "#scopes Select what you need to do",
    ]);
    expect(html).toContain('value="Warm Homes &lt;Advice&gt;"');
    expect(visitor.api.access.asked).toEqual([]);
  });

  it("opens a request with the link, whose code does not stay in the address", async () => {
    await visitor.post(path, rightAccess);
    visitor.cookies.clear();
    const opened = await visitor.get(`${requestPath}?code=${requestCode}`);
    expect([opened.status, opened.location]).toEqual([303, requestPath]);
    expect(headingOf((await visitor.get(requestPath)).html)).toBe("We are looking at your request");
  });

  it("asks whoever has no code for it, and says no more of a request than of none", async () => {
    await visitor.post(path, rightAccess);
    visitor.cookies.clear();
    const { html } = await visitor.get(requestPath);
    const none = `${path}/acc_01kb3zq8w5v0t6m2h9r4c7d1xf`;
    expect((await visitor.get(none)).html.replaceAll(none, requestPath)).toBe(html);
    for (const code of ["", "nonsense", requestCode.replace("sss", "ttt")])
      expect((await visitor.post(`${requestPath}/code`, { code })).status).toBe(422);
    const opened = await visitor.post(`${requestPath}/code`, { code: ` ${requestCode} ` });
    expect(opened.location).toBe(requestPath);
    expect((await visitor.get(requestPath)).html).toContain("grace@warm-homes.example");
  });

  it("shows the live key once, when it was approved", async () => {
    await visitor.post(path, rightAccess);
    const { access } = visitor.api;
    const early = await visitor.post(requestPath);
    expect([early.status, early.location]).toEqual([303, requestPath]);
    if (access.request) access.request = approvedOf(access.request);
    expect((await visitor.get(requestPath)).html).toContain("23 December 2026");
    expect((await visitor.post(requestPath)).html).toContain("gh_live_shown-once");
    const again = await visitor.post(requestPath);
    expect(again.html).not.toContain("gh_live_");
    expect(again.html).toContain("cannot be shown again");
  });

  it("gives no key to a browser that does not have the code", async () => {
    await visitor.post(path, rightAccess);
    const { access } = visitor.api;
    if (access.request) access.request = approvedOf(access.request);
    visitor.cookies.clear();
    expect((await visitor.post(requestPath)).html).not.toContain("gh_live_");
    expect(access.collected).toBe(false);
  });

  it("is not possible in a sandbox, whose pages say plainly what they are", async () => {
    const { html } = await visitor.get("/c/exampleshire-test/cookies");
    expect(html).toContain("These pages are for trying things out");
    expect(html).toContain(`href="${developers}"`);
    expect((await visitor.get("/c/exampleshire-test/developers/access")).location).toBe(developers);
    expect((await visitor.get(`${council}/cookies`)).html).not.toContain("for trying things out");
  });

  it.each([`${path}/nonsense`, `${path}/%00`, `${developers}/nothing`])(
    "answers %s with the plain 404",
    async (address) => {
      expect((await visitor.get(address)).status).toBe(404);
    },
  );
});
