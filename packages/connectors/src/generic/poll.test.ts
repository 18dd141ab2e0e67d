import type { Exchange } from "@guildhall/contract";
import { recordExchanges } from "../http/record.ts";
import { answering, answeringText, type Handler, hangUp, json, unhurried } from "../test-server.ts";
import {
  noteOut,
  openOffice,
  plain,
  secrets,
  webPage,
  window,
  withHeaders,
} from "../testing/office.ts";

describe("looking for changes", () => {
  it.each<[string, Handler, string]>([
    ["is refused", answering({}, 404), "list-refused"],
    ["is a page", answeringText(webPage), "bad-answer"],
    ["is empty", answeringText(""), "bad-answer"],
    ["is lost", hangUp, "connection-lost"],
    ["is too large", withHeaders(200, { "content-length": "99999999" }), "too-large"],
    ["fails", answering({}, 500), "answered-5xx"],
  ])("fails with a code of ours when the list %s", async (_, handler, code) => {
    const office = await openOffice(plain, handler);

    await expect(office.poll()).rejects.toThrow(code);
  });

  it("goes on to the next when an entry cannot be read, and takes one where a list is usual", async () => {
    const many = await openOffice(
      plain,
      answering({ cases: [null, 7, { id: "" }, { id: "a" }, { id: "b", status: "X" }] }),
    );
    const one = await openOffice(plain, answering({ cases: { id: "b", status: "X" } }));

    expect(await many.poll()).toMatchObject([{ reference: "b", status: "X", at: window.to }]);
    expect(await one.poll()).toMatchObject([{ reference: "b", status: "X" }]);
  });

  it("fails rather than follow a cursor that leads back, or a list without an end", async () => {
    const loop = answering({ cases: [{ id: "a", status: "X" }], next: "same" });
    const office = (paging: object) =>
      openOffice(plain, loop, {
        settings: { poll: { ...(plain.settings.poll as object), paging } },
      });
    const circled = await office({ by: "cursor", parameter: "cursor", next: "$.next" });
    const endless = await office({ by: "page", parameter: "page" });

    await expect(circled.poll()).rejects.toThrow("list-endless");
    await expect(endless.poll()).rejects.toThrow("list-too-long");
  });

  it("goes on behind an empty page that has a next one, and ends where the end names itself", async () => {
    const pages: Record<string, object> = {
      "/base/cases": { cases: [], next: "b" },
      "/base/cases?cursor=b": { cases: [{ id: "b", status: "Y" }], next: "end" },
      "/base/cases?cursor=end": { cases: [], next: "end" },
    };
    const paging = { by: "cursor", parameter: "cursor", next: "$.next" };
    const office = await openOffice(
      plain,
      ({ path }, response) => json(response, pages[path] ?? {}),
      { settings: { poll: { ...(plain.settings.poll as object), paging } } },
    );

    expect(await office.poll()).toMatchObject([{ reference: "b", status: "Y" }]);
  });

  it("fails at once over more entries than are ever meant, also where none can be read", async () => {
    const office = await openOffice(plain, answering({ cases: Array(10_001).fill(7) }));

    await expect(office.poll()).rejects.toThrow("list-too-long");
  });

  it("follows only the query of a link", async () => {
    const link = '<https://evil.example/steal?page=2>; rel="next"';
    const office = await openOffice(
      plain,
      ({ path }, response) => {
        if (path.includes("page=2")) return json(response, { cases: [{ id: "b", status: "Y" }] });
        response.setHeader("link", link);
        json(response, { cases: [{ id: "a", status: "X" }] });
      },
      { settings: { poll: { ...(plain.settings.poll as object), paging: { by: "link" } } } },
    );

    expect(await office.poll()).toHaveLength(2);
    expect(office.server.seen.map(({ path }) => path)).toEqual([
      "/base/cases",
      "/base/cases?page=2",
    ]);
  });
});

describe("a change without a key of its own", () => {
  it("is one change while it is seen, and another when the case comes back to it", async () => {
    const states = ["X", "X", "Y", "X"];
    const office = await openOffice(plain, (_, response) =>
      json(response, { cases: [{ id: "a", status: states.shift() }] }),
    );
    const keys: (string | undefined)[] = [];
    for (let look = 0; look < 4; look += 1) {
      const to = new Date(window.to.getTime() + look * 60_000);
      const [change] = (await office.connector.poll?.({ ...window, to }, unhurried())) ?? [];
      keys.push(change?.changeKey);
    }

    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
  });
});

describe("secrets", () => {
  it("are in no outcome and no fault, though the other side repeats them", async () => {
    const echoing: Handler = (seen, response) =>
      json(response, { message: seen.headers.authorization, id: "" }, 418);
    const office = await openOffice(plain, echoing);
    const exchanges: Exchange[] = [];
    const told = await recordExchanges(exchanges, async () => [
      await office.send(),
      await office.connector.send(noteOut(), unhurried()),
      exchanges,
    ]);
    const fault = await office
      .poll()
      .catch((error) => ({ ...error, message: error.message, stack: error.stack }));

    expect(exchanges).toHaveLength(2);
    expect(JSON.stringify([told, fault])).not.toContain(secrets.apiKey);
  });
});
