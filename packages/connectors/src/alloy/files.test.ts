import type { Outgoing } from "@guildhall/contract";
import { answering, hangUp, unhurried } from "../test-server.ts";
import { category, design, outgoing, serveAlloy, type TestAlloy } from "./test-alloy.ts";

const photo = {
  name: 'müll "1".jpg',
  contentType: "image/jpeg",
  read: async () => new Uint8Array([0xff, 0xd8, 0xff]),
};

describe("evidence", () => {
  let alloy: TestAlloy;

  const send = (change: Partial<Outgoing> = {}) =>
    alloy.connector.send({ ...outgoing, ...change }, unhurried());
  const cases = () => alloy.items.filter((item) => item.designCode === design);

  beforeEach(async () => {
    alloy = await serveAlloy();
    alloy.add(category("Noise"));
  });

  it("uploads files first, and names them in the case", async () => {
    await send({ evidence: [photo, photo] });

    const files = alloy.items
      .filter((item) => item.designCode === "designs_files")
      .map((item) => item.itemId);
    expect(alloy.paths()).toEqual(["aqs/query", "file", "file", "item"]);
    expect(cases()[0]?.attributes).toContainEqual({
      attributeCode: "attributes_filesAttachableAttachments",
      value: files,
    });
    expect(alloy.server.seen[1]?.headers).toMatchObject({
      "content-type": "image/jpeg",
      "content-disposition":
        "attachment; filename=\"m_ll _1_.jpg\"; filename*=UTF-8''m%C3%BCll%20%221%22.jpg",
    });
  });

  it.each([
    ["is lost", hangUp, { outcome: "retry", code: "connection-lost" }],
    ["answers without an id", answering({}), { outcome: "retry", code: "bad-answer" }],
    [
      "fails there",
      answering({ category: "FileUploadFailed" }, 500),
      { outcome: "retry", code: "file-upload-failed" },
    ],
    [
      "is of a kind they refuse",
      answering({ category: "FileFormatNotSupported" }, 400),
      { outcome: "refused", code: "file-format-refused" },
    ],
  ])("creates nothing when an upload %s", async (_, answer, outcome) => {
    alloy.instead("file", answer);

    expect(await send({ evidence: [photo] })).toEqual(outcome);
    expect(cases()).toHaveLength(0);
  });

  it("tries again when our own storage cannot read a file", async () => {
    const read = () => Promise.reject(new Error("disk"));

    expect(await send({ evidence: [{ ...photo, read }] })).toEqual({
      outcome: "retry",
      code: "evidence-unreadable",
    });
  });
});
