import { asPlatform, beginServiceDraft, getServiceDraft } from "@guildhall/domain";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, startBrowser, visitor } from "./testing/browser.ts";
import { enter, focusedOn, press, tabTo } from "./testing/keyboard.ts";
import { lookAt } from "./testing/look-at.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const service = "smoke-bonfire";
const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Case"><xs:complexType><xs:sequence>
<xs:element name="Reference"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="4"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="CustomerName" type="xs:string"/><xs:element name="PostCode" type="xs:string"/>
</xs:sequence></xs:complexType></xs:element></xs:schema>`;

describe.skipIf(!chromiumPath)("saying where answers go", () => {
  let town: Town;
  let browser: Browser;
  let page: Page;
  const found: string[] = [];
  const home = () => `${staffPages(town, council)}/services/${service}`;
  const contextOf = async () => {
    const ground = await town.running.platform.groundFor(council);
    if (!ground) throw new Error("There is a council");
    return asPlatform(ground);
  };
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    await beginServiceDraft(await contextOf(), { service });
  });
  afterEach(async () => {
    await page?.context().close();
    expect(found.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  async function open(script: boolean): Promise<void> {
    page = await (await visitor(browser, { script })).newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${staffPages(town, council)}/`);
    await signIn(page, town, `designer@${council}.example`);
  }
  const look = async (name: string) => {
    found.push(...(await lookAt(page, `destinations-${name}`)));
  };
  const main = () => page.innerText("main");

  it("goes from a live design and from a description to a document, by keyboard without JavaScript", {
    timeout: 240_000,
  }, async () => {
    await open(false);
    await page.goto(`${home()}/destinations`);
    await press(page, "Add a system to send answers to");
    await enter(page, "connector", "alloy");
    await press(page, "Continue");
    await tabTo(page, "what it takes", ({ name }) => name === "takes");
    await page.keyboard.press("ArrowDown");
    expect((await focusedOn(page))?.value).toMatch(/^live:/);
    await press(page, "Continue");
    expect(await main()).toContain("Answers go there from now on");
    expect(await main()).toContain("that are required are said");

    await press(page, "Send this service to another system");
    await enter(page, "connector", "alloy");
    await press(page, "Continue");
    await press(page, "Add a description of what it takes");
    await enter(page, "name", "Test case");
    await enter(page, "source", "xsd");
    await tabTo(page, "pasting", ({ tag }) => tag === "SUMMARY");
    await page.keyboard.press("Enter");
    await enter(page, "text", xsd);
    await press(page, "Add it");
    expect(await main()).toContain("The description is added");

    await page.goto(`${home()}/destinations/choose/alloy?mapping=alloy`);
    await enter(page, "takes", "target:test-case");
    await press(page, "Continue");
    expect(await main()).toContain("0 of 3 that are required are said");
    await press(page, /^Use all \d suggestions on this page$/);
    await press(page, "Reference");
    await tabTo(page, "the settings", ({ tag }) => tag === "SUMMARY");
    await press(page, "Back to all that environmental health takes");
    expect(await main()).toContain("<Reference>");
    expect(await main()).toContain("takes at most 4 characters");
    const { definition } = await getServiceDraft(await contextOf(), service);
    const mapping = definition.mappings?.find(({ id }) => id === "alloy");
    expect(mapping).toMatchObject({ format: "xml", root: "Case", target: "test-case" });
  });

  it("keeps nobody out and fits a small screen", { timeout: 240_000 }, async () => {
    await open(true);
    await page.goto(`${home()}/destinations`);
    await look("list");
    await page.goto(`${home()}/destinations/to/case`);
    await look("mapping");
    await page.goto(`${home()}/destinations/to/case?state=mapped`);
    const first = page.locator("table a.govuk-link").first();
    await first.click();
    await look("line");
    await page.goto(`${staffPages(town, council)}/targets/new`);
    await look("describe");
  });
});
