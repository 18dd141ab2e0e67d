import { approvedOf, requestId } from "../testing/fake-access.ts";
import { headingOf, invalidIn, titleOf } from "../testing/look.ts";
import { reference, trackingKey } from "../testing/tracking.ts";
import {
  council,
  fillUpTo,
  noise,
  rightAccess,
  rightAnswers,
  sendReport,
  Visitor,
} from "../testing/visitor.ts";

/** Every kind of page, as a citizen comes upon it. */
async function gather(): Promise<Map<string, string>> {
  const visitor = new Visitor();
  const pages = new Map<string, string>();
  const see = async (name: string, path: string) => pages.set(name, (await visitor.get(path)).html);
  await see("councils", "/");
  await see("council home", `${council}/`);
  await see("search without a result", `${council}/?q=zebra`);
  await see("start", noise);
  for (const name of ["privacy", "accessibility", "cookies", "track"])
    await see(name, `${council}/${name}`);
  await see("cookies deleted", `${council}/cookies?deleted=yes`);
  await see("track, with a fault", `${council}/track?reference=x`);
  await see("not found", "/nothing");
  await see("no draft", `${noise}/source`);
  await fillUpTo(visitor, "source");
  await visitor.post(noise);
  for (const [id, fields] of Object.entries(rightAnswers)) {
    await see(`question ${id}`, `${noise}/${id}`);
    pages.set(`question ${id}, with faults`, (await visitor.post(`${noise}/${id}`, {})).html);
    if (id === "dates") await see("a list with one more", `${noise}/${id}?add=dates`);
    await visitor.post(`${noise}/${id}`, fields);
    if (id === "dates") await see("information", `${noise}/advice`);
  }
  await visitor.upload(`${noise}/evidence/files/evidence?then=stay`, "a.png", "a");
  await see("evidence with a file", `${noise}/evidence`);
  await see("resume", noise);
  await see("check", `${noise}/check-your-answers`);
  await visitor.post(`${noise}/source`, { source: "transport" });
  await see("exit", `${noise}/transport`);
  await visitor.post(`${noise}/source`, { source: "home" });
  await sendReport(visitor);
  await see("confirmation", `${noise}/confirmation`);
  await see("tracking", `${council}/track/${reference}`);
  visitor.cookies.clear();
  await see("tracking by reference alone", `${council}/track/${reference}`);
  await visitor.get(`${council}/track/${reference}?key=${trackingKey}`);
  pages.delete("question evidence, with faults");
  await gatherDevelopers(visitor, pages);
  return pages;
}

/** The pages of those who build on the council's services. */
async function gatherDevelopers(visitor: Visitor, pages: Map<string, string>): Promise<void> {
  const developers = `${council}/developers`;
  const request = `${developers}/access/${requestId}`;
  const see = async (name: string, path: string) => pages.set(name, (await visitor.get(path)).html);
  await see("developers", developers);
  await see("ask for access", `${developers}/access`);
  pages.set("ask for access, with faults", (await visitor.post(`${developers}/access`)).html);
  await see("request code", request);
  pages.set("request code, with a fault", (await visitor.post(`${request}/code`)).html);
  pages.set("test key", (await visitor.post(`${developers}/access`, rightAccess)).html);
  await see("request that waits", request);
  const { access } = visitor.api;
  if (!access.request) throw new Error("nothing was asked");
  access.request = { ...access.request, state: "refused", reason: "Say more.\n\nPlease." };
  await see("request that was refused", request);
  access.request = approvedOf(access.request);
  await see("request that was approved", request);
  pages.set("live key", (await visitor.post(request)).html);
  pages.set("live key that was shown before", (await visitor.post(request)).html);
  access.request = { ...access.request, state: "collected" };
  await see("request whose key was collected", request);
  await see("a sandbox", "/c/exampleshire-test/cookies");
}

const pages = await gather();

describe.each([...pages])("the page %s", (name, html) => {
  it("is valid HTML", async () => {
    expect(html).toContain("</html>");
    expect(await invalidIn(html)).toEqual([]);
  });

  it("has one heading of the first level, a title, and its language", () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(headingOf(html)).not.toBe("");
    expect(html).toContain('<html lang="en-GB"');
    expect(titleOf(html).startsWith("Error: ")).toBe(/with (a )?fault/.test(name));
  });

  it("needs no script, no inline style and nothing from elsewhere", () => {
    expect(html).not.toMatch(/<script(?![^>]* src="\/)[^>]*>/);
    expect(html).not.toMatch(/<[^>]+ (style|on[a-z]+)=/);
    expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//);
  });

  it("wears nothing that is central government's", () => {
    expect(html).not.toMatch(
      /#(?:1d70b8|0b0c0c|00703c|ffdd00|d4351c)\b|GDS Transport|crown|crest/i,
    );
  });

  it("leads every fault to a control that is there", () => {
    const [list = ""] = /govuk-error-summary__list">.*?<\/ul>/s.exec(html) ?? [];
    for (const [, id = ""] of list.matchAll(/href="#([^"]+)"/g))
      expect(html).toContain(`id="${id}"`);
  });
});
