import { createFakeApi } from "../testing/fake-api.ts";
import { headingOf, summaryOf } from "../testing/look.ts";
import { reference, trackingKey } from "../testing/tracking.ts";
import {
  answersToSend,
  council,
  fillUpTo,
  noise,
  publicUrl,
  sendReport,
  Visitor,
} from "../testing/visitor.ts";

const check = `${noise}/check-your-answers`;

describe("sending", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    await fillUpTo(visitor);
  });

  it("reads every answer back in plain words, with a way to change it", async () => {
    const { html } = await visitor.get(check);
    expect(html).toContain("A home");
    expect(html).toContain("3 November 2026");
    expect(html).toContain("Ada &lt;b&gt;Byron&lt;/b&gt;");
    expect(html).toContain("Not given");
    expect(html).toContain(`href="${noise}/told?change=yes#toldOn"`);
    expect(html).toMatch(/Change<span class="govuk-visually-hidden"> When did you tell them\?/);
  });

  it("gives the reference, what happens next and a link to keep", async () => {
    const sent = await sendReport(visitor);
    expect([sent.status, sent.location]).toEqual([303, `${noise}/confirmation`]);
    const { html } = await visitor.get(`${noise}/confirmation`);
    expect(html).toContain(reference);
    expect(html).toContain("An officer reads your request.");
    expect(html).toContain("within 5 working days");
    expect(html).toContain(`${publicUrl}${council}/track/${reference}?key=${trackingKey}`);
    expect(visitor.api.submissions).toHaveLength(1);
    expect(visitor.api.submissions[0]).toMatchObject({
      source: "home",
      yourName: "Ada <b>Byron</b>",
    });
  });

  it("happens once, however often the button is pressed", async () => {
    const answers = await answersToSend(visitor);
    const before = new Map(visitor.cookies);
    const first = await visitor.post(check, { answers });
    visitor.cookies = before;
    const second = await visitor.post(check, { answers });
    expect([first.location, second.location]).toEqual([
      `${noise}/confirmation`,
      `${noise}/confirmation`,
    ]);
    expect(visitor.api.submissions).toHaveLength(1);
    expect((await visitor.get(`${noise}/confirmation`)).html).toContain(reference);
  });

  it("shows the confirmation to whoever goes back to the form afterwards", async () => {
    await sendReport(visitor);
    for (const page of ["source", "check-your-answers"]) {
      expect((await visitor.get(`${noise}/${page}`)).location).toBe(`${noise}/confirmation`);
    }
    const late = await visitor.post(`${noise}/source`, { source: "home" });
    expect(late.html).toContain(`href="${noise}/confirmation"`);
    expect((await visitor.post(check)).location).toBe(`${noise}/confirmation`);
  });

  it("says that it was sent to a tab that does not know", async () => {
    const before = new Map(visitor.cookies);
    await sendReport(visitor);
    visitor.cookies = before;
    const late = await visitor.post(`${noise}/source`, { source: "alarm" });
    expect([late.status, headingOf(late.html)]).toEqual([
      409,
      "You have already sent this request",
    ]);
    const other = await visitor.post(check, { answers: '{"source":"alarm"}' });
    expect(other.status).toBe(409);
  });

  it("asks to check again where the answers do not hold any more", async () => {
    visitor.api.fail("POST /processes", "answers-invalid");
    const { status, html } = await sendReport(visitor);
    expect([status, summaryOf(html).length]).toEqual([422, 1]);
    expect(visitor.cookies.size).toBe(1);
  });

  it("keeps the answers where the platform cannot take them now", async () => {
    visitor.api.fail("POST /processes", "busy");
    const busy = await sendReport(visitor);
    expect(busy.status).toBe(503);
    expect(summaryOf(busy.html)[0]).toContain("Your answers are kept");
    expect((await sendReport(visitor)).location).toBe(`${noise}/confirmation`);
  });

  it("sends nothing without answers, and nothing that is no JSON", async () => {
    for (const answers of ["", "{", "[]", "null"]) {
      expect((await visitor.post(check, { answers })).location).toBe(check);
    }
    expect(visitor.api.submissions).toEqual([]);
  });

  it("confirms what was sent although the service is not offered any more", async () => {
    const api = createFakeApi();
    const citizen = new Visitor(api);
    await fillUpTo(citizen);
    const service = api.services[0];
    if (service) api.services = [{ ...service, id: "noise" }];
    await sendReport(citizen);
    api.services = [];
    expect((await citizen.get(`${noise}/confirmation`)).status).toBe(200);
    expect((await citizen.get(noise)).status).toBe(404);
  });

  it("gives the reference though its files cannot be shown now", async () => {
    const sent = await sendReport(visitor);
    visitor.api.fail(`GET /tracking/${reference}`, "busy");
    const { status, html } = await visitor.get(sent.location ?? `${noise}/confirmation`);
    expect([status, html.includes(reference)]).toEqual([200, true]);
  });

  it("has nothing to confirm where nothing was sent", async () => {
    expect((await visitor.get(`${noise}/confirmation`)).location).toBe(check);
    expect((await new Visitor().get(`${noise}/confirmation`)).status).toBe(410);
  });
});
