import { unhurried } from "../test-server.ts";
import {
  connectTo,
  design,
  id,
  isAbout,
  item,
  routed,
  settings,
  telling,
  updates,
  window,
} from "./test-routes.ts";

describe("looking at an Alloy", () => {
  const log = (...entries: readonly (readonly [string, string])[]) => ({
    results: entries.map(([action, date]) => ({ action, date })),
  });

  it("takes the state of a case whose log may not be seen, at the window's end", async () => {
    const { connector } = await connectTo(
      routed({
        "aqs/query": (seen) => ({
          results: isAbout(seen, design) ? [item({ attributes_status: ["open"] })] : [],
        }),
      }),
    );

    expect(await connector.poll?.(window, unhurried())).toEqual([
      { reference: id, changeKey: `${id}_s1`, status: "open", at: window.to },
    ]);
  });

  it("takes one log entry, no matter how many pages were before it or in which order", async () => {
    const old = Array.from({ length: 100 }, () => ["Edit", "2026-03-01T09:00:00Z"] as const);
    const { connector } = await connectTo(
      routed({
        "aqs/query": (seen) => ({ results: isAbout(seen, design) ? [item({})] : [] }),
        [`item-log/item/${id}`]: ({ path }) =>
          path.includes("page=1&")
            ? log(...old)
            : log(["Edit", "2026-03-03T09:03:00.000Z"], ["Create", "2026-03-01T08:00:00Z"]),
      }),
    );

    const [change] = (await connector.poll?.(window, unhurried())) ?? [];
    expect(change?.at).toEqual(new Date("2026-03-03T09:03:00Z"));
  });

  it("reads a log once for as long as its item stays as it is", async () => {
    let signature = "s1";
    const { server, connector } = await connectTo(
      routed({
        "aqs/query": (seen) => ({
          results: isAbout(seen, design) ? [item({}, { signature })] : [],
        }),
        [`item-log/item/${id}`]: () => log(["Edit", "2026-03-03T09:03:00.000Z"]),
      }),
    );
    await connector.poll?.(window, unhurried());
    await connector.poll?.(window, unhurried());
    signature = "s2";
    await connector.poll?.(window, unhurried());

    expect(server.seen.filter(({ path }) => path.includes("item-log"))).toHaveLength(2);
  });

  it("reads the list anew when an item slips over the edge of a page", async () => {
    const ids = Array.from({ length: 130 }, (_, index) => String(index).padStart(24, "0"));
    let slips = 1;
    const { connector } = await connectTo(
      routed({
        "aqs/statistics": () => ({ results: [{ value: { value: ids.length } }] }),
        "aqs/query": (seen) => {
          if (!isAbout(seen, design)) return { results: [] };
          const isSecond = seen.path.includes("page=2");
          const shift = isSecond ? slips : 0;
          if (isSecond) slips = 0;
          const from = isSecond ? 100 + shift : 0;
          const page = ids.slice(from, from + 100);
          return { results: page.map((itemId) => item({}, { itemId })) };
        },
      }),
    );

    expect(await connector.poll?.(window, unhurried())).toHaveLength(130);
  });

  it("goes on behind a full page on which something is of another design", async () => {
    const ids = Array.from({ length: 130 }, (_, index) => String(index).padStart(24, "0"));
    const other = { designCode: "designs_other" };
    const { connector } = await connectTo(
      routed({
        "aqs/statistics": () => ({ results: [{ value: { value: ids.length } }] }),
        "aqs/query": (seen) => {
          const page = seen.path.includes("page=2") ? ids.slice(100) : ids.slice(0, 100);
          const of = (itemId: string) => (itemId === ids[7] ? { itemId, ...other } : { itemId });
          const items = page.map((itemId) => item({}, of(itemId)));
          return { results: isAbout(seen, design) ? items : [] };
        },
      }),
    );

    expect(await connector.poll?.(window, unhurried())).toHaveLength(129);
  });

  it("fails where the list has no end, rather than say that it is whole", async () => {
    const full = Array.from({ length: 100 }, (_, index) => item({}, { itemId: `i${index}` }));
    const { connector } = await connectTo(
      routed({
        "aqs/statistics": () => ({ results: [{ value: { value: 100 } }] }),
        "aqs/query": () => ({ results: full }),
      }),
    );

    await expect(connector.poll?.(window, unhurried())).rejects.toThrow("list-endless");
  });

  it("asks for larger pages where there are more than ten thousand", async () => {
    const { server, connector } = await connectTo(
      routed({
        "aqs/statistics": () => ({ results: [{ value: { value: 25_000 } }] }),
        "aqs/query": ({ path }) => ({
          results: path.endsWith("pageSize=100") ? Array.from({ length: 100 }, () => item({})) : [],
        }),
      }),
    );

    await expect(connector.poll?.(window, unhurried())).rejects.toThrow("list-unsteady");
    expect(server.seen.some(({ path }) => path.endsWith("page=1&pageSize=253"))).toBe(true);
  });

  it("gives the state of a job to the case that it is for, but not of one that says nothing yet", async () => {
    const job = (itemId: string, status: string) => ({
      ...item({ attributes_jobStatus: [status] }, { itemId, designCode: "designs_job" }),
    });
    const edited = () => log(["Edit", "2026-03-03T09:03:00.000Z"]);
    const { connector } = await connectTo(
      routed({
        "aqs/query": (seen) => ({
          results: isAbout(seen, "designs_job") ? [job("j1", "planned"), job("j2", "new")] : [],
        }),
        "item-log/item/j1": edited,
        "item-log/item/j2": edited,
        "item/j1/parents": ({ path }) => ({
          results: path.includes("AttributeCode=attributes_jobs")
            ? [item({}), item({}, { itemId: "p2", designCode: "designs_other" })]
            : [],
        }),
      }),
      { linked: [{ ...settings.linked[0], ignore: ["new"] }] },
    );

    expect(await connector.poll?.(window, unhurried())).toEqual([
      {
        reference: id,
        status: "planned",
        at: new Date("2026-03-03T09:03:00Z"),
        changeKey: "j1_20260303090300000_s1",
      },
    ]);
  });

  it("leaves out what a case holds of another type than it should", async () => {
    const held = {
      attributes_status: [{ name: "Ann Example" }],
      attributes_urgent: "yes",
    };
    const { connector } = await connectTo(
      routed({
        "aqs/query": (seen) => ({ results: isAbout(seen, design) ? [item(held)] : [] }),
      }),
    );

    expect(await connector.poll?.(window, unhurried())).toEqual([
      { reference: id, changeKey: `${id}_s1`, at: window.to },
    ]);
  });

  it("does not write over a text or a list that it does not understand", async () => {
    const { server, connector } = await connectTo(
      routed({
        [`item/${id}`]: () => ({
          item: item({ attributes_updates: 7, attributes_filesAttachableAttachments: "x" }),
        }),
        file: () => ({ fileItemId: "f1" }),
      }),
    );
    for (const update of updates.slice(0, 2)) {
      expect((await connector.send(telling(update), unhurried())).outcome).not.toBe("accepted");
    }
    expect(server.seen.filter(({ method }) => method === "PUT")).toEqual([]);
  });
});
