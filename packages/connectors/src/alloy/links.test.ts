import type { Outgoing } from "@guildhall/contract";
import { answering, unhurried } from "../test-server.ts";
import {
  category,
  categoryCode,
  design,
  outgoing,
  serveAlloy,
  type TestAlloy,
  withDocument,
} from "./test-alloy.ts";

describe("links", () => {
  let alloy: TestAlloy;

  const send = (change: Partial<Outgoing> = {}) =>
    alloy.connector.send({ ...outgoing, ...change }, unhurried());
  const cases = () => alloy.items.filter((item) => item.designCode === design);

  beforeEach(async () => {
    alloy = await serveAlloy();
    alloy.add(category("Noise"));
  });

  it("finds a title on a later page of results", async () => {
    for (let count = 0; count < 30; count += 1) alloy.add(category(`Barking ${count}`));
    const last = alloy.add(category("Barking")).itemId;

    await send(withDocument({ links: { [categoryCode]: ["Barking"] } }));

    expect(cases()[0]?.attributes).toContainEqual({ attributeCode: categoryCode, value: [last] });
  });

  it.each([
    ["is unknown", { [categoryCode]: "Smell" }, "link-not-found"],
    ["is only part of another", { [categoryCode]: "Noi" }, "link-not-found"],
    ["two items share", { [categoryCode]: "Twice" }, "link-not-unique"],
    [
      "is for an attribute that leads nowhere",
      { attributes_other: "Noise" },
      "link-not-configured",
    ],
  ])("refuses a title that %s", async (_, links, code) => {
    alloy.add(category("Twice"));
    alloy.add(category("Twice"));

    expect(await send(withDocument({ links }))).toEqual({ outcome: "refused", code });
    expect(cases()).toHaveLength(0);
  });

  it("writes no link where there is no title", async () => {
    await send(withDocument({ links: { [categoryCode]: "" } }));

    expect(cases()[0]?.attributes.map((one) => one.attributeCode)).not.toContain(categoryCode);
  });

  it("remembers a title for five minutes", async () => {
    await send();
    await send();
    alloy.pass(5 * 60_000);
    await send();

    expect(alloy.paths()).toEqual(["aqs/query", "item", "item", "aqs/query", "item"]);
  });

  it("asks for a title again when the remembered item is gone", async () => {
    const gone = answering({ errorCodeString: "DodiAttributeLinkItemNotFound" }, 400);
    await send();
    alloy.instead("item", gone);

    expect(await send()).toEqual({ outcome: "retry", code: "linked-item-gone" });
    alloy.instead("item", gone);
    expect(await send()).toEqual({ outcome: "refused", code: "linked-item-gone" });
    expect(alloy.paths().filter((path) => path === "aqs/query")).toHaveLength(2);
  });
});
