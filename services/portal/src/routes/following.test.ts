import { followKey, nearbyOne, somewhere, streetService } from "../testing/fake-following.ts";
import { headingOf } from "../testing/look.ts";
import { reference } from "../testing/tracking.ts";
import { council, fillUpTo, noise, sendReport, Visitor } from "../testing/visitor.ts";

const step = `${noise}/is-it-one-of-these`;
const follow = `${council}/track/${reference}/follow`;
const link = `${council}/following/${followKey}`;
const about = { reference, service: "noise", serviceTitle: "Report a noise nuisance" };

describe("looking before one reports", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    visitor.api.services = [streetService];
    visitor.api.following.nearby.push(nearbyOne);
    await visitor.post(noise);
    await visitor.post(`${noise}/source`, { source: "home" });
  });

  const answer = async (spot: object = {}, query = "") =>
    (await visitor.post(`${noise}/where${query}`, { ...somewhere, ...spot })).location;

  it("comes after the place, and shows what is near with no more than is public", async () => {
    expect(await answer()).toBe(step);
    const { html } = await visitor.get(step);
    expect(headingOf(html)).toBe("Is it one of these?");
    expect(html).toContain("Reported on 20 November 2026, about 30 metres away");
    expect(html).toContain("2 other people");
    expect(html).toContain(`/track/${nearbyOne.reference}/follow?instead=noise`);
  });

  it("makes following the button, and speaks of somebody where there is one report", async () => {
    await answer();
    const { html } = await visitor.get(step);
    expect(html).toContain("Somebody has sent");
    expect(html).toMatch(/class="govuk-button govuk-!-margin-bottom-0"[^>]*>Keep me informed/);
    expect(html).toMatch(/govuk-button--secondary[^>]*>\s*None of these, continue/);
  });

  it("goes on with “None of these”, and does not ask about the same place again", async () => {
    await answer();
    const { location } = await visitor.post(step);
    expect(location).toBe(`${noise}/kind`);
    expect(await answer()).toBe(`${noise}/kind`);
    expect(await answer({ "spot-latitude": "52.3" })).toBe(step);
  });

  it("loses nothing on the way back", async () => {
    await answer();
    const { html } = await visitor.get(step);
    expect(html).toContain(`href="${noise}/where"`);
    expect((await visitor.get(`${noise}/where`)).html).toContain("By the bench");
  });

  it("asks again in another form", async () => {
    await answer();
    await visitor.post(step);
    visitor.cookies.clear();
    await visitor.post(noise);
    await visitor.post(`${noise}/source`, { source: "home" });
    expect(await answer()).toBe(step);
  });

  it("is passed over where nothing is open there, or nobody can say", async () => {
    visitor.api.following.nearby = [];
    await answer();
    expect((await visitor.get(step)).location).toBe(`${noise}/kind`);
    visitor.api.following.nearby = [nearbyOne];
    for (const code of ["unexpected", "rate-limited", "not-found"] as const) {
      await answer({ "spot-latitude": "52.4" });
      visitor.api.fail("GET /services/noise/nearby", code);
      expect((await visitor.get(step)).location).toBe(`${noise}/kind`);
    }
  });

  it("leads back to where all is checked, for a place that is changed there", async () => {
    await answer();
    await visitor.post(step);
    expect(await answer({ "spot-latitude": "52.5" }, "?change=yes")).toBe(`${step}?change=yes`);
    expect((await visitor.post(`${step}?change=yes`)).location).toContain("?change=yes");
  });

  it("is no part of a service whose owner has not said so", async () => {
    const { lookFirst: _, ...others } = streetService;
    visitor = new Visitor();
    visitor.api.services = [others];
    await visitor.post(noise);
    await visitor.post(`${noise}/source`, { source: "home" });
    expect(await answer()).toBe(`${noise}/kind`);
    expect((await visitor.get(step)).status).toBe(404);
  });

  it("needs a form that is being filled in", async () => {
    const stranger = new Visitor(visitor.api);
    expect((await stranger.get(step)).html).not.toContain(nearbyOne.reference);
    expect((await stranger.post(step)).location).not.toBe(`${noise}/kind`);
  });
});

describe("following in place of reporting", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    await fillUpTo(visitor);
    await sendReport(visitor);
    visitor.api.services = [streetService];
  });

  it("asks for an address, and says the same whatever becomes of it", async () => {
    const { location = "" } = await visitor.post(follow, { email: " Bob@Example.com " });
    expect(location).toBe(`${follow}?asked=yes`);
    expect(visitor.api.following.wishes).toEqual([
      { reference, email: "bob@example.com", language: "en" },
    ]);
    expect(headingOf((await visitor.get(location)).html)).toBe("Check your email");
  });

  it("says that nothing of one’s own was sent, and leads back to it", async () => {
    await visitor.post(noise);
    const { location = "" } = await visitor.post(`${follow}?instead=noise`, { email: "b@c.test" });
    const { html } = await visitor.get(location);
    expect(html).toContain("You have not sent a report of your own");
    expect(html).toContain(`href="${step}"`);
  });

  it.each(["", "bob", "bob@", "<script>"])("does not take “%s” for an address", async (email) => {
    const { status, html } = await visitor.post(follow, { email });
    expect(status).toBe(422);
    expect(html).toContain("Enter an email address in the correct format");
    expect(visitor.api.following.wishes).toEqual([]);
  });

  it.each([
    ["rate-limited", 422, "Too many people have asked"],
    ["busy", 422, "We cannot send emails just now"],
    ["process-closed", 200, "This report has ended"],
    ["not-found", 404, "Page not found"],
  ] as const)("says what it can where the answer is %s", async (code, status, words) => {
    visitor.api.fail(`POST /tracking/${reference}/followers`, code);
    const seen = await visitor.post(follow, { email: "bob@example.com" });
    expect(seen.status).toBe(status);
    expect(seen.html).toContain(words);
  });

  it("is not offered of what others may not see, nor of what is not there", async () => {
    const { lookFirst: _, ...others } = streetService;
    visitor.api.services = [others];
    expect((await visitor.get(follow)).status).toBe(404);
    expect((await visitor.get(`${council}/track/EXA-2222-2222/follow`)).status).toBe(404);
    expect((await visitor.get(`${council}/track/x/follow`)).status).toBe(404);
  });

  it("begins and stops by the buttons of its link, never by opening it", async () => {
    const { links } = visitor.api.following;
    links.set(followKey, { state: "asked", ...about });
    await visitor.get(link);
    await visitor.get(`${link}/stop`);
    expect(links.get(followKey)?.state).toBe("asked");
    expect((await visitor.post(link)).location).toBe(link);
    expect(headingOf((await visitor.get(link)).html)).toBe("You get updates about this report");
    await visitor.get(`${link}/stop`);
    for (const _ of [1, 2]) {
      const { status, html } = await visitor.post(`${link}/stop`);
      expect([status, headingOf(html)]).toEqual([200, "You get no updates about this report"]);
    }
  });

  it("is stopped by a mail program, which comes from no page of ours", async () => {
    visitor.api.following.links.set(followKey, { state: "following", ...about });
    const asMail = (path: string) =>
      visitor.send(path, {
        method: "POST",
        body: "List-Unsubscribe=One-Click",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
      });
    expect((await asMail(link)).status).toBe(403);
    expect((await asMail(`${link}/stop`)).status).toBe(200);
    expect(visitor.api.following.links.get(followKey)?.state).toBe("stopped");
  });

  it("knows no link that was altered", async () => {
    for (const path of [`${council}/following/x`, `${council}/following/x/stop`]) {
      expect((await visitor.get(path)).status).toBe(404);
      expect((await visitor.post(path)).status).toBe(404);
    }
  });

  it("has its key in no link to anywhere else", async () => {
    visitor.api.following.links.set(followKey, { state: "following", ...about });
    const { html } = await visitor.get(link);
    expect(html).not.toMatch(new RegExp(`feedback[^"]*${followKey}`));
  });
});
