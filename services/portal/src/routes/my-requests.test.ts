import { createPortal } from "../index.ts";
import { createFakeApi } from "../testing/fake-api.ts";
import { goodToken, myRequestEnded, myRequestOpen } from "../testing/fake-my-requests.ts";
import { headingOf } from "../testing/look.ts";
import { council, publicUrl, Visitor } from "../testing/visitor.ts";

const page = `${council}/my-requests`;
const link = `${page}/${goodToken}`;

describe("asking for a link to one's requests", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
  });

  it("is offered where services are found and where a request is tracked", async () => {
    for (const path of [`${council}/`, `${council}/track`])
      expect((await visitor.get(path)).html).toContain(`href="${page}"`);
  });

  it("asks for an address, and says the same of every one", async () => {
    expect(headingOf((await visitor.get(page)).html)).toBe("See all your requests");
    const sent = await visitor.post(page, { email: " Ada@example.com " });
    expect(sent).toMatchObject({ status: 303, location: `${page}?asked=yes` });
    expect(visitor.api.myRequests.asked).toEqual([{ email: "ada@example.com", language: "en" }]);
    const { html } = await visitor.get(`${page}?asked=yes`);
    expect(headingOf(html)).toBe("Check your email");
    expect(html).not.toContain("ada@");
  });

  it("says what is wrong with an address, and keeps it", async () => {
    const { status, html } = await visitor.post(page, { email: "<ada" });
    expect(status).toBe(422);
    expect(html).toContain("Enter an email address in the correct format");
    expect(html).toContain('href="#email"');
    expect(html).toContain('value="&lt;ada"');
    expect(visitor.api.myRequests.asked).toEqual([]);
  });

  it.each([
    ["rate-limited", "Too many people have asked"],
    ["busy", "We cannot send emails just now"],
  ] as const)("says where it comes to nothing for %s", async (code, words) => {
    visitor.api.fail("POST /my-requests/links", code);
    const { status, html } = await visitor.post(page, { email: "ada@example.com" });
    expect([status, html.includes(words)]).toEqual([422, true]);
  });

  it("keeps what was typed when its page is read in the other language, and sends nothing", async () => {
    visitor.api.offersWelsh = true;
    const { html } = await visitor.post(page, { email: "ada@exa", "read-in": "en" });
    expect(html).toContain('value="ada@exa"');
    expect(visitor.api.myRequests.asked).toEqual([]);
  });

  it("is not there in a sandbox", async () => {
    for (const path of ["", "?asked=yes", `/${goodToken}`])
      expect((await visitor.get(`/c/exampleshire-test/my-requests${path}`)).status).toBe(404);
    expect((await visitor.get("/c/exampleshire-test/track")).html).not.toContain("my-requests");
  });
});

describe("the link to one's requests", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
    visitor.api.myRequests.at.set("exampleshire", [myRequestOpen]);
    visitor.api.myRequests.at.set("helpers", [myRequestEnded]);
  });

  it("shows what each council has, this one's first, each leading to where it is tracked", async () => {
    const { status, html } = await visitor.get(link);
    expect(status).toBe(200);
    expect(headingOf(html)).toBe("Your requests");
    const [here, there] = [
      html.indexOf("Exampleshire District Council</h2>"),
      html.indexOf("Hub</h2>"),
    ];
    expect(here).toBeGreaterThan(0);
    expect(there).toBeGreaterThan(here);
    const key = myRequestOpen.trackingKey;
    expect(html).toContain(`href="${council}/track/${myRequestOpen.reference}?key=${key}"`);
    expect(html).toContain(`href="/c/helpers/track/${myRequestEnded.reference}?key=${key}"`);
    expect(html).toContain("Report a noise &lt;nuisance&gt;");
    expect(html).toContain("20 November 2026");
    expect(html.match(/<br\/?>Ended/g)).toHaveLength(1);
    expect(html).not.toContain("Shared Services</h2>");
    expect(html).not.toContain("could not ask");
  });

  it("names the councils that could not be asked, beside what the others have", async () => {
    visitor.api.myRequests.at.delete("shared");
    const { status, html } = await visitor.get(link);
    expect(status).toBe(200);
    expect(html).toContain("We could not ask these organisations");
    expect(html).toContain("<li>Shared Services</li>");
    expect(html).toContain(myRequestEnded.reference);
  });

  it("says where there is nothing, and how to look with another address", async () => {
    visitor.api.myRequests.at.set("exampleshire", []);
    visitor.api.myRequests.at.set("helpers", []);
    const { html } = await visitor.get(link);
    expect(html).toContain("There are no requests with your email address");
    expect(html).toContain(`href="${page}"`);
    expect(html).not.toContain("<table");
  });

  it("shows nothing for one that is over, asks nobody else with it, and leads to another", async () => {
    for (const wrong of ["x", `${goodToken}x`]) {
      const { status, html } = await visitor.get(`${page}/${wrong}`);
      expect(status).toBe(404);
      expect(headingOf(html)).toBe("This link does not work any more");
      expect(html).toContain(`href="${page}"`);
    }
    expect(visitor.api.calls.filter((call) => /shared|helpers|platform/.test(call))).toEqual([]);
  });

  it("is neither kept nor handed on, in a referrer or in what is said of the page", async () => {
    const { html, headers } = await visitor.get(link);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(html).not.toContain(goodToken);
  });

  it("says that this council cannot be asked, where it is the one", async () => {
    visitor.api.fail(`POST /my-requests/find`, "busy");
    expect((await visitor.get(link)).status).toBe(503);
  });

  it("is in Welsh for whoever reads that, and says what is in English", async () => {
    const reader = new Visitor(visitor.api, "cy");
    visitor.api.myRequests.at.delete("shared");
    const { html } = await reader.get(link);
    expect(headingOf(html)).toBe("Eich ceisiadau");
    expect(html).toContain("20 Tachwedd 2026");
    expect(html).toContain('<span lang="en">Order a bin</span>');
    expect(html).toContain("Ni allem ofyn i’r sefydliadau hyn");
    expect(html).toContain(`href="/c/helpers/cy/track/${myRequestEnded.reference}?key=`);
    expect(headingOf((await reader.get(`${page}/x`)).html)).toBe(
      "Nid yw’r ddolen hon yn gweithio mwyach",
    );
  });
});

describe("one's requests and a council's own domain", () => {
  const own = "forms.exampleshire.example";
  const portal = () => {
    const api = createFakeApi();
    api.myRequests.at.set("exampleshire", [myRequestOpen]);
    api.myRequests.at.set("helpers", [myRequestEnded]);
    return createPortal({
      fetch: api.fetch,
      apiOrigin: "https://api.example",
      publicUrl,
      domains: {
        tenantOf: (host) => (host === own ? "exampleshire" : undefined),
        domainOf: (tenant) => (tenant === "exampleshire" ? own : undefined),
      },
    });
  };

  it("are shown at the platform's address, and never led to a host that a council names", async () => {
    expect((await portal().request(`${publicUrl}${link}`)).status).toBe(200);
    const asking = await portal().request(`${publicUrl}${page}`);
    expect(asking.headers.get("location")).toBe(`https://${own}/my-requests`);
  });

  it("lead to this council's own pages there, and to the platform's for the others", async () => {
    const html = await (await portal().request(`https://${own}/my-requests/${goodToken}`)).text();
    expect(html).toContain(`href="/track/${myRequestOpen.reference}?key=`);
    expect(html).toContain(`href="${publicUrl}/c/helpers/track/${myRequestEnded.reference}?key=`);
  });
});
